import { callApi, subscribeApi } from '../testing/api-client';
import { counted } from './rig/counted';
import { eventually } from './rig/eventually';
import { FaultWorld } from './rig/fault-world';
import { Widget } from './rig/widget';

const READ = `{ visitors(first: 100, filter: { isOnline: true }) { presenceCursor nodes { id } } }`;
const WATCH = `subscription ($after: String) { visitorPresenceChanged(after: $after) {
  resyncRequired changes { id kind visitorId } } }`;

/** Before the list is read; between reading and subscribing; while subscribing; after. */
const MOMENTS = [0, 1, 2, 3] as const;
type Moment = (typeof MOMENTS)[number];

describe('reading the list and subscribing with its cursor', () => {
  let world: FaultWorld;
  const env = { PORCHLIGHT_SESSION_TTL_VISIBLE_MS: '60000', PORCHLIGHT_SESSION_TTL_HIDDEN_MS: '60000' };
  beforeAll(async () => {
    world = await FaultWorld.start({ env });
    await world.sql('UPDATE sites SET goodbye_grace_seconds = 0');
  });
  afterAll(() => world.stop());

  it('[P12] E-23: whenever three changes happen, the screen ends up right and shows none of them twice', async () => {
    const { home, siteKey } = world;
    const authorization = `Bearer ${home.apiKey}`;
    let wrong = 0;
    let doubled = 0;
    let runs = 0;
    for (const moments of MOMENTS.flatMap((a) =>
      MOMENTS.flatMap((b) => MOMENTS.map((c) => [a, b, c] as const)),
    )) {
      const leaver = await Widget.open(home.url, siteKey);
      const come = async () => void newcomers.push(await Widget.open(home.url, siteKey));
      const newcomers: Widget[] = [];
      const acts = [come, () => leaver.leave(home.url), come];
      const at = (moment: Moment) =>
        Promise.all(acts.filter((_, i) => moments[i] === moment).map((act) => act()));

      await at(0);
      const { data } = await callApi(home.url, READ, {}, { authorization });
      const list = data['visitors'] as { presenceCursor: string; nodes: { id: string }[] };
      const shown = new Set(list.nodes.map(({ id }) => id));
      await at(1);
      const subscriber = subscribeApi(home.url, WATCH, { after: list.presenceCursor }, authorization);
      const seen: string[] = [];
      const following = (async () => {
        for (;;) {
          const { resyncRequired, changes } = (await subscriber.next())['visitorPresenceChanged'];
          if (resyncRequired) throw new Error('nothing was lost, and yet all was to be read again');
          for (const { id, kind, visitorId } of changes as {
            id: string;
            kind: string;
            visitorId: string;
          }[]) {
            seen.push(id);
            if (kind === 'WENT_OFFLINE') shown.delete(visitorId);
            else shown.add(visitorId);
          }
        }
      })().catch((error: Error) => error.message);
      await at(2);
      await at(3);

      const truth = await world.online();
      const isRight = () => shown.size === truth.size && [...truth].every((id) => shown.has(id));
      await eventually('the screen is right', 2_000, isRight).catch(() => (wrong += 1));
      await subscriber.close();
      expect(await following).toBe('The subscription ended');
      doubled += seen.length - new Set(seen).size;
      runs += 1;
      await Promise.all(newcomers.map((widget) => widget.leave(home.url)));
    }

    counted('E-23', { interleavings: runs, wrong, doubled });
    expect([wrong, doubled]).toEqual([0, 0]);
  });
});
