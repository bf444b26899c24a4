import { READ_ROSTER } from '../documents/read-roster';
import { READ_VIEWER } from '../documents/read-viewer';
import { offlineCard } from '../testing/offline-card';
import { rosterAnswer } from '../testing/roster-answer';
import { viewerAnswer } from '../testing/viewer-answer';
import { visitorCard } from '../testing/visitor-card';
import { workingSite } from '../testing/working-site';
import { appears } from './appears';
import { busySite } from './busy-site';
import type { Scene } from './scene';

const ROW = '[data-visitor]';
const away = (): Error => new Error('away');
const signedOut = { data: null, errors: [{ message: 'Sign in.', extensions: { code: 'UNAUTHENTICATED' } }] };
const LONG = 'Bartholomäus von und zu Wolkenkuckucksheim-Ehrenbreitstein '.repeat(5);

const listed = async (): Promise<void> => void (await appears(ROW));

function narrowed(everyone: number, at: string): Scene {
  const network = busySite().answer(READ_ROSTER, () => rosterAnswer({ visitors: [], everyone }));
  return { network, at, then: async () => void (await appears('main button')) };
}

/** The list in every state it can be in, and what stands in its place. */
export const LIST_SCENES: Readonly<Record<string, () => Scene>> = {
  'sign-in': () => ({
    network: busySite().answer(READ_VIEWER, () => ({ data: { viewer: null } })),
    then: async () => void (await appears('form')),
  }),
  'viewer-unreachable': () => ({
    network: busySite().answer(READ_VIEWER, away),
    then: async () => void (await appears('h1')),
  }),
  'no-access': () => ({
    network: busySite().answer(READ_VIEWER, () => viewerAnswer()),
    then: async () => void (await appears('h1')),
  }),
  'list-loading': () => ({
    network: busySite().answer(READ_ROSTER, () => 'silence'),
    then: async () => void (await appears('[aria-busy=true]')),
  }),
  'list-live': () => ({ network: busySite(), then: listed }),
  'list-empty': () => ({ network: workingSite([]), then: async () => void (await appears('pre')) }),
  'list-no-match': () => narrowed(9_482, '/?q=nobody&verified=1'),
  'list-unreachable': () => ({
    network: busySite().answer(READ_ROSTER, away),
    then: async () => void (await appears('main button')),
  }),
  'list-stale': () => ({
    network: busySite(),
    then: async ({ session }) => {
      await listed();
      session.stay.get().connection.monitor.pingMissed();
      await appears('[data-phase=stale] b');
    },
  }),
  'list-lost': () => ({
    network: busySite(),
    then: async ({ session }) => {
      await listed();
      const { monitor } = session.stay.get().connection;
      monitor.pingMissed();
      monitor.status.set({ ...monitor.status.get(), phase: 'lost' });
      await appears('[role=alert]');
    },
  }),
  'list-polling': () => ({
    network: busySite(),
    isOnline: false,
    then: async ({ session }) => {
      await listed();
      session.stay.get().connection.monitor.polled();
      await appears('[data-phase=polling]');
    },
  }),
  'list-back': () => ({
    network: busySite(),
    then: async ({ session }) => {
      await listed();
      const { monitor } = session.stay.get().connection;
      monitor.pingMissed();
      monitor.socketOpened();
      monitor.caughtUp();
      await appears('[data-phase=live] b');
    },
  }),
  'list-signed-out': () => {
    const network = busySite();
    return {
      network,
      then: async () => {
        await listed();
        network.answer(READ_VIEWER, () => ({ data: { viewer: null } })).answer(READ_ROSTER, () => signedOut);
        network.push([], { resyncRequired: true });
        await appears('form [role=alert], [role=alert]');
      },
    };
  },
  'list-held': () => {
    const network = busySite();
    return {
      network,
      then: async () => {
        const row = await appears(ROW);
        row.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
        const since = '2026-11-25T12:00:05.000Z';
        const presence = { ...visitorCard().presence, since, asOf: since };
        network.push(
          ['Nia', 'Teo', 'Uma'].map((name) => visitorCard({ id: name, displayName: name, presence })),
          { online: 8 },
        );
        await appears('[role=grid] button');
      },
    };
  },
  'list-searched': () => ({
    network: busySite(),
    at: '/?q=maria&known=identified&seen=60&sort=name',
    then: listed,
  }),
  'list-long-names': () => ({
    network: busySite(
      visitorCard({
        id: 'long',
        displayName: LONG,
        email: `${'a'.repeat(60)}@${'b'.repeat(60)}.example`,
        currentPage: {
          ...visitorCard().currentPage!,
          title: LONG,
          url: `https://acme.com/${'deep/'.repeat(60)}`,
        },
      }),
      visitorCard({ id: 'bidi', displayName: '\u202Egnp.exe\u2066 <b>Eve</b>', email: null }),
    ),
    at: '/v/long',
    then: async () => void (await appears('section h2')),
  }),
  'list-ten-thousand': () => ({
    network: busySite().answer(READ_ROSTER, () => {
      const visitors = Array.from({ length: 100 }, (_, number) =>
        visitorCard({ id: `many_${number}`, displayName: `Visitor number ${number}` }),
      );
      const answer = rosterAnswer({ visitors, everyone: 10_001, online: 1_284, endCursor: 'more' });
      answer.data.visitors.totalCount = 10_001;
      return answer;
    }),
    then: listed,
  }),
  'list-unknown': () => ({
    network: busySite().answer(READ_ROSTER, () => {
      const presence = {
        state: 'UNKNOWN' as const,
        asOf: '2026-11-25T12:00:00.000Z',
        since: null,
        sessionCount: null,
      };
      const visitors = ['Ana', 'Ben', 'Cem'].map((name) =>
        offlineCard({ id: name, displayName: name, presence, lastSeenAt: '2026-11-25T11:40:00.000Z' }),
      );
      return rosterAnswer({ visitors, online: null });
    }),
    then: listed,
  }),
  'list-stray': () => {
    const leaver = visitorCard({ id: 'leaver', displayName: 'Nia Costa' });
    const network = busySite(leaver);
    return {
      network,
      at: '/v/leaver?status=online',
      then: async () => {
        await appears('[data-visitor=leaver][data-state=online]');
        network.push([offlineCard({ id: 'leaver', displayName: 'Nia Costa' })], {
          kind: 'WENT_OFFLINE',
          online: 5,
        });
        await appears('[data-visitor=leaver][data-state=offline]');
      },
    };
  },
  'list-clock-wrong': () => ({
    network: busySite(),
    then: async ({ session }) => {
      await listed();
      const { clock } = session.stay.get().connection;
      for (let sample = 0; sample < 3; sample += 1) clock.samplePush(Date.now() + 9 * 60_000);
      await appears('footer');
    },
  }),
};
