import { bucketOf } from '../redis/keys';
import { callApi, type ApiAnswer } from './api-client';
import { CASE_TIMINGS } from './case-timings';
import { startTestNode, type TestNode } from './test-node';

type Input = Record<string, unknown>;

const MUTATIONS = {
  identify: [
    'IdentifyInput',
    'visitor { id isOnline } visitorToken nextHeartbeatSeconds userErrors { code }',
  ],
  heartbeat: ['HeartbeatInput', 'serverTime nextHeartbeatSeconds userErrors { code }'],
  recordPageView: ['RecordPageViewInput', 'userErrors { code }'],
  disconnect: ['DisconnectInput', 'isStillOnline userErrors { code }'],
} as const;

type Mutation = keyof typeof MUTATIONS;

export interface Identified {
  readonly visitor: { readonly id: string; readonly isOnline: boolean };
  readonly visitorToken: string;
}

/** A node with the settings of the cases, called as widgets and integrators do. It sweeps only when the test lets time pass. */
export interface CaseNode extends TestNode {
  /** One of the widget's calls, with whatever it answers. */
  send(mutation: Mutation, input: Input): Promise<ApiAnswer>;
  /** The same, when nothing may go wrong: what the payload holds. */
  identify(input: Input): Promise<Identified>;
  heartbeat(input: Input): Promise<{ readonly serverTime: string }>;
  recordPageView(input: Input): Promise<object>;
  disconnect(input: Input): Promise<{ readonly isStillOnline: boolean }>;
  /** A query with the site's API key that has to succeed. */
  ask<Answer>(query: string, variables?: Input): Promise<Answer>;
  isOnline(visitorId: string): Promise<boolean>;
  storedLastSeenMs(visitorId: string): Promise<number>;
  nowMs(): number;
  /** Lets time pass, sweeping every second, or less often through a long time. */
  pass(seconds: number, everySeconds?: number): Promise<void>;
  /** What was announced of a visitor, oldest first. */
  storyOf(visitorId: string): Promise<string[]>;
}

export interface CaseNodeOptions {
  /** Joins the stores of another node instead of having its own. */
  readonly besides?: TestNode;
  /** Leaves an empty Redis as new as it is, so that processes with the real clock can join. */
  readonly isFresh?: boolean;
}

export async function startCaseNode({ besides, isFresh }: CaseNodeOptions = {}): Promise<CaseNode> {
  const node = await startTestNode({
    besides,
    env: {
      PORCHLIGHT_HEARTBEAT_VISIBLE_MS: String(CASE_TIMINGS.heartbeatVisibleMs),
      PORCHLIGHT_HEARTBEAT_HIDDEN_MS: String(CASE_TIMINGS.heartbeatHiddenMs),
      PORCHLIGHT_SESSION_TTL_VISIBLE_MS: String(CASE_TIMINGS.sessionTtlVisibleMs),
      PORCHLIGHT_SESSION_TTL_HIDDEN_MS: String(CASE_TIMINGS.sessionTtlHiddenMs),
      PORCHLIGHT_COALESCING_MS: '10',
    },
  });
  const { services, site, url, apiKey } = node;
  const send = (mutation: Mutation, input: Input) => {
    const [type, fields] = MUTATIONS[mutation];
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} } }`;
    return callApi(url, query, {
      input: mutation === 'identify' ? { siteKey: site.key, ...input } : input,
    });
  };
  const succeed =
    <Payload>(mutation: Mutation) =>
    async (input: Input) => {
      const { data, errors } = await send(mutation, input);
      const payload = data?.[mutation] as Payload & { userErrors: unknown[] };
      if (errors || payload.userErrors.length > 0) throw new Error(JSON.stringify(errors ?? payload));
      return payload;
    };
  const pass = async (seconds: number, everySeconds = 1) => {
    for (let passed = 0; passed < seconds; passed += everySeconds) {
      node.advanceClock(everySeconds * 1_000);
      await services.sweeper.sweepBucket(bucketOf(site.id));
      await services.sweeper.stored();
    }
  };
  const caseNode: CaseNode = {
    ...node,
    send,
    identify: succeed('identify'),
    heartbeat: succeed('heartbeat'),
    recordPageView: succeed('recordPageView'),
    disconnect: succeed('disconnect'),
    async ask<Answer>(query: string, variables?: Input) {
      const { data, errors } = await callApi(url, query, variables, { authorization: `Bearer ${apiKey}` });
      if (errors) throw new Error(JSON.stringify(errors));
      return data as Answer;
    },
    isOnline: (visitorId) => services.sessions.isVisitorOnline({ siteId: site.id, visitorId }),
    storedLastSeenMs: async (id) =>
      (await services.visitors.findById([site.id], id))?.lastSeenAt?.getTime() ?? 0,
    nowMs: () => services.sessions.nowMs(),
    pass,
    async storyOf(visitorId) {
      const changes = await services.changes.readAfter(site.id, { epoch: '', offset: 0 });
      return (changes ?? []).flatMap((change) =>
        change.kind !== 'RESYNC' && change.visitorId === visitorId ? [`${change.kind} ${change.reason}`] : [],
      );
    },
  };
  if (!besides && !isFresh) {
    // Past the grace that an empty Redis begins with.
    await caseNode.identify({ tabId: 'tab-of-the-first' });
    await pass(2 + CASE_TIMINGS.sessionTtlHiddenMs / 1_000);
  }
  return caseNode;
}
