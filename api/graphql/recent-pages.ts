import type { Presence } from '../realtime-session/presence';
import { unpackPage } from '../realtime-session/unpack-visit';
import type { Visitor } from '../visitors/visitor.entity';
import { apiError } from './api-error';
import { PageType } from './types/page';

const MOST_PAGES = 20;
/** How many are asked for by whoever does not say. */
const USUAL_PAGES = 10;

/**
 * Pages of the visit that is on, else of the last one that was stored; newest first. Null when it cannot be told whether a
 * visit is on. Throws BAD_USER_INPUT for a `first` out of range; null stands for {@link USUAL_PAGES}.
 */
export function recentPages(visitor: Visitor, presence: Presence, first: number | null): PageType[] | null {
  const count = first ?? USUAL_PAGES;
  if (count < 1 || count > MOST_PAGES) {
    throw apiError('BAD_USER_INPUT', `first must be from 1 to ${MOST_PAGES}, got ${count}.`);
  }
  if (presence.state === 'UNKNOWN') return null;
  const pages = presence.pages ?? visitor.recentPages?.map(unpackPage) ?? [];
  return pages.slice(0, count).map((page) => PageType.of(page)!);
}
