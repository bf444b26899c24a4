import type { TraitValues } from '../scalars/trait-values';
import type { Device } from './device';

/**
 * What an identify tells about a visitor. Of what the site says, undefined leaves the stored value as it is and null
 * clears it; traits replace the stored ones as a whole.
 */
export interface Sighting {
  readonly siteId: string;
  /** The id this browser was known by so far; null for a new one. */
  readonly visitorId: string | null;
  /** The site's own id for the person; null when anonymous. */
  readonly externalId: string | null;
  /** Whether the site has proved the external id. A person proved and one merely claimed are two visitors. */
  readonly isVerified?: boolean;
  /** What stands for the person in the list of those who may not come back; see {@link PersonHashes}. */
  readonly personHash?: string | null;
  readonly displayName?: string | null;
  readonly email?: string | null;
  readonly avatarUrl?: string | null;
  readonly traits?: TraitValues | null;
  readonly locale?: string | null;
  readonly timeZone?: string | null;
  /** Null leaves the stored device as it is. */
  readonly device: Device | null;
  /** Null for the present of PostgreSQL's clock. */
  readonly seenAt: Date | null;
  /** True when presence found nobody of that visitor online before. */
  readonly startsVisit: boolean;
  /** A visitor who was seen within that time is still on the same visit. */
  readonly graceMs: number;
}
