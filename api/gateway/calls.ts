import type { TraitValues } from '../scalars/trait-values';
import type { ToldPage } from './clean-page';

/** Who calls: what the transport knows about a widget's request. */
export interface WidgetCaller {
  /** The Origin header; null when there is none. */
  readonly origin: string | null;
  readonly userAgent: string | null;
  /** Network address that pays for the call; null when a credential does. */
  readonly address: string | null;
  /** Called when the origin was found to be one of the site's, so that the browser may read the answer. */
  allowOrigin(): void;
}

export interface TabCall {
  readonly tabId: string;
  readonly seq?: number | null;
}

export interface IdentifyCall extends TabCall {
  readonly siteKey: string;
  readonly visitorToken?: string | null;
  readonly externalId?: string | null;
  /** Hex HMAC-SHA256 of the external id under the site's identity secret. */
  readonly identitySignature?: string | null;
  readonly displayName?: string | null;
  readonly email?: string | null;
  readonly avatarUrl?: string | null;
  readonly traits?: TraitValues | null;
  readonly page?: ToldPage | null;
  readonly isVisible?: boolean | null;
  readonly locale?: string | null;
  readonly timeZone?: string | null;
}

export interface TokenCall extends TabCall {
  readonly visitorToken: string;
}

export interface HeartbeatCall extends TokenCall {
  readonly isVisible?: boolean | null;
  readonly page?: ToldPage | null;
}

export interface PageViewCall extends TokenCall {
  readonly page: ToldPage;
}
