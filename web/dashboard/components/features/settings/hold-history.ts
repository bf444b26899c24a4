import { historyGate } from '../../../history-gate';
import type { LeaveGuard } from './leave-guard';

/**
 * Asks before Back, Forward or closing the tab lose what the guard holds, until the returned function is called. A step through the
 * history has happened when a page hears of it, so it is taken back first.
 */
export function holdHistory(guard: LeaveGuard, navigate: (href: string) => void): () => void {
  const here = window.location.href;
  const stepped = (event: PopStateEvent): void => {
    if (!guard.isHolding()) return;
    event.stopImmediatePropagation();
    const { pathname, search } = window.location;
    window.history.pushState(null, '', here);
    guard.leave(() => navigate(pathname + search));
  };
  const closing = (event: BeforeUnloadEvent): void => {
    if (guard.isHolding()) event.preventDefault();
  };
  historyGate.keeper = stepped;
  window.addEventListener('beforeunload', closing);
  return () => {
    historyGate.keeper = null;
    window.removeEventListener('beforeunload', closing);
  };
}
