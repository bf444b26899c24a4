import type { OnlineHistory } from '../realtime-session/online-history';
import { apiError } from './api-error';
import type { OnlinePoint } from './types/online-point';

const MOST_MINUTES = 1_440;
/** How far back goes whoever does not say. */
const USUAL_MINUTES = 60;

/**
 * As the contract words it: no points, rather than an error, while they cannot be read. BAD_USER_INPUT beyond a day; null
 * stands for {@link USUAL_MINUTES}.
 */
export async function readOnlineHistory(
  history: OnlineHistory,
  siteId: string,
  minutes: number | null,
  nowMs: number,
): Promise<OnlinePoint[]> {
  const length = minutes ?? USUAL_MINUTES;
  if (length < 1 || length > MOST_MINUTES) {
    throw apiError('BAD_USER_INPUT', `minutes must be from 1 to ${MOST_MINUTES}, got ${length}.`);
  }
  const points = await history.read(siteId, length, nowMs).catch(() => []);
  return points.map(({ atMs, online }) => ({ at: new Date(atMs), online }));
}
