import type { ApiAnswer } from './api-client';

/** Of a Redis that is merely late because tests share the machine nothing is to be learned about limits. */
export const PATIENT = {
  PORCHLIGHT_RATE_LIMIT_PATIENCE_MS: '60000',
  PORCHLIGHT_REDIS_READ_DEADLINE_MS: '60000',
};

/** Far more than the bucket of a test holds, and than comes back while it runs. */
const MANY = 100;

/** Calls until one is refused; tells how many were not. */
export async function untilRefused(
  call: (i: number) => Promise<ApiAnswer>,
): Promise<[refusal: ApiAnswer, passed: number]> {
  for (let i = 0; i < MANY; i++) {
    const answer = await call(i);
    if (answer.errors) return [answer, i];
  }
  throw new Error(`None of ${MANY} calls was refused`);
}
