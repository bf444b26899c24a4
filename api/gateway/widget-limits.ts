import { addressBlock } from '../address-block';
import { RateLimitedError } from '../rate-limited-error';
import type { BucketKind, RateLimits } from '../rate-limits/rate-limits';
import type { WidgetCaller } from './calls';

type Payer = readonly [kind: BucketKind, holder: string];

/** How often visitors, and whoever calls from one address or in the name of one site, may call. */
export class WidgetLimits {
  constructor(private readonly limits: RateLimits) {}

  /** Null when the call may go on; one point of its visitor, if known, and of its address are then taken. */
  async refusalOf({ address }: WidgetCaller, visitorId: string | null): Promise<RateLimitedError | null> {
    const payers: Payer[] = [];
    if (visitorId !== null) payers.push(['visitor', visitorId]);
    if (address !== null) payers.push(['address', addressBlock(address)]);
    // One visitor who calls too often must not use up what the others behind the same address have.
    const known = payers.map((payer) => this.limits.knownWaitMs(...payer, 1));
    const waitMs = Math.max(0, ...known);
    if (waitMs > 0) return new RateLimitedError(waitMs);
    const taken = await Promise.all(payers.map((payer) => this.limits.take(...payer, 1)));
    const askedMs = Math.max(0, ...taken.map((each) => each.waitMs));
    return askedMs > 0 ? new RateLimitedError(askedMs) : null;
  }

  /** Takes a point of the site for a page that was opened. Throws {@link RateLimitedError} when there is none. */
  async admitTo(siteId: string): Promise<void> {
    const { waitMs } = await this.limits.take('site', siteId, 1);
    if (waitMs > 0) throw new RateLimitedError(waitMs);
  }
}
