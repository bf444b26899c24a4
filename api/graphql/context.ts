import type { WidgetCaller } from '../gateway/calls';
import type { Credential } from './credential';
import type { Subscriber } from './hub/subscriber';
import type { Charge } from './limits/operation-charges';
import type { Loaders } from './loaders';
import type { PersonReads } from './person-reads';
import type { PresenceFeed } from './presence-feed';

/** What an operation knows about its caller. Made anew for every operation, and for every event of a subscription. */
export interface ApiContext {
  readonly credential: Credential | null;
  readonly caller: WidgetCaller;
  readonly requestId: string;
  readonly loaders: Loaders;
  readonly reads: PersonReads;
  readonly session: AgentSessionCookie;
  readonly feed: PresenceFeed;
  /** Who asks for a subscription; null for everything else. */
  readonly subscriber: Subscriber | null;
  /** What the credential was charged; null before that, and when anonymous. */
  charge: Charge | null;
}

/** The agent's cookie, on transports that can set one. */
export interface AgentSessionCookie {
  /** Null also when the page of another site sent it: then it proves nothing. */
  readonly token: string | null;
  /** Network address of the caller, as far as trusted proxies tell. */
  readonly address: string;
  /** False for a request from the page of another site. */
  readonly isOwnOrigin: boolean;
  set(token: string): void;
  clear(): void;
}
