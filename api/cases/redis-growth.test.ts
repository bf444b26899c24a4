import { CASE_TIMINGS } from '../testing/case-timings';
import { dumpRedis } from '../testing/dump-redis';
import { startPresenceWorld, type PresenceWorld } from '../testing/presence-world';

const VISITORS = 100_000;
const TAB = 'tab-11111111';
const PAGE = { url: 'https://acme.test/', title: 'Acme', referrer: null };
/** So many calls travel together. */
const AT_ONCE = 100;
/** A busy machine may need longer than a node would wait. */
const PATIENCE_MS = 10_000;
const LONGEST_MS = 180_000;
/** Nobody is gone before the last has come, however long a busy machine takes for that. */
const SESSION_TTL_MS = 600_000;
const FORGOTTEN_AFTER_SECONDS = (2 * SESSION_TTL_MS) / 1_000 + 5;

describe('what Redis keeps of visitors who are gone', () => {
  let world: PresenceWorld;
  beforeAll(async () => {
    world = await startPresenceWorld({
      ...CASE_TIMINGS,
      sessionTtlVisibleMs: SESSION_TTL_MS,
      sessionTtlHiddenMs: SESSION_TTL_MS,
      retainedChanges: 100,
      redisReadDeadlineMs: PATIENCE_MS,
    });
  });
  afterAll(() => world.stop());

  /** Lets everybody be forgotten; which kinds of keys are left. */
  const forget = async () => {
    for (let passed = 0; passed < FORGOTTEN_AFTER_SECONDS; passed += 5) {
      world.skip(5);
      await world.sweep();
    }
    return (await world.client.keys('*')).sort();
  };

  it(
    'case 49: of a hundred thousand who came once, whom nobody ever looked at, nothing is left',
    async () => {
      await world.identify(world.visitor(), TAB, { page: PAGE });
      const baseline = await forget();

      for (let come = 0; come < VISITORS; come += AT_ONCE) {
        await Promise.all(
          Array.from({ length: AT_ONCE }, () => world.identify(world.visitor(), TAB, { page: PAGE })),
        );
      }
      const position = await world.sessions.getPosition(world.siteId);
      expect(position?.count).toBe(VISITORS);

      expect(await forget()).toEqual(baseline);
      const left = await dumpRedis(world.client, { without: ['changes', 'ends'] });
      expect(left).not.toContain('visitor_');
    },
    LONGEST_MS,
  );
});
