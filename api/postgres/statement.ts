import type { DataSource, EntityManager } from 'typeorm';
import type { Pool, QueryResult, QueryResultRow } from 'pg';
import { siteProblem } from './site-condition';

/** SQL with numbered parameters. A name makes every connection parse and plan it once only. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  /** Why it may look at rows of every site. Any other statement has to name the site of each row of a site. */
  readonly acrossSites?: string;
}

// The server's own statement timeout cannot fire while the server is frozen or unreachable.
const ANSWER_TIMEOUT_MS = 6_000;

// Texts of lists differ with their filters, but there are only so many.
const heldToSites = new Set<string>();

/**
 * Runs one statement on a connection of its own and waits for its rows, but not for ever. TypeORM offers no prepared
 * statements, and they halve the cost of the hot paths. Throws, and sends nothing, when the statement would reach beyond a site.
 */
export async function runStatement<Row extends QueryResultRow>(
  dataSource: DataSource,
  statement: Statement,
  values: readonly unknown[],
): Promise<Row[]> {
  requireSite(statement);
  const { master: pool } = dataSource.driver as unknown as { master: Pool };
  const { name, text } = statement;
  const query = { name, text, values: [...values], query_timeout: ANSWER_TIMEOUT_MS };
  const result: QueryResult<Row> = await pool.query<Row>(query);
  return result.rows;
}

/** The same inside a transaction. */
export async function runInTransaction<Row extends QueryResultRow>(
  transaction: EntityManager,
  statement: Statement,
  values: readonly unknown[],
): Promise<Row[]> {
  requireSite(statement);
  // Whatever the command, rows; without the last argument an UPDATE answers with something else.
  const { records } = await transaction.queryRunner!.query(statement.text, [...values], true);
  return records as Row[];
}

function requireSite({ text, acrossSites }: Statement): void {
  if (acrossSites !== undefined || heldToSites.has(text)) return;
  const problem = siteProblem(text);
  if (problem !== null) throw new Error(problem);
  heldToSites.add(text);
}
