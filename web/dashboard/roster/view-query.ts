import type { VisitorSort } from '../../generated/graphql';
import { plainView } from './plain-view';
import type { RosterView } from './roster-view';

const SORTS: Readonly<Record<string, VisitorSort>> = {
  'last-seen': 'LAST_SEEN_DESC',
  'longest-away': 'LAST_SEEN_ASC',
  newest: 'FIRST_SEEN_DESC',
  name: 'NAME_ASC',
};
// The first = divides name and value, so a name may not have one of its own.
const escaped = (key: string): string => key.replaceAll('%', '%25').replaceAll('=', '%3D');
const unescaped = (key: string): string => key.replaceAll('%3D', '=').replaceAll('%25', '%');
const LONGEST_MINUTES = 30 * 24 * 60;

/** A view in an address, and back again; what is as at first is left out. */
export const viewQuery = {
  write({ siteId, filter, search, sort, narrowing }: RosterView, firstSiteId: string): string {
    const { known, isVerifiedOnly, page, seenWithinMinutes, trait, withBots } = narrowing;
    const entries: [string, string | null][] = [
      ['site', siteId === firstSiteId ? null : siteId],
      ['status', filter === 'all' ? null : filter],
      ['q', search === '' ? null : search],
      ['sort', Object.keys(SORTS).find((word) => SORTS[word] === sort) ?? null],
      ['known', known],
      ['verified', isVerifiedOnly ? '1' : null],
      ['page', page === '' ? null : page],
      ['seen', seenWithinMinutes === null ? null : String(seenWithinMinutes)],
      ['trait', trait === null ? null : `${escaped(trait.key)}=${trait.value}`],
      ['bots', withBots ? '1' : null],
    ];
    const query = new URLSearchParams(
      entries.flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    );
    return query.toString();
  },

  /** Anything that is not understood is as at first: an old link, or a mistyped one, still shows visitors. */
  read(query: string, siteIds: readonly [string, ...string[]]): RosterView {
    const at = new URLSearchParams(query);
    const siteId = siteIds.find((id) => id === at.get('site')) ?? siteIds[0];
    const known = at.get('known');
    const minutes = Number(at.get('seen'));
    const [, key = '', value = ''] = /^([^=]+)=(.*)$/.exec(at.get('trait') ?? '') ?? [];
    const status = at.get('status');
    return {
      ...plainView(siteId),
      filter: status === 'online' || status === 'offline' ? status : 'all',
      search: at.get('q') ?? '',
      sort: SORTS[at.get('sort') ?? ''] ?? 'ONLINE_FIRST',
      narrowing: {
        known: known === 'identified' || known === 'anonymous' ? known : null,
        isVerifiedOnly: at.get('verified') === '1',
        page: at.get('page') ?? '',
        seenWithinMinutes:
          Number.isInteger(minutes) && minutes > 0 && minutes <= LONGEST_MINUTES ? minutes : null,
        trait: key === '' ? null : { key: unescaped(key), value },
        withBots: at.get('bots') === '1',
      },
    };
  },
};
