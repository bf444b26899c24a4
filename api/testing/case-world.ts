import type { HeartbeatCall, IdentifyCall } from '../gateway/calls';
import type { Session } from '../realtime-session/presence';
import { CASE_TIMINGS } from './case-timings';
import { startGatewayWorld, type GatewayWorld } from './gateway-world';

/** A browser of one visitor; every call names its tab. */
export interface CaseVisitor {
  readonly id: string;
  /** What the browser keeps: another tab of it opens with this. */
  readonly visitorToken: string;
  open(tabId: string, url?: string): Promise<CaseVisitor>;
  beat(tabId: string, call?: Partial<HeartbeatCall>): Promise<unknown>;
  view(tabId: string, url: string): Promise<unknown>;
  leave(tabId: string): Promise<{ isStillOnline: boolean | null }>;
}

export interface CaseWorld extends GatewayWorld {
  /** Somebody new opens a page. */
  arrive(tabId: string, call?: Partial<IdentifyCall>): Promise<CaseVisitor>;
  /** What was announced of a visitor, oldest first. */
  storyOf(visitorId: string): Promise<string[]>;
  sessionsOf(visitorId: string): Promise<readonly Session[]>;
}

/** A node's services with the settings of the cases, past the grace that an empty Redis begins with. */
export async function startCaseWorld(): Promise<CaseWorld> {
  const world = await startGatewayWorld(CASE_TIMINGS);
  const { services, site, caller } = world;
  const identify = async (call: Omit<IdentifyCall, 'siteKey'>): Promise<CaseVisitor> => {
    const { visitor, visitorToken } = await services.gateway.handleIdentify(
      { siteKey: site.key, ...call },
      caller,
    );
    return {
      id: visitor!.id,
      visitorToken,
      open: (tabId, url) => identify({ visitorToken, tabId, page: url ? { url } : null }),
      beat: (tabId, more) => services.gateway.handleHeartbeat({ visitorToken, tabId, ...more }, caller),
      view: (tabId, url) => services.gateway.handlePageView({ visitorToken, tabId, page: { url } }, caller),
      leave: (tabId) => services.gateway.handleDisconnect({ visitorToken, tabId }, caller),
    };
  };
  await identify({ tabId: 'tab-of-the-first' });
  await world.pass(2 + CASE_TIMINGS.sessionTtlHiddenMs / 1_000);
  return {
    ...world,
    arrive: (tabId, call = {}) => identify({ tabId, ...call }),
    async storyOf(visitorId) {
      const changes = await services.changes.readAfter(site.id, { epoch: '', offset: 0 });
      return (changes ?? []).flatMap((change) =>
        change.kind !== 'RESYNC' && change.visitorId === visitorId ? [`${change.kind} ${change.reason}`] : [],
      );
    },
    async sessionsOf(visitorId) {
      const [presence] = await services.sessions.getManyPresence(
        [{ siteId: site.id, visitorId }],
        'sessions',
      );
      return presence?.sessions ?? [];
    },
  };
}
