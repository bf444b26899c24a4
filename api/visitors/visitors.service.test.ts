import type { DataSource } from 'typeorm';
import { createDataSource } from '../postgres/data-source';
import { SitesService } from '../sites/sites.service';
import { countStatements } from '../testing/count-statements';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { isId, newId } from '../typed-id';
import { DeviceKind } from './device-kind';
import type { Sighting } from './sighting';
import { Visitor } from './visitor.entity';
import { VisitorsService } from './visitors.service';

const START_MS = Date.parse('2026-11-25T10:00:00.123Z');
const GRACE_MS = 5_000;
const at = (seconds: number): Date => new Date(START_MS + seconds * 1_000);

let database: TestDatabase;
let dataSource: DataSource;
let visitors: VisitorsService;
let siteId: string;
let otherSiteId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.url).initialize();
  visitors = new VisitorsService(dataSource);
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

beforeEach(async () => {
  const sites = new SitesService(dataSource);
  siteId = (await sites.create({ name: 'Acme' })).id;
  otherSiteId = (await sites.create({ name: 'Other' })).id;
});

function sighting(told: Partial<Sighting> = {}): Sighting {
  const nobody = { siteId, visitorId: null, externalId: null, device: null };
  return { ...nobody, seenAt: at(0), startsVisit: true, graceMs: GRACE_MS, ...told };
}

const identify = async (told: Partial<Sighting> = {}): Promise<Visitor> =>
  (await visitors.identify(sighting(told))).visitor;

async function everybody(): Promise<Visitor[]> {
  return dataSource.getRepository(Visitor).find({ where: { siteId }, order: { id: 'ASC' } });
}

describe('who was it', () => {
  it('a browser without any id is a new anonymous visitor', async () => {
    const visitor = await identify();

    expect(isId('visitor', visitor.id)).toBe(true);
    expect(visitor).toMatchObject({
      siteId,
      externalId: null,
      visitCount: 1,
      firstSeenAt: at(0),
      lastSeenAt: at(0),
    });
    expect(await everybody()).toEqual([visitor]);
  });

  it('a browser that comes back with its id is the same visitor', async () => {
    const { id } = await identify();

    expect((await identify({ visitorId: id })).id).toBe(id);
    expect(await everybody()).toHaveLength(1);
  });

  it('the same external id is the same visitor, from whatever browser', async () => {
    const first = await identify({ externalId: 'u1' });
    const second = await identify({ externalId: 'u1', visitorId: newId('visitor') });

    expect(second.id).toBe(first.id);
    expect(await everybody()).toHaveLength(1);
  });

  it('an anonymous visitor becomes the known one and keeps the id', async () => {
    const { id } = await identify({ displayName: 'Ann' });

    const known = await identify({ visitorId: id, externalId: 'u1' });

    expect(known).toMatchObject({ id, externalId: 'u1', displayName: 'Ann' });
    expect(await everybody()).toEqual([known]);
  });

  it('an anonymous visitor does not become somebody who is known already', async () => {
    const known = await identify({ externalId: 'u1' });
    const anonymous = await identify();

    const seen = await identify({ visitorId: anonymous.id, externalId: 'u1' });

    expect(seen.id).toBe(known.id);
    expect(await everybody()).toEqual([seen, anonymous]);
  });

  it('a known browser that is told another external id is another visitor, and nothing moves', async () => {
    const ann = await identify({ externalId: 'ann', email: 'ann@example.com' });

    const bob = await identify({ visitorId: ann.id, externalId: 'bob' });

    expect(bob).toMatchObject({ externalId: 'bob', email: null });
    expect(bob.id).not.toBe(ann.id);
    expect(await visitors.findById([siteId], ann.id)).toEqual(ann);
  });

  it('a known visitor stays known when a page does not repeat the external id', async () => {
    const { id } = await identify({ externalId: 'u1' });

    expect(await identify({ visitorId: id })).toMatchObject({ id, externalId: 'u1' });
  });

  it('the same e-mail does not make two people one', async () => {
    const first = await identify({ email: 'a@example.com' });
    const second = await identify({ email: 'a@example.com' });

    expect(second.id).not.toBe(first.id);
  });

  it.each(['gone', 'malformed', 'foreign'])(
    'an id that is %s makes a new visitor under a new id',
    async (kind) => {
      const foreign = await identify({ siteId: otherSiteId });
      const visitorId = { gone: newId('visitor'), malformed: 'x', foreign: foreign.id }[kind] ?? null;

      const visitor = await identify({ visitorId });

      expect(visitor.siteId).toBe(siteId);
      expect(visitor.id).not.toBe(visitorId);
      expect(await visitors.findById([otherSiteId], foreign.id)).toEqual(foreign);
    },
  );

  it('a person proved and one merely claimed are two visitors, and the proved one is found by the id', async () => {
    const claimed = await identify({ externalId: '42' });
    const proved = await identify({ externalId: '42', isVerified: true });

    expect(proved.id).not.toBe(claimed.id);
    expect((await identify({ externalId: '42' })).id).toBe(claimed.id);
    expect((await identify({ externalId: '42', isVerified: true })).id).toBe(proved.id);
    expect(await visitors.findByExternalId(siteId, '42')).toMatchObject({ id: proved.id, isVerified: true });
  });

  it('an anonymous visitor becomes a proved one and keeps the id', async () => {
    const { id } = await identify();

    expect(await identify({ visitorId: id, externalId: '42', isVerified: true })).toMatchObject({
      id,
      externalId: '42',
      isVerified: true,
    });
  });

  it('[X-22] without the proof nothing told changes who a verified visitor is, only that they are there', async () => {
    const { id } = await identify({
      externalId: '42',
      isVerified: true,
      displayName: 'Maria',
      traits: { a: 1 },
    });

    const seen = await visitors.identify(
      sighting({
        visitorId: id,
        displayName: 'Evil',
        email: 'evil@x.test',
        traits: null,
        locale: 'pt',
        seenAt: at(9),
      }),
    );

    expect(seen.isProfileChanged).toBe(false);
    expect(seen.visitor).toMatchObject({ id, displayName: 'Maria', email: null, traits: { a: 1 } });
    expect(seen.visitor).toMatchObject({ locale: 'pt', lastSeenAt: at(9) });
  });

  it("[X-14] another site's anonymous visitor never becomes known here", async () => {
    const foreign = await identify({ siteId: otherSiteId });

    const visitor = await identify({ visitorId: foreign.id, externalId: 'u1' });

    expect(visitor.id).not.toBe(foreign.id);
    expect(await visitors.findById([otherSiteId], foreign.id)).toEqual(foreign);
  });

  it('[O-05] the same external id on two sites is two visitors', async () => {
    const here = await identify({ externalId: 'u1' });
    const there = await identify({ siteId: otherSiteId, externalId: 'u1' });

    expect(there.id).not.toBe(here.id);
    expect(await visitors.findByExternalId(siteId, 'u1')).toEqual(here);
    expect(await visitors.findByExternalId(otherSiteId, 'u1')).toEqual(there);
  });
});

describe('what is stored', () => {
  const device = { browser: 'Firefox', os: 'Linux', kind: DeviceKind.DESKTOP, isBot: false };

  it('everything told is stored and answered', async () => {
    const told = {
      externalId: 'u1',
      displayName: 'Ann',
      email: 'ann@example.com',
      avatarUrl: 'https://example.com/a.png',
      traits: { plan: 'pro', seats: 3, isTrial: false, company: null },
      locale: 'en-GB',
      timeZone: 'Europe/Vienna',
    };

    const visitor = await identify({ ...told, device });

    expect(visitor).toMatchObject(told);
    expect(visitor.device).toEqual(device);
    expect(await dataSource.getRepository(Visitor).findOneBy({ siteId, id: visitor.id })).toEqual(visitor);
  });

  it('what is not told stays, what is told as null goes, traits are replaced as a whole', async () => {
    const told = { displayName: 'Ann', email: 'ann@example.com', traits: { a: 1 }, device, locale: 'en' };
    const { id } = await identify(told);

    const visitor = await identify({ visitorId: id, email: null, traits: { b: 2 } });

    expect(visitor).toMatchObject({ displayName: 'Ann', email: null, traits: { b: 2 }, locale: 'en' });
    expect(visitor.device).toEqual(device);
    expect((await identify({ visitorId: id, traits: null })).traits).toBeNull();
  });

  it('a visitor whom no browser showed has no device', async () => {
    expect((await identify()).device).toBeNull();
  });

  it('[O-09] NUL and half surrogate pairs do not fail the call', async () => {
    const visitor = await identify({ externalId: 'u\0one', displayName: 'A\0nn', locale: '\ud800' });

    expect(visitor).toMatchObject({ externalId: 'uone', displayName: 'Ann', locale: '\ufffd' });
    expect(await visitors.findByExternalId(siteId, 'u\0one')).toEqual(visitor);
  });

  it('[P7] a late sighting does not move last seen back', async () => {
    const { id } = await identify({ seenAt: at(10) });

    expect((await identify({ visitorId: id, seenAt: at(1) })).lastSeenAt).toEqual(at(10));
  });

  it('without a time the clock of the database decides', async () => {
    const visitor = await identify({ seenAt: null });

    const [clock] = await dataSource.query<[{ now: Date }]>('SELECT now() AS now');
    expect(Math.abs(Number(visitor.lastSeenAt) - clock.now.getTime())).toBeLessThan(1_000);
    expect(visitor.firstSeenAt).toEqual(visitor.lastSeenAt);
  });

  it('a visitor of a site that does not exist is refused', async () => {
    await expect(identify({ siteId: newId('site') })).rejects.toThrow('foreign key');
  });
});

describe('counting visits', () => {
  it('coming back after the grace is another visit', async () => {
    const { id } = await identify();

    expect((await identify({ visitorId: id, seenAt: at(5) })).visitCount).toBe(2);
  });

  it('coming back within the grace continues the visit', async () => {
    const { id } = await identify();

    expect((await identify({ visitorId: id, seenAt: at(4.999) })).visitCount).toBe(1);
  });

  it('a second tab of somebody online is no visit', async () => {
    const { id } = await identify();

    expect((await identify({ visitorId: id, seenAt: at(60), startsVisit: false })).visitCount).toBe(1);
  });

  it('ten tabs that open at the same moment are one visit', async () => {
    const { id } = await identify({ externalId: 'u1' });

    const told = { visitorId: id, externalId: 'u1', seenAt: at(60) };
    await Promise.all(Array.from({ length: 10 }, () => identify(told)));

    expect((await visitors.findById([siteId], id))?.visitCount).toBe(2);
  });
});

describe('at the same time', () => {
  it('ten first calls with one external id make one visitor', async () => {
    const seen = await Promise.all(Array.from({ length: 10 }, () => identify({ externalId: 'u1' })));

    expect(new Set(seen.map(({ id }) => id)).size).toBe(1);
  });

  it('ten anonymous browsers that become the same person end as that one person', async () => {
    const anonymous = await Promise.all(Array.from({ length: 10 }, () => identify()));

    const seen = await Promise.all(anonymous.map(({ id }) => identify({ visitorId: id, externalId: 'u1' })));

    expect(new Set(seen.map(({ id }) => id)).size).toBe(1);
    expect((await everybody()).filter(({ externalId }) => externalId === 'u1')).toHaveLength(1);
  });

  it('[O-03] fifty calls share two connections without a deadlock', async () => {
    const small = await createDataSource(database.url, { poolSize: 2 }).initialize();
    const service = new VisitorsService(small);

    const seen = await Promise.all(
      Array.from({ length: 50 }, (_, i) => service.identify(sighting({ externalId: `u${i % 25}` }))),
    );

    expect(new Set(seen.map(({ visitor }) => visitor.id)).size).toBe(25);
    await small.destroy();
  });
});

describe('cost', () => {
  it('one statement for a new visitor, a returning one and a known one; one more the first time somebody is named', async () => {
    const { id } = await identify();

    expect(await countStatements(() => identify())).toBe(1);
    expect(await countStatements(() => identify({ visitorId: id }))).toBe(1);
    expect(await countStatements(() => identify({ externalId: 'u1' }))).toBe(2);
    expect(await countStatements(() => identify({ externalId: 'u1' }))).toBe(1);
    expect(await countStatements(() => identify({ visitorId: id, externalId: 'u1' }))).toBe(1);
  });

  it('three statements when an anonymous visitor becomes known', async () => {
    const { id } = await identify();

    expect(await countStatements(() => identify({ visitorId: id, externalId: 'u1' }))).toBe(3);
  });

  it('[O-10] one statement for a hundred visitors, none for malformed ids', async () => {
    const { id } = await identify();
    const ids = [id, ...Array.from({ length: 99 }, () => newId('visitor'))];

    expect(await countStatements(() => visitors.getMany([siteId], ids))).toBe(1);
    expect(await countStatements(() => visitors.findById([siteId], 'not-an-id'))).toBe(0);
    expect(await countStatements(() => visitors.findById([siteId], newId('agent')))).toBe(0);
    expect(await countStatements(() => visitors.findByExternalId('not-an-id', 'u1'))).toBe(0);
    expect(await countStatements(() => visitors.getMany([], [id]))).toBe(0);
  });
});

describe('looking up', () => {
  it('[D-04] answers come in the order asked for, null for the absent, foreign and malformed', async () => {
    const ann = await identify();
    const bob = await identify();
    const foreign = await identify({ siteId: otherSiteId });

    const found = await visitors.getMany(
      [siteId],
      [bob.id, 'x', newId('visitor'), ann.id, foreign.id, bob.id],
    );

    expect(found).toEqual([bob, null, null, ann, null, bob]);
  });

  it('several sites can be looked at together', async () => {
    const here = await identify();
    const there = await identify({ siteId: otherSiteId });

    expect(await visitors.getMany([siteId, otherSiteId], [there.id, here.id])).toEqual([there, here]);
  });

  it('an external id nobody has is nobody', async () => {
    expect(await visitors.findByExternalId(siteId, 'u1')).toBeNull();
  });
});

describe('many at once', () => {
  it('everybody who identifies while one is being written is written in one statement', async () => {
    const known = await Promise.all(Array.from({ length: 20 }, () => identify()));
    let seen: Visitor[] = [];

    const statements = await countStatements(async () => {
      seen = await Promise.all([
        ...known.map(({ id }, i) => identify({ visitorId: id, displayName: `Name ${i}` })),
        ...Array.from({ length: 20 }, () => identify()),
      ]);
    });

    expect(statements).toBe(1);
    expect(seen.slice(0, 20).map(({ id, displayName }) => [id, displayName])).toEqual(
      known.map(({ id }, i) => [id, `Name ${i}`]),
    );
    expect(new Set(seen.map(({ id }) => id)).size).toBe(40);
  });

  it('a visitor who identifies in two tabs at once is written twice, and counts as one visit', async () => {
    const { id } = await identify({ seenAt: at(-3_600) });

    const seen = await Promise.all([
      identify({ visitorId: id, startsVisit: true, displayName: 'Maria' }),
      identify({ visitorId: id, startsVisit: true }),
    ]);

    expect(seen.map((visitor) => visitor.id)).toEqual([id, id]);
    expect(seen[1]).toMatchObject({ displayName: 'Maria', visitCount: 2 });
  });
});
