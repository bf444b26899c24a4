import { useCallback, useMemo } from 'react';
import { useLocation, useRoute, useSearch } from 'wouter';
import type { RosterView } from '../../../roster/roster-view';
import { viewQuery } from '../../../roster/view-query';
import { visitorHref } from './visitor/visitor-href';

export interface RosterAddress {
  readonly view: RosterView;
  readonly openId: string | null;
  readonly show: (view: RosterView) => void;
  /** Null closes the panel. */
  readonly open: (visitorId: string | null) => void;
  /** Where a visitor's panel is, seen over this very list; within the dashboard. */
  readonly hrefOf: (visitorId: string) => string;
}

/** What is shown, as the address says it; so Back works, and a link can be passed on. */
export function useRosterAddress(siteIds: readonly [string, ...string[]]): RosterAddress {
  const [, params] = useRoute('/v/:id');
  const [, navigate] = useLocation();
  const query = useSearch();
  const siteKey = siteIds.join();
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the same sites in another array are the same sites
  const view = useMemo(() => viewQuery.read(query, siteIds), [query, siteKey]);
  const openId = params?.id ?? null;
  const firstSiteId = siteIds[0];
  const withQuery = (to: string): string => addressOf(to, view, firstSiteId);
  // The same one whoever is open: what hangs on it is not drawn anew at each opening.
  const show = useCallback(
    (wanted: RosterView): void => {
      // Each letter of a search is no place to go back to.
      const isTyping = wanted.search !== view.search;
      const to = wanted.siteId === view.siteId ? window.location.pathname : '/';
      navigate(addressOf(to, wanted, firstSiteId), { replace: isTyping });
    },
    [view, firstSiteId, navigate],
  );
  return {
    view,
    openId,
    show,
    open: (visitorId) => {
      if (visitorId !== openId) navigate(withQuery(visitorId === null ? '/' : visitorHref(visitorId)));
    },
    hrefOf: (visitorId) => withQuery(visitorHref(visitorId)),
  };
}

function addressOf(path: string, view: RosterView, firstSiteId: string): string {
  const words = viewQuery.write(view, firstSiteId);
  return words === '' ? path : `${path}?${words}`;
}
