import { getMetadataArgsStorage } from 'typeorm';

/** Translates between an entity class and rows read by plain SQL, by the entity's own column decorators. */
export class RowMapper<Entity extends object> {
  private readonly columns: readonly { property: string; column: string }[];

  constructor(private readonly entity: new () => Entity) {
    this.columns = getMetadataArgsStorage()
      .filterColumns(entity)
      .filter(({ options }) => options.select !== false)
      .map(({ propertyName, options }) => ({ property: propertyName, column: options.name ?? propertyName }));
  }

  /**
   * The select list. Never `*`: a prepared statement breaks when a later migration adds a column to what it returns.
   */
  list(alias: string): string {
    return this.columns.map(({ column }) => `${alias}.${column}`).join(', ');
  }

  /** An entity from a row that holds the columns of {@link list}; whatever else it holds is left out. */
  read(row: object): Entity {
    const values = row as Record<string, unknown>;
    const properties = this.columns.map(({ property, column }) => [property, values[column]] as const);
    return Object.assign(new this.entity(), Object.fromEntries(properties));
  }
}
