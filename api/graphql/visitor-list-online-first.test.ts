import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../postgres/data-source';
import { siteKeys } from '../redis/keys';
import { SitesService } from '../sites/sites.service';
import { countStatements } from '../testing/count-statements';
import { startPresenceWorld, type PresenceWorld } from '../testing/presence-world';
import { recordCommands } from '../testing/record-commands';
import { placePeople, type Fate, type Person, type PlacedPerson } from '../testing/roster-people';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import type { Keyset } from '../visitors/roster-query';
import { VisitorRoster } from '../visitors/visitor-roster';
import { VisitorsService } from '../visitors/visitors.service';
import { OnlineFirstList, type OnlineFirstQuery } from './visitor-list-online-first';
import type { ListPage } from './visitor-list-page';

const FATES: Fate[] = ['ONLINE', 'LAPSED', 'LEFT', 'GONE', 'FORGOTTEN', 'NEVER'];

let database: TestDatabase;
let dataSource: DataSource;
let world: PresenceWorld;
let list: OnlineFirstList;
let siteId: string;

beforeAll(async () => {
  [database, world] = await Promise.all([createTestDatabase(), startPresenceWorld()]);
  dataSource = await createDataSource(database.url).initialize();
  list = new OnlineFirstList(world.sessions, new VisitorRoster(dataSource), new VisitorsService(dataSource));
});

afterAll(async () => {
  await world.stop();
  await dataSource.destroy();
  await database.drop();
});

// A Redis that remembers nothing, which is also the hardest case: it cannot say who went before.
async function startAfresh() {
  await world.client.flushall();
  siteId = (await new SitesService(dataSource).create({ name: 'Acme' })).id;
}

function query(asked: Partial<OnlineFirstQuery> = {}): OnlineFirstQuery {
  return { siteId, limit: 100, direction: 'forward', includeBots: false, depth: 'state', ...asked };
}

/** All pages put together in list order; `between` runs after each page. */
async function walk(
  asked: Partial<OnlineFirstQuery>,
  between: (page: ListPage) => Promise<unknown> = () => Promise.resolve(),
): Promise<string[]> {
  const pages: string[][] = [];
  let after: Keyset | undefined;
  for (;;) {
    const page = await list.page(query({ ...asked, after }));
    expect(page.rows.length).toBeLessThanOrEqual(query(asked).limit);
    pages.push(page.rows.map(({ visitor }) => visitor.id));
    if (!page.hasMore) break;
    after = page.end ?? undefined;
    await between(page);
  }
  return (asked.direction === 'backward' ? pages.reverse() : pages).flat();
}

function reference(placed: readonly PlacedPerson[], asked: Partial<OnlineFirstQuery>): string[] {
  const partOf = ({ fate }: Person) => (fate === 'ONLINE' ? 0 : fate === 'LAPSED' ? 1 : 2);
  const isWanted = (person: PlacedPerson) =>
    (asked.includeBots || !person.isBot) &&
    (asked.isOnline ?? person.fate === 'ONLINE') === (person.fate === 'ONLINE');
  const isBefore = (a: PlacedPerson, b: PlacedPerson) => {
    if (partOf(a) !== partOf(b)) return partOf(a) < partOf(b);
    return a.atMs !== b.atMs ? a.atMs > b.atMs : a.visitorId > b.visitorId;
  };
  return placed
    .filter(isWanted)
    .sort((a, b) => (isBefore(a, b) ? -1 : 1))
    .map(({ visitorId }) => visitorId);
}

describe('whoever is online, leaving, gone or was never seen', () => {
  beforeEach(startAfresh);

  it('the pages put together are the whole list, in either direction, while heartbeats arrive', async () => {
    const person = fc.record({
      fate: fc.constantFrom(...FATES),
      isBot: fc.boolean(),
      isLate: fc.boolean(),
      step: fc.integer({ min: 1, max: 6 }),
    });
    const asked = fc.record({
      limit: fc.integer({ min: 1, max: 9 }),
      direction: fc.constantFrom('forward' as const, 'backward' as const),
      includeBots: fc.boolean(),
      isOnline: fc.option(fc.boolean(), { nil: undefined }),
    });
    const property = fc.asyncProperty(fc.array(person, { maxLength: 40 }), asked, async (people, how) => {
      await startAfresh();
      const placed = await placePeople(world, dataSource, siteId, people);
      const online = placed.filter(({ fate }) => fate === 'ONLINE');
      const beat = () =>
        Promise.all(
          online.map(({ visitorId }) => world.heartbeat({ siteId, visitorId }, visitorId.slice(-12))),
        );

      const walked = await walk(how, beat);

      expect(walked).toEqual(reference(placed, how));
    });
    await fc.assert(property, { numRuns: 100 });
  });

  it('says of everybody on a page what is so', async () => {
    const people = FATES.map((fate) => ({ fate, isBot: false, isLate: true, step: 1 }));
    const placed = await placePeople(world, dataSource, siteId, people);

    const { rows } = await list.page(query({ depth: 'sessions' }));

    const states = new Map(rows.map(({ visitor, presence }) => [visitor.id, presence?.state]));
    expect(placed.map(({ fate, visitorId }) => [fate, states.get(visitorId)])).toEqual([
      ['LAPSED', 'UNKNOWN'],
      ['ONLINE', 'ONLINE'],
      ['LEFT', 'OFFLINE'],
      ['GONE', 'OFFLINE'],
      ['FORGOTTEN', 'OFFLINE'],
      ['NEVER', 'OFFLINE'],
    ]);
    const [first] = rows;
    expect(first?.presence).toMatchObject({ depth: 'sessions', sessions: [{ isVisible: true }] });
  });

  it('shows everybody also when Redis remembers nobody', async () => {
    const people = FATES.map((fate): Person => ({ fate, isBot: false, isLate: false, step: 1 }));
    const placed = await placePeople(world, dataSource, siteId, people);
    await world.client.flushall();

    for (const direction of ['forward', 'backward'] as const) {
      const ids = await walk({ limit: 2, direction });
      expect(ids.sort()).toEqual(placed.map(({ visitorId }) => visitorId).sort());
    }
  });

  it('a walk meets everybody who stays once, and ends, although others come and go between its pages', async () => {
    const movement = fc.record({ who: fc.nat(), isArrival: fc.boolean() });
    const fates = fc.array(fc.constantFrom(...FATES), { minLength: 10, maxLength: 30 });
    const directions = fc.constantFrom('forward' as const, 'backward' as const);
    const property = fc.asyncProperty(
      fates,
      fc.array(movement),
      directions,
      async (all, moves, direction) => {
        await startAfresh();
        const people = all.map((fate, i) => ({ fate, isBot: false, isLate: i % 2 === 0, step: 1 + (i % 6) }));
        const placed = await placePeople(world, dataSource, siteId, people);
        const moved = new Set<string>();
        const move = async () => {
          const { who, isArrival } = moves.shift() ?? {};
          const person = who === undefined ? undefined : placed[who % placed.length];
          if (!person) return;
          moved.add(person.visitorId);
          const ref = { siteId, visitorId: person.visitorId };
          if (isArrival) await world.identify(ref, 'tab-returned');
          else for (const tab of ['tab-returned', person.visitorId.slice(-12)]) await world.leave(ref, tab);
        };

        const walked = await walk({ limit: 3, direction }, move);

        const stayed = (ids: string[]) => ids.filter((id) => !moved.has(id));
        expect(stayed(walked)).toEqual(stayed(reference(placed, {})));
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });

  it('hundreds of bots in a row cost a page more commands, never a visitor', async () => {
    const bots = Array.from({ length: 400 }, (_, i): Person => {
      return { fate: i % 2 ? 'ONLINE' : 'LEFT', isBot: true, isLate: false, step: 1 };
    });
    const fates = FATES.filter((fate) => fate !== 'FORGOTTEN');
    const people = fates.map((fate): Person => ({ fate, isBot: false, isLate: false, step: 6 }));
    const placed = await placePeople(world, dataSource, siteId, [...people, ...bots]);

    expect(await walk({ limit: 2 })).toEqual(reference(placed, {}));
    expect(await walk({ limit: 2, direction: 'backward' })).toEqual(reference(placed, {}));
  });
});

describe('a site with 20,000 visitors online and 20,000 offline', () => {
  const idOf = (i: number) => `visitor_${String(i).padStart(26, '0')}`;

  beforeAll(async () => {
    await startAfresh();
    const { nowMs } = await world.identify({ siteId, visitorId: idOf(0) }, 'tab-first');
    world.skip(200);
    const { deadlines, since, sessions } = siteKeys(siteId);
    const fill = world.client.pipeline();
    for (let i = 1; i <= 20_000; i++) {
      fill.zadd(deadlines, nowMs + 400_000, idOf(i));
      fill.zadd(since, nowMs + Math.floor(i / 3), idOf(i));
      fill.hset(sessions, idOf(i), `[${nowMs}]`);
    }
    await fill.exec();
    await dataSource.query('DELETE FROM visitors');
    await dataSource.query(
      `INSERT INTO visitors (id, site_id, first_seen_at, last_seen_at)
       SELECT 'visitor_' || lpad(i::text, 26, '0'), $1, $2,
              $2::timestamptz + interval '200 s' - CASE WHEN i > 20000 THEN i * interval '1 s' ELSE interval '30 s' END
       FROM generate_series(1, 40000) i`,
      [siteId, new Date(nowMs)],
    );
  });

  const places: [string, Partial<OnlineFirstQuery>][] = [
    ['the first page', {}],
    ['the last page', { direction: 'backward' }],
    ['a page among those online', { after: ['online', '1', idOf(1)] }],
    ['the page across the seam', { after: ['online', '2', idOf(10)] }],
    ['a page among those offline', { after: ['rest', 'middle', idOf(30_000)] }],
    ['only those online', { isOnline: true }],
    ['only those offline', { isOnline: false }],
  ];

  it.each(places)(
    '%s costs one Redis command and at most two statements, and names a page full',
    async (_, asked) => {
      const { rows } = await list.page(query({ limit: 3 }));
      const firstMs = Number(rows[0]!.keyset[1]);
      const seen = new Date(world.sessions.nowMs() - 30_000_000).toISOString();
      const [part, hint, id] = asked.after ?? [];
      const score = hint === '1' ? String(firstMs - 3_000) : hint === '2' ? String(firstMs - 6_660) : seen;
      const after = part === undefined ? undefined : [part, score, id!];
      const slices = jest.spyOn(world.sessions, 'getRosterSlice');
      let statements = 0;
      let page: ListPage | undefined;

      const commands = await recordCommands(world.redis.url, async () => {
        statements = await countStatements(async () => {
          page = await list.page(query({ ...asked, after, limit: 50, depth: 'sessions' }));
        });
      });

      expect(page?.rows).toHaveLength(50);
      expect(page?.hasMore).toBe(true);
      expect(commands).toHaveLength(1);
      expect(statements).toBeLessThanOrEqual(2);
      const slice = (await slices.mock.results[0]!.value) as Awaited<
        ReturnType<typeof world.sessions.getRosterSlice>
      >;
      const named = [slice!.online, slice!.lapsed, slice!.left].reduce(
        (sum, { visitors }) => sum + visitors.length,
        0,
      );
      expect(named).toBeLessThanOrEqual(60);
      expect(slices.mock.calls[0]![1].candidateIds.length).toBeLessThanOrEqual(60);
      slices.mockRestore();
      const states = new Set(page?.rows.map(({ presence }) => presence?.state));
      expect(states.size).toBe(hint === '2' ? 2 : 1);
    },
  );
});
