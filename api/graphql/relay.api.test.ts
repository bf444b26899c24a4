import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../postgres/data-source';
import { callApi } from '../testing/api-client';
import { signIn } from '../testing/sign-in';
import { startTestNode, type TestNode } from '../testing/test-node';
import { walkConnection } from '../testing/walk-connection';
import { newId } from '../typed-id';
import { Visitor } from '../visitors/visitor.entity';
import { VisitorSort } from '../visitors/visitor-sort';

const HOUR_MS = '3600000';
/** Nobody falls silent while pages are put together. */
const LONG_VISITS = { PORCHLIGHT_SESSION_TTL_VISIBLE_MS: HOUR_MS, PORCHLIGHT_SESSION_TTL_HIDDEN_MS: HOUR_MS };
const DAY_MS = 86_400_000;
/** Long enough ago that nobody is taken for somebody who has just gone. */
const START_MS = Date.now() - 30 * DAY_MS;
const at = (step: number) => new Date(START_MS + step * DAY_MS);
const PEOPLE = 30;
const RUNS = 3;
// Equal ones, empty ones, and some that differ only in letter case, in accents or in what is a letter.
const NAMES = ['Anna', 'anna', 'Änna', 'Zoë', 'bo', 'Bo', '王芳', '🙂', null];
const WHICH: [name: string, which: object][] = [
  ['everybody', {}],
  ['those online', { filter: { isOnline: true } }],
  ['those offline', { filter: { isOnline: false } }],
  ['bots too', { filter: { includeBots: true } }],
  ['a search', { search: 'n' }],
];

describe('pages of visitors', () => {
  let node: TestNode;
  let dataSource: DataSource;
  let ids: string[];

  beforeAll(async () => {
    node = await startTestNode({ env: LONG_VISITS });
    dataSource = await createDataSource(node.database.url).initialize();
    ids = [];
    for (let i = 0; i < PEOPLE; i++) ids.push(await addVisitor(i));
  });
  afterAll(async () => {
    await dataSource.destroy();
    await node.close();
  });

  /** Every third is online, every seventh a bot, every tenth was never seen; instants repeat. */
  async function addVisitor(i: number): Promise<string> {
    const id = newId('visitor');
    await dataSource.getRepository(Visitor).insert({
      id,
      siteId: node.site.id,
      displayName: NAMES[i % NAMES.length],
      isBot: i % 7 === 6,
      visitCount: 1,
      firstSeenAt: at(i % 4),
      lastSeenAt: i % 10 === 9 ? null : at(4 + (i % 5)),
    });
    if (i % 3 === 0) await come(id);
    return id;
  }
  const come = (visitorId: string) =>
    node.services.sessions.touch({
      siteId: node.site.id,
      visitorId,
      tabId: `tab-${visitorId.slice(-8)}`,
      seq: null,
      isVisible: true,
      operation: 'IDENTIFIED',
      page: null,
    });
  const headers = () => ({ authorization: `Bearer ${node.apiKey}` });
  const walk = (
    options: Pick<Parameters<typeof walkConnection>[0], 'direction' | 'sizes' | 'which' | 'between'>,
  ) => walkConnection({ url: node.url, headers: headers(), mostPages: 3 * PEOPLE, ...options });
  const how = fc.record({
    direction: fc.constantFrom('forward' as const, 'backward' as const),
    sizes: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
  });

  describe.each(Object.values(VisitorSort))('by %s', (sort) => {
    it.each(WHICH)('of %s, put together, are the whole list', async (_name, which) => {
      const query = `query ($sort: VisitorSort, $filter: VisitorFilter, $search: String) {
        visitors(first: 100, sort: $sort, filter: $filter, search: $search) { totalCount nodes { id } } }`;
      const { data } = await callApi(node.url, query, { sort, ...which }, headers());
      const whole = (data['visitors'].nodes as { id: string }[]).map(({ id }) => id);
      expect(whole.length).toBeGreaterThan(4);
      expect(new Set(whole).size).toBe(whole.length);
      expect(data['visitors'].totalCount).toBe(whole.length);

      const property = fc.asyncProperty(how, async (taken) => {
        expect(await walk({ ...taken, which: { sort, ...which } })).toEqual(whole);
      });
      await fc.assert(property, { numRuns: RUNS });
    });
  });

  it('an argument with a default may be given null, which is the default', async () => {
    const query = `{ site { onlineHistory(minutes: null) { online } auditLog(first: null) { id } }
      presenceChanges(first: 1, direction: null) { edges { cursor } }
      visitors(first: 1, sort: null) { nodes { recentPages(first: null) { url } } } }`;
    const { cookie } = await signIn(node.url, node.agent);

    const { data, errors } = await callApi(node.url, query, {}, { cookie });

    expect(errors).toBeUndefined();
    expect(data['visitors'].nodes).toHaveLength(1);
  });

  // Last: what moves does not come back.
  describe.each(Object.values(VisitorSort))('by %s, while rows move', (sort) => {
    it('end, and nobody who stayed is missed or met twice', async () => {
      const move = fc.record({
        who: fc.nat(PEOPLE - 1),
        what: fc.constantFrom('renamed' as const, 'seen' as const, 'arrived' as const),
        step: fc.nat(9),
      });
      const property = fc.asyncProperty(how, fc.array(move, { maxLength: 12 }), async (taken, moves) => {
        const before = await walk({ direction: 'forward', sizes: [50], which: { sort } });
        const moved = new Set<string>();
        let next = 0;
        const between = async () => {
          const move = moves[next++];
          if (!move) return;
          const id = ids[move.who]!;
          moved.add(id);
          if (move.what === 'arrived') return come(id);
          const change =
            move.what === 'renamed'
              ? { displayName: NAMES[move.step % NAMES.length] }
              : { lastSeenAt: at(4 + move.step) };
          await dataSource.getRepository(Visitor).update(id, change);
        };

        const walked = await walk({ ...taken, which: { sort }, between });

        const stayed = (all: string[]) => all.filter((id) => !moved.has(id));
        expect(stayed(walked)).toEqual(stayed(before));
      });
      await fc.assert(property, { numRuns: RUNS });
    });
  });
});
