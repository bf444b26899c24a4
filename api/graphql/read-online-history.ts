import type { OnlineHistory } from '../realtime-session/online-history';
import { apiError } from './api-error';
import type { OnlinePoint } from './types/online-point';

const MOST_MINUTES = 1_440;

/** As the contract words it: no points, rather than an error, while they cannot be read. BAD_USER_INPUT beyond a day. */
export async function readOnlineHistory(
  history: OnlineHistory,
  siteId: string,
  minutes: number,
  nowMs: number,
): Promise<OnlinePoint[]> {
  if (minutes < 1 || minutes > MOST_MINUTES) {
    throw apiError('BAD_USER_INPUT', `minutes must be from 1 to ${MOST_MINUTES}, got ${minutes}.`);
  }
  const points = await history.read(siteId, minutes, nowMs).catch(() => []);
  return points.map(({ atMs, online }) => ({ at: new Date(atMs), online }));
}
