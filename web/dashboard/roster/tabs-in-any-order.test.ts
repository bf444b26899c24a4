import fc from 'fast-check';
import { visitorCache } from '../connection/visitor-cache';
import { VISITOR_CARD } from '../documents/visitor-card';
import { offlineCard } from '../testing/offline-card';
import { visitorCard, type SentVisitor } from '../testing/visitor-card';
import { applyVisitors } from './apply-visitors';
import { ChangeBuffer } from './change-buffer';
import { placementOf } from './placement';
import { plainView } from './plain-view';
import { reduceRoster } from './reduce-roster';
import { emptyRoster, type RosterState } from './roster-state';

const START_MS = Date.parse('2026-11-25T12:00:00.000Z');
const FLUSH_MS = 300;
const TABS = 5;

beforeEach(() => jest.useFakeTimers({ now: START_MS }));
afterEach(() => jest.useRealTimers());

/** The cards a server sends while a visitor opens and closes tabs: one after each step, the last one being the truth. */
function cardsOf(steps: readonly number[]): SentVisitor[] {
  const open = new Set<number>();
  return steps.map((tab, step) => {
    if (!open.delete(tab)) open.add(tab);
    const asOf = new Date(START_MS + step * 1_000).toISOString();
    const page = { url: `https://acme.com/${[...open].at(-1)}`, title: null, referrer: null, since: asOf };
    return open.size > 0
      ? visitorCard({
          presence: { state: 'ONLINE', asOf, since: asOf, sessionCount: open.size },
          currentPage: page,
        })
      : offlineCard({
          lastSeenAt: asOf,
          presence: { state: 'OFFLINE', asOf, since: null, sessionCount: 0 },
        });
  });
}

/** A page that lists the visitor, and takes messages as the feed brings them. */
function page(first: SentVisitor) {
  const cache = visitorCache();
  let state: RosterState = reduceRoster(emptyRoster(plainView('site_a')), {
    type: 'pageRead',
    page: {
      placements: applyVisitors(cache, [first]).map(placementOf),
      hasMore: false,
      endCursor: null,
      edge: null,
      everyoneCount: 1,
      onlineCount: 1,
      matchCount: 1,
    },
  });
  const buffer = new ChangeBuffer(({ visitors, forgotten, onlineCount }) => {
    const placements = applyVisitors(cache, visitors).map(placementOf);
    state = reduceRoster(state, { type: 'changed', placements, forgotten, onlineCount, newcomers: 0 });
  });
  return {
    hear: (visitor: SentVisitor) =>
      buffer.add({
        cursor: 'c',
        resyncRequired: false,
        onlineVisitorCount: null,
        serverTime: visitor.presence.asOf,
        changes: [{ id: 'x', visitorId: visitor.id, kind: 'PAGE_CHANGED', visitor }],
      }),
    card: () => cache.readFragment({ fragment: VISITOR_CARD, id: `Visitor:${first.id}` }),
    placement: () => state.placements.get(first.id),
  };
}

it('[C-10] a visitor of up to five tabs ends as they are, in whatever order and batches their changes come', () => {
  const histories = fc
    .array(fc.nat(TABS - 1), { minLength: 1, maxLength: 20 })
    .map(cardsOf)
    .chain((cards) =>
      fc.record({
        cards: fc.constant(cards),
        arrivals: fc.shuffledSubarray([...cards, ...cards], { minLength: 2 * cards.length }),
        pauses: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
      }),
    );
  fc.assert(
    fc.property(histories, ({ cards, arrivals, pauses }) => {
      const truth = cards.at(-1)!;
      const { hear, card, placement } = page(cards[0]!);

      arrivals.forEach((visitor, index) => {
        hear(visitor);
        if (pauses[index]) jest.advanceTimersByTime(FLUSH_MS);
      });
      jest.advanceTimersByTime(FLUSH_MS);

      expect(card()).toEqual(truth);
      expect(placement()).toEqual(placementOf(truth));
    }),
  );
});
