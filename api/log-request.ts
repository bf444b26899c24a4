import type { Log } from './log';
import type { ServedRequest } from './watch-requests';

/** From here on a request is slow enough to be told without being asked for. */
const SLOW_MS = 2_000;

/**
 * One line for a request to the API. It says what failed by our fault or was slow at info, the rest at debug: what callers do wrong
 * must not fill anybody's disk.
 */
export function logRequest(log: Log, { type, name, hash, codes, ...request }: ServedRequest): void {
  const isOurs = codes.has('INTERNAL_SERVER_ERROR') || request.durationMs >= SLOW_MS;
  log[isOurs ? 'info' : 'debug'](
    { ...request, operation: type, operationName: name, operationHash: hash, codes: [...codes] },
    'request_served',
  );
}
