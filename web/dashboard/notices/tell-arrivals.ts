import { toast } from '../announcements/toast';
import { t } from '../language/t';
import { preferences } from '../preferences';
import { visitorName } from '../text/visitor-name';
import type { VisitorCardFragment } from '../../generated/graphql';
import { chime } from './chime';
import { unseenArrivals } from './unseen-arrivals';
import { watchedVisitors } from './watched-visitors';

/** Tells the agent who came. Whoever looks at the page sees it there, and only hears of those they asked about. */
export function tellArrivals(visitors: readonly VisitorCardFragment[]): void {
  const watched = visitors.filter(({ id }) => watchedVisitors.get().has(id));
  const [known] = watched.length > 0 ? watched : visitors;
  if (known === undefined) return;

  const text =
    watched.length > 0 || visitors.length === 1
      ? t('notice.isBack', { name: visitorName(known) })
      : t('notice.came', { count: visitors.length });
  if (document.hasFocus()) {
    if (watched.length > 0) toast(text);
    return;
  }
  unseenArrivals.set(unseenArrivals.get() + visitors.length);
  const { hasNotices, hasSounds } = preferences.get();
  if (hasSounds) chime();
  if ((hasNotices || watched.length > 0) && canNotify()) {
    new Notification('Porchlight', { body: text, icon: '/porchlight.svg', tag: 'arrivals' });
  }
}

function canNotify(): boolean {
  return 'Notification' in window && Notification.permission === 'granted';
}
