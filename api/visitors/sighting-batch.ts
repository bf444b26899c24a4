import type { DataSource } from 'typeorm';
import { MicroBatch } from '../postgres/micro-batch';
import { RowMapper } from '../postgres/row-mapper';
import { runStatement } from '../postgres/statement';
import { newId } from '../typed-id';
import { SEE_MANY, sightingValues } from './identify-statements';
import type { Sighting } from './sighting';
import { Visitor } from './visitor.entity';
import type { SeenVisitor } from './seen-visitor';

const MOST_PER_STATEMENT = 200;
const rows = new RowMapper(Visitor);

interface SeenRow {
  place: string;
  is_profile_changed: boolean | null;
}

/** Writes sightings without an external id: all that wait in one statement. */
export class SightingBatch {
  private readonly batch: MicroBatch<Sighting, SeenVisitor | null>;

  constructor(private readonly dataSource: DataSource) {
    this.batch = new MicroBatch((sightings) => this.writeAll(sightings), MOST_PER_STATEMENT);
  }

  /** The visitor it was; null when the id told is of nobody any more. Committed when this resolves. */
  add(sighting: Sighting): Promise<SeenVisitor | null> {
    return this.batch.add(sighting);
  }

  // One statement cannot write a row twice: a visitor seen twice at once is written once in each of two.
  private async writeAll(sightings: readonly Sighting[]): Promise<(SeenVisitor | null)[]> {
    const results = new Array<SeenVisitor | null>(sightings.length).fill(null);
    let rest = sightings.map((_, i) => i);
    while (rest.length > 0) {
      const ids = new Set<string>();
      const wave = rest.filter((i) => {
        const id = sightings[i]!.visitorId;
        return id === null || (!ids.has(id) && ids.add(id));
      });
      const seen = await this.write(wave.map((i) => sightings[i]!));
      wave.forEach((i, place) => (results[i] = seen[place] ?? null));
      rest = rest.filter((i) => !wave.includes(i));
    }
    return results;
  }

  private async write(sightings: readonly Sighting[]): Promise<(SeenVisitor | undefined)[]> {
    const values = sightings.map((seen) => [...sightingValues(seen), seen.visitorId, newId('visitor')]);
    const columns = values[0]!.map((_, column) => values.map((row) => row[column]));
    const found = await runStatement<SeenRow>(this.dataSource, SEE_MANY, columns);
    const results = new Array<SeenVisitor | undefined>(sightings.length);
    for (const row of found) {
      results[Number(row.place) - 1] = {
        visitor: rows.read(row),
        isProfileChanged: row.is_profile_changed === true,
      };
    }
    return results;
  }
}
