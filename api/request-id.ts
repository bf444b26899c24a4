import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/** The id of the request that is being served; it is in every answer and in every log line about it. */
export const requestIds = new AsyncLocalStorage<string>();

const FITTING = /^[A-Za-z0-9._-]{8,64}$/;

/** The id that a proxy in front of us gave the request, if it can do no harm in a log; else a new one. */
export function requestIdFor(given: string | string[] | undefined): string {
  return typeof given === 'string' && FITTING.test(given) ? given : randomUUID();
}
