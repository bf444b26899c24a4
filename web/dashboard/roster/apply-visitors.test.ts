import fc from 'fast-check';
import { visitorCache } from '../connection/visitor-cache';
import { VISITOR_CARD } from '../documents/visitor-card';
import { offlineCard } from '../testing/offline-card';
import { visitorCard, type SentVisitor } from '../testing/visitor-card';
import { applyVisitors } from './apply-visitors';
import { asOfMs } from './as-of-ms';

const START_MS = Date.parse('2026-11-25T12:00:00.000Z');
const IDS = ['vis_a', 'vis_b', 'vis_c'];

/** A visitor's facts at a millisecond of their own, so that "newest" is never a tie. */
const FACTS = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom(...IDS),
    atMs: fc.integer({ min: 0, max: 100_000 }),
    isOnline: fc.boolean(),
    page: fc.nat(3),
  }),
  { selector: ({ atMs }) => atMs, minLength: 1, maxLength: 40 },
);

function fact({
  id,
  atMs,
  isOnline,
  page,
}: {
  id: string;
  atMs: number;
  isOnline: boolean;
  page: number;
}): SentVisitor {
  const asOf = new Date(START_MS + atMs).toISOString();
  return isOnline
    ? visitorCard({
        id,
        presence: { state: 'ONLINE', asOf, since: asOf, sessionCount: 1 },
        currentPage: { url: `https://acme.com/${page}`, title: null, referrer: null, since: asOf },
      })
    : offlineCard({
        id,
        lastSeenAt: asOf,
        presence: { state: 'OFFLINE', asOf, since: null, sessionCount: 0 },
      });
}

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

describe('presence in the cache', () => {
  it('[C-10] holds the newest facts of everybody after any order, repetition and batching of changes', () => {
    const histories = FACTS.chain((facts) =>
      fc.record({
        facts: fc.constant(facts),
        arrivals: fc
          .shuffledSubarray([...facts, ...facts], { minLength: facts.length, maxLength: facts.length * 2 })
          .map((some) => [...some, ...facts]),
        batch: fc.integer({ min: 1, max: 10 }),
      }),
    );
    fc.assert(
      fc.property(histories, ({ facts, arrivals, batch }) => {
        const cache = visitorCache();

        for (const some of chunks(arrivals, batch)) applyVisitors(cache, some.map(fact));

        for (const id of new Set(facts.map((one) => one.id))) {
          const newest = facts.filter((one) => one.id === id).reduce((a, b) => (a.atMs > b.atMs ? a : b));
          expect(cache.readFragment({ fragment: VISITOR_CARD, id: `Visitor:${id}` })).toEqual(fact(newest));
        }
      }),
    );
  });

  it('[F-2] tells a watcher once for a batch, however often the visitor is in it', () => {
    const cache = visitorCache();
    applyVisitors(cache, [fact({ id: 'vis_a', atMs: 0, isOnline: true, page: 0 })]);
    const seen: (string | undefined)[] = [];
    cache
      .watchFragment({ fragment: VISITOR_CARD, from: 'Visitor:vis_a' })
      .subscribe(({ data }) => seen.push(data?.currentPage?.url ?? undefined));

    applyVisitors(
      cache,
      [1, 2, 3].map((page) => fact({ id: 'vis_a', atMs: page, isOnline: true, page })),
    );

    expect(seen).toEqual(['https://acme.com/0', 'https://acme.com/3']);
  });

  it('answers with what the cache holds, which is not the older fact it was given', () => {
    const cache = visitorCache();
    const newer = fact({ id: 'vis_a', atMs: 2, isOnline: false, page: 0 });
    applyVisitors(cache, [newer]);

    const [held] = applyVisitors(cache, [fact({ id: 'vis_a', atMs: 1, isOnline: true, page: 0 })]);

    expect(held?.isOnline).toBe(false);
    expect(held && asOfMs(held)).toBe(START_MS + 2);
  });
});
