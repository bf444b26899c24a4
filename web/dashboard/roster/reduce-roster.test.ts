import fc from 'fast-check';
import type { Placement } from './placement';
import { reduceRoster } from './reduce-roster';
import type { RosterAction, RosterPage } from './roster-action';
import { emptyRoster, type RosterState } from './roster-state';
import type { RosterView } from './roster-view';

const ALL: RosterView = { siteId: 'site_a', filter: 'all', search: '' };

const online = (id: string, sinceMs: number): Placement => ({
  id,
  isOnline: true,
  isKnown: true,
  onlineSinceMs: sinceMs,
  lastSeenMs: sinceMs,
});
const offline = (id: string, lastSeenMs: number): Placement => ({
  id,
  isOnline: false,
  isKnown: true,
  onlineSinceMs: 0,
  lastSeenMs,
});
const page = (placements: Placement[], change: Partial<RosterPage> = {}): RosterPage => ({
  placements,
  hasMore: false,
  endCursor: null,
  everyoneCount: placements.length,
  onlineCount: 0,
  matchCount: placements.length,
  ...change,
});
const changed = (...placements: Placement[]): RosterAction => ({
  type: 'changed',
  placements,
  forgotten: [],
  onlineCount: 1,
  newcomers: 0,
});
const after = (view: RosterView, ...actions: RosterAction[]): RosterState =>
  actions.reduce(reduceRoster, emptyRoster(view));

describe('the rows of the roster', () => {
  it('stand online first, the newest arrival on top, then the last seen', () => {
    const state = after(ALL, {
      type: 'pageRead',
      page: page([offline('c', 50), online('a', 10), offline('d', 90), online('b', 20)]),
    });

    expect(state.order).toEqual(['b', 'a', 'd', 'c']);
  });

  it('[C-08] hold each visitor once, though two pages and a change bring the same one', () => {
    const state = after(
      ALL,
      { type: 'pageRead', page: page([online('a', 10), offline('b', 5)], { hasMore: true }) },
      changed(online('b', 30)),
      { type: 'nextPageRead', page: page([offline('b', 5), offline('c', 4)]) },
      changed(online('b', 30)),
    );

    expect([...state.order].sort()).toEqual(['a', 'b', 'c']);
  });

  it('gain a visitor nobody has seen before, without a new read', () => {
    const state = after(ALL, { type: 'pageRead', page: page([online('a', 10)]) }, changed(online('new', 20)));

    expect(state.order).toEqual(['new', 'a']);
  });

  it('[F-4] do not gain somebody who belongs beyond the loaded part', () => {
    const read: RosterAction = {
      type: 'pageRead',
      page: page([online('a', 10), offline('b', 100)], { hasMore: true }),
    };

    expect(after(ALL, read, changed(offline('old', 50))).order).toEqual(['a', 'b']);
    expect(after(ALL, read, changed(offline('recent', 150))).order).toEqual(['a', 'recent', 'b']);
  });

  it('gain nobody under a search, which only the server can answer', () => {
    const state = after(
      { ...ALL, search: 'maria' },
      { type: 'pageRead', page: page([online('a', 10)]) },
      changed(online('new', 20)),
    );

    expect(state.order).toEqual(['a']);
  });

  it('lose a visitor who no longer passes the filter, and keep one whose state is unknown', () => {
    const view: RosterView = { ...ALL, filter: 'online' };
    const read: RosterAction = { type: 'pageRead', page: page([online('a', 10), online('b', 20)]) };

    expect(after(view, read, changed(offline('a', 30))).order).toEqual(['b']);
    expect(after(view, read, changed({ ...offline('a', 30), isKnown: false })).order).toEqual(['b', 'a']);
  });

  it('lose a visitor who was erased', () => {
    const state = after(
      ALL,
      { type: 'pageRead', page: page([online('a', 10), online('b', 20)]) },
      { type: 'changed', placements: [], forgotten: ['a'], onlineCount: 1, newcomers: 0 },
    );

    expect(state.order).toEqual(['b']);
  });

  it('[D-14] do not move while they are held, and settle when they are let go', () => {
    const held = after(
      ALL,
      { type: 'pageRead', page: page([online('a', 20), online('b', 10)]) },
      { type: 'held', isHeld: true },
      changed(offline('a', 30), online('new', 40)),
    );
    expect(held.order).toEqual(['a', 'b']);

    expect(reduceRoster(held, { type: 'held', isHeld: false }).order).toEqual(['new', 'b', 'a']);
  });

  it('[C-07] are gone at once when another site is chosen, and stay until the answer when only the filter changes', () => {
    const state = after(ALL, { type: 'pageRead', page: page([online('a', 10)]) });

    expect(reduceRoster(state, { type: 'viewChosen', view: { ...ALL, filter: 'online' } }).order).toEqual([
      'a',
    ]);
    expect(reduceRoster(state, { type: 'viewChosen', view: { ...ALL, siteId: 'site_b' } }).order).toEqual([]);
  });

  it('[D-11] survive a failed read, which only an empty list admits', () => {
    const state = after(ALL, { type: 'pageRead', page: page([online('a', 10)]) }, { type: 'failed' });

    expect(state).toMatchObject({ status: 'ready', order: ['a'] });
    expect(after(ALL, { type: 'failed' }).status).toBe('failed');
  });

  it('[C-09] equal a plain model after any run of changes, held or not', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const placement = fc
      .record({ id: fc.constantFrom(...ids), isOnline: fc.boolean(), atMs: fc.nat(1_000) })
      .map(({ id, isOnline, atMs }) => (isOnline ? online(id, atMs) : offline(id, atMs)));
    const action: fc.Arbitrary<RosterAction> = fc.oneof(
      fc.array(placement, { maxLength: 4 }).map((placements) => changed(...placements)),
      fc.boolean().map((isHeld): RosterAction => ({ type: 'held', isHeld })),
      fc.constantFrom(...ids).map((id): RosterAction => ({ ...changed(), forgotten: [id] }) as RosterAction),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const model = new Map<string, Placement>();
        for (const one of actions) {
          if (one.type !== 'changed') continue;
          for (const placed of one.placements) model.set(placed.id, placed);
          for (const id of one.forgotten) model.delete(id);
        }

        const state = after(ALL, { type: 'pageRead', page: page([]) }, ...actions, {
          type: 'held',
          isHeld: false,
        });

        const rank = ({ isOnline, onlineSinceMs, lastSeenMs }: Placement): number =>
          isOnline ? 1e6 + onlineSinceMs : lastSeenMs;
        const expected = [...model.values()].sort((x, y) => rank(y) - rank(x) || (x.id < y.id ? -1 : 1));
        expect(state.order).toEqual(expected.map(({ id }) => id));
      }),
    );
  });
});
