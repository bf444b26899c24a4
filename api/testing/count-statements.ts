import { Client } from 'pg';

/** Runs the work on the real server and tells how many SQL statements this process sent meanwhile. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const query = jest.spyOn(Client.prototype, 'query');
  try {
    await work();
    return query.mock.calls.length;
  } finally {
    query.mockRestore();
  }
}
