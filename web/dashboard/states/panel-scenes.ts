import { READ_VISIT } from '../documents/read-visit';
import { READ_VISITOR } from '../documents/read-visitor';
import { offlineCard } from '../testing/offline-card';
import type { ScriptedNetwork } from '../testing/scripted-network';
import { visitAnswer } from '../testing/visit-answer';
import { visitorCard, type SentVisitor } from '../testing/visitor-card';
import { appears } from './appears';
import { busySite } from './busy-site';
import type { Scene } from './scene';

const id = 'visitor_open';
const unknown = {
  state: 'UNKNOWN' as const,
  asOf: '2026-11-25T12:00:00.000Z',
  since: null,
  sessionCount: null,
};
const hiddenTab = {
  __typename: 'Session' as const,
  tabId: 'hidden',
  isVisible: false,
  startedAt: '2026-11-25T11:55:00.000Z',
  page: null,
};

function open(visitor: SentVisitor, network: ScriptedNetwork = busySite(visitor)): Scene {
  return { network, at: `/v/${id}`, then: async () => void (await appears('section h2')) };
}

function notFound(answer: Parameters<ScriptedNetwork['answer']>[1], shows: string): Scene {
  const network = busySite().answer(READ_VISITOR, answer);
  return { network, at: `/v/${id}`, then: async () => void (await appears(shows)) };
}

/** The panel in every state it can be in. */
export const PANEL_SCENES: Readonly<Record<string, () => Scene>> = {
  'panel-online': () => open(visitorCard({ id, isVerified: true })),
  'panel-offline': () => open(offlineCard({ id, lastSeenAt: '2026-11-25T11:55:00.000Z' })),
  'panel-never-seen': () => open(offlineCard({ id, displayName: null, email: null, lastSeenAt: null })),
  'panel-unknown': () => open(offlineCard({ id, presence: unknown, lastSeenAt: '2026-11-25T11:55:00.000Z' })),
  'panel-page-unknown': () => open(visitorCard({ id, currentPage: null })),
  'panel-in-background': () => {
    const visitor = visitorCard({ id });
    const network = busySite(visitor).answer(READ_VISIT, () => visitAnswer(id, { sessions: [hiddenTab] }));
    return open(visitor, network);
  },
  'panel-last-known': () => ({
    ...open(visitorCard({ id })),
    then: async ({ session }) => {
      await appears('section h2');
      session.stay.get().connection.monitor.pingMissed();
      await appears('[data-phase=stale] b');
    },
  }),
  'panel-loading': () => notFound(() => 'silence', 'section [aria-busy=true]'),
  'panel-gone': () => notFound(() => ({ data: { visitor: null } }), 'section h2'),
  'panel-unreachable': () => notFound(() => new Error('away'), 'section h2'),
};
