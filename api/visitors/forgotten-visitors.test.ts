import type { DataSource } from 'typeorm';
import { createDataSource } from '../postgres/data-source';
import { SitesService } from '../sites/sites.service';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { untilPasses } from '../testing/until-passes';
import { ForgottenVisitors } from './forgotten-visitors';
import { PersonHashes } from './person-hashes';
import { VisitorForgottenError } from './visitor-forgotten-error';
import { VisitorsService } from './visitors.service';

const hashes = new PersonHashes('a secret of at least thirty-two characters');

describe('what PostgreSQL keeps of the forgotten', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let visitors: VisitorsService;
  let forgotten: ForgottenVisitors;
  let siteId: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource(database.url).initialize();
    visitors = new VisitorsService(dataSource);
    forgotten = new ForgottenVisitors(dataSource);
    siteId = (await new SitesService(dataSource).create({ name: 'Acme' })).id;
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const personHash = (externalId: string, isVerified: boolean) => hashes.of(siteId, externalId, isVerified);
  const identify = async (externalId: string | null, visitorId: string | null = null) => {
    const seen = await visitors.identify({
      siteId,
      visitorId,
      externalId,
      personHash: externalId && personHash(externalId, false),
      device: null,
      seenAt: new Date(),
      startsVisit: true,
      graceMs: 5_000,
    });
    return seen.visitor.id;
  };
  const rowsLike = (text: string) =>
    dataSource.query<unknown[]>(
      `SELECT to_jsonb(v) FROM visitors v WHERE v.site_id = $1 AND to_jsonb(v)::text LIKE '%' || $2 || '%'`,
      [siteId, text],
    );
  /** Resolves when a statement of that kind waits for somebody else's lock. */
  const waitsForLock = (beginning: string) =>
    untilPasses(async () => {
      const waiting = await dataSource.query<unknown[]>(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE $1`,
        [`${beginning}%`],
      );
      expect(waiting).toHaveLength(1);
    });

  it('[X-41] whoever waits at the row of somebody being erased does not come back as somebody new', async () => {
    const visitorId = await identify('racer');
    let racing: Promise<unknown> | undefined;

    await forgotten.erase({
      siteId,
      visitorId,
      personHash,
      async alongside() {
        racing = identify('racer').catch((error: unknown) => error);
        await waitsForLock('INSERT INTO visitors');
      },
    });

    expect(await racing).toBeInstanceOf(VisitorForgottenError);
    expect(await rowsLike('racer')).toEqual([]);
  });

  it('[X-41] a browser whose visitor is being erased does not become the person it names', async () => {
    const visitorId = await identify(null);
    let racing: Promise<unknown> | undefined;

    await forgotten.erase({
      siteId,
      visitorId,
      async alongside() {
        racing = identify('signs-in', visitorId).catch((error: unknown) => error);
        await waitsForLock('UPDATE visitors');
      },
    });

    expect(await racing).toBeInstanceOf(VisitorForgottenError);
    expect(await rowsLike('signs-in')).toEqual([]);
  });

  it('is nothing that tells who they were, and goes when no token can name them any more', async () => {
    const visitorId = await identify('telling@x.test');
    await forgotten.erase({ siteId, visitorId, personHash });
    await forgotten.noteLeftPresence(siteId, [visitorId]);

    const kept = await dataSource.query<unknown[]>('SELECT to_jsonb(s)::text FROM suppressed_people s');
    expect(JSON.stringify(kept)).not.toContain('telling');
    expect(await forgotten.findNote([siteId], visitorId)).not.toBeNull();
    await forgotten.dropNotes(siteId, 60_000);
    expect(await forgotten.findNote([siteId], visitorId)).not.toBeNull();
    await forgotten.dropNotes(siteId, -1_000);
    expect(await forgotten.findNote([siteId], visitorId)).toBeNull();
    await expect(identify('telling@x.test')).rejects.toThrow(VisitorForgottenError);
  });

  it('is nothing at all when what was to happen with it fails', async () => {
    const visitorId = await identify('stays');

    const alongside = () => Promise.reject(new Error('not recorded'));
    await expect(forgotten.erase({ siteId, visitorId, personHash, alongside })).rejects.toThrow(
      'not recorded',
    );

    expect(await rowsLike('stays')).toHaveLength(1);
    expect(await identify('stays')).toBe(visitorId);
  });
});
