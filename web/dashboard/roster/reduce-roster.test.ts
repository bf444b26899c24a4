import fc from 'fast-check';
import { arrange } from './arrange';
import { comparePlacements } from './compare-placements';
import { isStray } from './is-stray';
import type { Placement } from './placement';
import { reduceRoster } from './reduce-roster';
import type { RosterAction, RosterPage } from './roster-action';
import { plainView } from './plain-view';
import { emptyRoster, type RosterState } from './roster-state';
import type { RosterView } from './roster-view';
import { waitingCount } from './waiting-count';

const ALL: RosterView = plainView('site_a');

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
  edge: change.hasMore ? (placements.at(-1) ?? null) : null,
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

  it('[C-09] equal a reference list after each of 500 inserts, moves and removals', () => {
    const step = fc.record({ id: fc.integer({ min: 0, max: 60 }), atMs: fc.nat(1_000), what: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 500, maxLength: 500 }), (steps) => {
        const reference = new Map<string, Placement>();
        let state = after(ALL, { type: 'pageRead', page: page([]) });
        for (const { id: number, atMs, what } of steps) {
          const id = `v${number}`;
          const placed = what === 1 ? offline(id, atMs) : online(id, atMs);
          if (what === 0) reference.delete(id);
          else reference.set(id, placed);
          state = reduceRoster(
            state,
            what === 0 ? ({ ...changed(), forgotten: [id] } as RosterAction) : changed(placed),
          );

          expect(state.order).toEqual([...reference.values()].sort(comparePlacements).map((one) => one.id));
        }
      }),
      { numRuns: 5 },
    );
  });

  it('[F-4] of a list that goes on below lose who has sunk beyond its end, but for the one whose panel is open', () => {
    const read: RosterAction = {
      type: 'pageRead',
      page: page([online('a', 30), online('b', 20), online('c', 10)], { hasMore: true }),
    };
    const state = after(ALL, read, { type: 'pinned', id: 'b' }, changed(offline('a', 40), offline('b', 40)));
    expect(state.order).toEqual(['c', 'b']);
    expect(state.placements.has('a')).toBe(false);

    expect(reduceRoster(state, { type: 'pinned', id: null }).order).toEqual(['c']);
    expect(reduceRoster(state, changed(online('a', 50))).order).toEqual(['a', 'c', 'b']);
  });

  it('[F-2] stand as a full sort would put them after any run of changes, under every view', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const placement = fc
      .record({
        id: fc.constantFrom(...ids),
        isOnline: fc.boolean(),
        isKnown: fc.boolean(),
        atMs: fc.nat(50),
      })
      .map(({ id, isOnline, isKnown, atMs }) => ({
        ...(isOnline && isKnown ? online(id, atMs) : offline(id, atMs)),
        isKnown,
      }));
    const action: fc.Arbitrary<RosterAction> = fc.oneof(
      { weight: 4, arbitrary: fc.array(placement, { maxLength: 4 }).map((some) => changed(...some)) },
      fc.constantFrom(...ids).map((id): RosterAction => ({ ...changed(), forgotten: [id] }) as RosterAction),
      fc.option(fc.constantFrom(...ids)).map((id): RosterAction => ({ type: 'pinned', id })),
      fc.boolean().map((isHeld): RosterAction => ({ type: 'held', isHeld })),
      fc.constant<RosterAction>({ type: 'letIn' }),
    );
    const view = fc.record({
      filter: fc.constantFrom('all', 'online', 'offline'),
      sort: fc.constantFrom('ONLINE_FIRST', 'NAME_ASC'),
    });
    const first = page([online('a', 30), online('b', 20), offline('c', 10)], { hasMore: true });
    fc.assert(
      fc.property(view, fc.boolean(), fc.array(action, { maxLength: 30 }), (chosen, hasMore, actions) => {
        const read: RosterAction = { type: 'pageRead', page: hasMore ? first : page([...first.placements]) };
        let state = after({ ...ALL, ...chosen }, read);
        for (const one of actions) {
          state = reduceRoster(state, one);
          if (!state.isHeld) expect(state.order).toEqual(arrange(state).order);
        }
      }),
    );
  });

  it('[D-14] count who came while they were held, each once, and forget them when they are let in', () => {
    const held = after(
      ALL,
      { type: 'pageRead', page: page([online('a', 20), offline('b', 10)]) },
      { type: 'held', isHeld: true },
      changed(online('b', 30), online('new', 40)),
      changed(online('new', 40), offline('a', 41)),
    );
    expect(waitingCount(held)).toBe(2);
    expect(held.order).toEqual(['a', 'b']);

    const letIn = reduceRoster(held, { type: 'letIn' });
    expect(waitingCount(letIn)).toBe(0);
    expect(letIn.order).toEqual(['new', 'b', 'a']);
    expect(letIn.isHeld).toBe(true);
  });

  it('read again lose who left the search, and hold on to the one whose panel is open', () => {
    const state = after(
      { ...ALL, search: 'maria' },
      { type: 'pageRead', page: page([online('a', 30), online('b', 20), online('c', 10)]) },
      { type: 'pinned', id: 'b' },
      { type: 'pageReadAgain', page: page([online('new', 40), online('a', 30)]) },
    );

    expect(state.order).toEqual(['new', 'b', 'a']);
    expect(isStray(state, 'b')).toBe(true);
    expect(reduceRoster(state, { type: 'pinned', id: null }).order).toEqual(['new', 'a']);
  });

  it('keep the order of the server in a sort that only it can do', () => {
    const state = after(
      { ...ALL, sort: 'NAME_ASC' },
      { type: 'pageRead', page: page([offline('b', 1), online('a', 5)], { hasMore: true, endCursor: 'e' }) },
      { type: 'nextPageRead', page: page([online('c', 9)]) },
      changed(online('b', 50)),
    );

    expect(state.order).toEqual(['b', 'a', 'c']);
  });

  it('of several pages keep the later ones when the first is read again', () => {
    const state = after(
      { ...ALL, sort: 'NAME_ASC' },
      { type: 'pageRead', page: page([online('a', 5)], { hasMore: true, endCursor: 'one' }) },
      { type: 'nextPageRead', page: page([online('c', 9)], { hasMore: true, endCursor: 'two' }) },
      { type: 'pageReadAgain', page: page([online('a', 5), online('b', 7)], { endCursor: 'one' }) },
    );

    expect(state).toMatchObject({ order: ['a', 'b', 'c'], endCursor: 'two', hasMore: true });
  });
});
