import type { DataSource } from 'typeorm';
import { runInTransaction } from './statement';

const TRY = { text: 'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS "isOurs"' };

/**
 * Does something that only one node may do at a time. Resolves to false, having done nothing, while another one is at it. The
 * lock goes with its connection, so a node that dies in between holds nobody up.
 */
export async function underTryLock(
  dataSource: DataSource,
  name: string,
  work: () => Promise<void>,
): Promise<boolean> {
  return dataSource.transaction(async (transaction) => {
    const [row] = await runInTransaction<{ isOurs: boolean }>(transaction, TRY, [`porchlight ${name}`]);
    if (row?.isOurs) await work();
    return row?.isOurs === true;
  });
}
