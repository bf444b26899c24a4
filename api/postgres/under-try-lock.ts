import type { DataSource } from 'typeorm';

/**
 * Does something that only one node may do at a time. Resolves to false, having done nothing, while another one is at it. The
 * lock goes with its connection, so a node that dies in between holds nobody up.
 */
export async function underTryLock(
  dataSource: DataSource,
  name: string,
  work: () => Promise<void>,
): Promise<boolean> {
  const runner = dataSource.createQueryRunner();
  try {
    const key = `porchlight ${name}`;
    const [{ isOurs }] = (await runner.query(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS "isOurs"',
      [key],
    )) as [{ isOurs: boolean }];
    if (!isOurs) return false;
    try {
      await work();
    } finally {
      await runner.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [key]);
    }
    return true;
  } finally {
    await runner.release();
  }
}
