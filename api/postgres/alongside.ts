import type { EntityManager } from 'typeorm';

/**
 * What has to be stored together with an act: called in the act's transaction with what the act has done. When it rejects,
 * nothing was done.
 */
export type Alongside<Done> = (done: Done, transaction: EntityManager) => Promise<unknown>;
