import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../postgres/data-source';
import { SitesService } from '../sites/sites.service';
import { countStatements } from '../testing/count-statements';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { newId } from '../typed-id';
import type { Keyset, OnlineVisitor, RosterQuery } from './roster-query';
import { VisitorRoster } from './visitor-roster';
import { VisitorSort } from './visitor-sort';
import { Visitor } from './visitor.entity';

const START_MS = Date.parse('2026-11-25T10:00:00Z');
const at = (seconds: number): Date => new Date(START_MS + seconds * 1_000);

let database: TestDatabase;
let dataSource: DataSource;
let roster: VisitorRoster;
let siteId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.url).initialize();
  roster = new VisitorRoster(dataSource);
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

beforeEach(async () => {
  siteId = (await new SitesService(dataSource).create({ name: 'Acme' })).id;
});

async function add(...visitors: Partial<Visitor>[]): Promise<string[]> {
  const blank = { siteId, isBot: false, visitCount: 1, firstSeenAt: at(0), lastSeenAt: at(0) };
  const rows = visitors.map((visitor) => ({ ...blank, id: newId('visitor'), ...visitor }));
  await dataSource.getRepository(Visitor).insert(rows);
  return rows.map(({ id }) => id);
}

function query(asked: Partial<RosterQuery> = {}): RosterQuery {
  const plain = { siteId, sort: VisitorSort.LAST_SEEN_DESC, limit: 100, includeBots: false };
  return { ...plain, direction: 'forward', ...asked };
}

async function idsOf(asked: Partial<RosterQuery> = {}): Promise<string[]> {
  return (await roster.list(query(asked))).rows.map(({ visitor }) => visitor.id);
}

/** All pages put together in list order, read from the end that the direction starts at. */
async function walk(asked: Partial<RosterQuery>): Promise<string[]> {
  const isBackward = asked.direction === 'backward';
  const ids: string[] = [];
  let after: Keyset | undefined;
  for (;;) {
    const { rows, hasMore } = await roster.list(query({ ...asked, after }));
    const page = rows.map(({ visitor }) => visitor.id);
    if (isBackward) ids.unshift(...page);
    else ids.push(...page);
    if (!hasMore) return ids;
    after = rows.at(isBackward ? 0 : -1)?.keyset;
  }
}

describe('orders', () => {
  it('latest seen first, never seen last, and the exact reverse of it', async () => {
    const [old, never, fresh] = await add({ lastSeenAt: at(1) }, { lastSeenAt: null }, { lastSeenAt: at(2) });

    expect(await idsOf({ sort: VisitorSort.LAST_SEEN_DESC })).toEqual([fresh, old, never]);
    expect(await idsOf({ sort: VisitorSort.LAST_SEEN_ASC })).toEqual([never, old, fresh]);
  });

  it('newest visitors first', async () => {
    const [old, fresh] = await add({ firstSeenAt: at(1) }, { firstSeenAt: at(2) });

    expect(await idsOf({ sort: VisitorSort.FIRST_SEEN_DESC })).toEqual([fresh, old]);
  });

  it('names without regard to letter case, nameless ones last', async () => {
    const [nameless, bob, ann, cid] = await add(
      {},
      { displayName: 'bob' },
      { displayName: 'Ann' },
      { displayName: 'Cid' },
    );

    expect(await idsOf({ sort: VisitorSort.NAME_ASC })).toEqual([ann, bob, cid, nameless]);
  });

  it('online ones by newest arrival, then the others by latest seen', async () => {
    const [a, b, c, d] = await add({}, { lastSeenAt: at(9) }, { lastSeenAt: at(1) }, { lastSeenAt: at(2) });
    const online = [
      { visitorId: a ?? '', sinceMs: START_MS + 2 },
      { visitorId: c ?? '', sinceMs: START_MS + 1 },
    ];

    expect(await idsOf({ sort: VisitorSort.ONLINE_FIRST, online })).toEqual([a, c, b, d]);
  });

  it('all by latest seen while presence cannot be read', async () => {
    const [a, b] = await add({ lastSeenAt: at(1) }, { lastSeenAt: at(2) });

    expect(await idsOf({ sort: VisitorSort.ONLINE_FIRST })).toEqual([b, a]);
  });
});

describe('pages', () => {
  const sorts = Object.values(VisitorSort);
  const directions = ['forward', 'backward'] as const;

  it.each(sorts.flatMap((sort) => directions.map((direction) => ({ sort, direction }))))(
    '[O-04] 500 rows of the same instant are 500 rows in pages of 7 by $sort, $direction',
    async ({ sort, direction }) => {
      await dataSource.query(
        `INSERT INTO visitors (id, site_id, first_seen_at, last_seen_at)
         SELECT 'visitor_' || lpad(i::text, 26, '0'), $1, now(), now() FROM generate_series(1, 500) i`,
        [siteId],
      );
      const online = Array.from({ length: 100 }, (_, i) => ({
        visitorId: `visitor_${String(5 * i + 1).padStart(26, '0')}`,
        sinceMs: START_MS,
      }));

      const ids = await walk({ sort, direction, online, limit: 7 });

      expect(new Set(ids).size).toBe(500);
      expect(ids).toEqual(await idsOf({ sort, online, limit: 500 }));
      await dataSource.query('DELETE FROM visitors WHERE site_id = $1', [siteId]);
    },
  );

  it('whatever is stored, the pages of every sort and direction are the whole list', async () => {
    const second = fc.integer({ min: 0, max: 3 });
    const visitor = fc.record({
      displayName: fc.option(fc.constantFrom('ann', 'Ann', 'ANN', 'bob', '', 'Łukasz', '张伟')),
      lastSeenAt: fc.option(second.map(at)),
      firstSeenAt: second.map(at),
      since: fc.option(second),
      isBot: fc.boolean(),
    });
    const asked = fc.record({
      sort: fc.constantFrom(...sorts),
      direction: fc.constantFrom(...directions),
      limit: fc.integer({ min: 1, max: 8 }),
      includeBots: fc.boolean(),
      onlineFilter: fc.option(fc.boolean(), { nil: undefined }),
    });
    const property = fc.asyncProperty(fc.array(visitor, { maxLength: 25 }), asked, async (people, how) => {
      await dataSource.query('DELETE FROM visitors WHERE site_id = $1', [siteId]);
      const ids = await add(...people.map(({ since: _, ...stored }) => stored));
      const online: OnlineVisitor[] = people.flatMap(({ since }, i) =>
        since === null ? [] : [{ visitorId: ids[i] ?? '', sinceMs: START_MS + since }],
      );
      const isWanted = ({ since, isBot }: (typeof people)[number]): boolean =>
        (how.includeBots || !isBot) && (how.onlineFilter ?? since !== null) === (since !== null);
      const wanted = ids.filter((_, i) => isWanted(people[i] as (typeof people)[number]));

      const walked = await walk({ ...how, online });

      expect([...walked].sort()).toEqual([...wanted].sort());
      expect(walked).toEqual(await idsOf({ ...how, online, direction: 'forward', limit: 100 }));
      expect(
        await roster.count({ siteId, includeBots: how.includeBots, online, onlineFilter: how.onlineFilter }),
      ).toBe(wanted.length);
    });
    await fc.assert(property, { numRuns: 150 });
  });

  it('a page says whether more rows follow', async () => {
    await add({}, {}, {});

    expect((await roster.list(query({ limit: 3 }))).hasMore).toBe(false);
    expect((await roster.list(query({ limit: 2 }))).hasMore).toBe(true);
    expect((await roster.list(query({ limit: 2, direction: 'backward' }))).hasMore).toBe(true);
  });

  it('a place among the online ones still has a next page when presence is gone', async () => {
    const [a = '', b = ''] = await add({ lastSeenAt: at(2) }, { lastSeenAt: at(1) });
    const online = [{ visitorId: a, sinceMs: START_MS }];
    const first = await roster.list(query({ sort: VisitorSort.ONLINE_FIRST, online, limit: 1 }));

    expect(await idsOf({ sort: VisitorSort.ONLINE_FIRST, after: first.rows[0]?.keyset })).toEqual([a, b]);
  });
});

describe('filters', () => {
  it('bots are left out unless asked for', async () => {
    const [person, bot] = await add({ lastSeenAt: at(2) }, { lastSeenAt: at(1), isBot: true });

    expect(await idsOf()).toEqual([person]);
    expect(await idsOf({ includeBots: true })).toEqual([person, bot]);
  });

  it("[X-14] another site's visitors are never listed, even when said to be online here", async () => {
    const other = await new SitesService(dataSource).create({ name: 'Other' });
    const [foreign = ''] = await add({ siteId: other.id, displayName: 'Ann' });
    const online = [{ visitorId: foreign, sinceMs: START_MS }];

    expect(await idsOf({ sort: VisitorSort.ONLINE_FIRST, online })).toEqual([]);
    expect(await idsOf({ onlineFilter: true, online, search: 'Ann' })).toEqual([]);
    expect(await roster.count({ siteId, includeBots: true, online, onlineFilter: true })).toBe(0);
  });

  it('who is online, and who is not', async () => {
    const [here = '', gone] = await add({}, {});
    const online = [{ visitorId: here, sinceMs: START_MS }];

    for (const sort of Object.values(VisitorSort)) {
      expect(await idsOf({ sort, online, onlineFilter: true })).toEqual([here]);
      expect(await idsOf({ sort, online, onlineFilter: false })).toEqual([gone]);
    }
  });

  it('filtering by a presence that cannot be read is an error', async () => {
    await expect(idsOf({ onlineFilter: true })).rejects.toThrow('who is online');
    await expect(idsOf({ sort: VisitorSort.ONLINE_FIRST, onlineFilter: false })).rejects.toThrow(
      'who is online',
    );
  });
});

describe('search', () => {
  it('finds names, e-mails and external ids in any letter case, and whole ids or their ends', async () => {
    const [ann = '', bob = ''] = await add(
      { displayName: 'Ann Smith', externalId: 'U-77', lastSeenAt: at(2) },
      { email: 'bob@example.com', lastSeenAt: at(1) },
    );

    expect(await idsOf({ search: 'smITH' })).toEqual([ann]);
    expect(await idsOf({ search: 'u-7' })).toEqual([ann]);
    expect(await idsOf({ search: ' BOB@ ' })).toEqual([bob]);
    expect(await idsOf({ search: bob })).toEqual([bob]);
    expect(await idsOf({ search: ann.slice(-6).toUpperCase() })).toEqual([ann]);
    expect(await idsOf({ search: 'visitor' })).toEqual([]);
    expect(await idsOf({ search: '  ' })).toEqual([ann, bob]);
  });

  it('[O-11] percent, underscore and backslash mean themselves', async () => {
    const names = ['100% sure', 'a_b', 'a\\b', 'axb', '%'];
    const [sure, under, back, , percent] = await add(
      ...names.map((displayName, i) => ({ displayName, lastSeenAt: at(-i) })),
    );

    expect(await idsOf({ search: '%' })).toEqual([sure, percent]);
    expect(await idsOf({ search: '100%' })).toEqual([sure]);
    expect(await idsOf({ search: 'a_b' })).toEqual([under]);
    expect(await idsOf({ search: '__' })).toEqual([]);
    expect(await idsOf({ search: 'a\\b' })).toEqual([back]);
    expect(await idsOf({ search: '\\' })).toEqual([back]);
  });

  it('[O-09] quotes and NUL in it are harmless', async () => {
    const [ann] = await add({ displayName: "Ann O'Neil" });

    expect(await idsOf({ search: "o'n\0eil" })).toEqual([ann]);
    expect(await idsOf({ search: "'; DROP TABLE visitors; --" })).toEqual([]);
  });
});

describe('cost', () => {
  it('one statement a page, two when it reaches from the online ones into the others', async () => {
    const [a = '', b = ''] = await add({}, {}, {});
    const online = [a, b].map((visitorId) => ({ visitorId, sinceMs: START_MS }));

    expect(await countStatements(() => idsOf({ limit: 2 }))).toBe(1);
    expect(await countStatements(() => idsOf({ sort: VisitorSort.ONLINE_FIRST, online, limit: 1 }))).toBe(1);
    expect(await countStatements(() => idsOf({ sort: VisitorSort.ONLINE_FIRST, online, limit: 3 }))).toBe(2);
    expect(await countStatements(() => roster.count({ siteId, includeBots: false }))).toBe(1);
  });

  it('counting stops at 10,001', async () => {
    await dataSource.query(
      `INSERT INTO visitors (id, site_id, first_seen_at)
       SELECT 'visitor_' || lpad(i::text, 26, '0'), $1, now() FROM generate_series(1, 10100) i`,
      [siteId],
    );

    expect(await roster.count({ siteId, includeBots: false })).toBe(10_001);
  });
});

describe('misuse', () => {
  it('a place of another sort is an error', async () => {
    await expect(idsOf({ sort: VisitorSort.NAME_ASC, after: ['1', '2'] })).rejects.toThrow('another order');
    await expect(idsOf({ sort: VisitorSort.ONLINE_FIRST, after: ['1', '2'] })).rejects.toThrow(
      'another list',
    );
  });
});
