import { AsyncLocalStorage } from 'node:async_hooks';

/** The id of the request that is being served; it is in every answer and in every log line about it. */
export const requestIds = new AsyncLocalStorage<string>();
