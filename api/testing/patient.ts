/** A machine that is busy with other tests is not a store that is away. */
export const PATIENT = { redisReadDeadlineMs: 2_000 } as const;
