import type { DataSource } from 'typeorm';
import type { Pool, QueryResult, QueryResultRow } from 'pg';

/** SQL with numbered parameters. A name makes every connection parse and plan it once only. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
}

// The server's own statement timeout cannot fire while the server is frozen or unreachable.
const ANSWER_TIMEOUT_MS = 6_000;

/**
 * Runs one statement on a connection of its own and waits for its rows, but not for ever. TypeORM offers no prepared
 * statements, and they halve the cost of the hot paths.
 */
export async function runStatement<Row extends QueryResultRow>(
  dataSource: DataSource,
  statement: Statement,
  values: readonly unknown[],
): Promise<Row[]> {
  const { master: pool } = dataSource.driver as unknown as { master: Pool };
  const query = { ...statement, values: [...values], query_timeout: ANSWER_TIMEOUT_MS };
  const result: QueryResult<Row> = await pool.query<Row>(query);
  return result.rows;
}
