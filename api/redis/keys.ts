import { createHash } from 'node:crypto';

/** Sites are spread over this many buckets; a bucket is one cluster slot and is swept as one. */
export const BUCKETS = 128;

/** The bucket a site belongs to, 0 to {@link BUCKETS} - 1. */
export function bucketOf(siteId: string): number {
  return createHash('sha1').update(siteId).digest().readUInt16BE(0) % BUCKETS;
}

/** Keys of a bucket; every key of its sites carries the same hash tag. */
export function bucketKeys(bucket: number) {
  const tag = `pl:{${bucket}}`;
  return {
    due: `${tag}:due`,
    sweep: `${tag}:sweep`,
    ends: `${tag}:ends`,
    sites: `${tag}:sites`,
  } as const;
}

/** Every presence key of a site, and its channel. The only place that spells them. */
export function siteKeys(siteId: string) {
  const bucket = bucketOf(siteId);
  const site = `pl:{${bucket}}:${siteId}`;
  return {
    ...bucketKeys(bucket),
    deadlines: `${site}:deadlines`,
    sessions: `${site}:sessions`,
    since: `${site}:since`,
    leaving: `${site}:leaving`,
    ended: `${site}:ended`,
    meta: `${site}:meta`,
    changes: `${site}:changes`,
    pages: `${site}:pages`,
    left: `${site}:left`,
    history: `${site}:history`,
    forgotten: `${site}:forgotten`,
    installation: `${site}:installation`,
    channel: `${site}:channel`,
  } as const;
}

/** Pattern of every key of a site that {@link bucketKeys} does not hold, whichever part wrote it. */
export function siteKeyPattern(siteId: string): string {
  return `pl:{${bucketOf(siteId)}}:${siteId}:*`;
}

/** Remembers for a moment which visitor a tab's first identify made. */
export function tabKey(siteId: string, tabId: string): string {
  return `pl:{${bucketOf(siteId)}}:${siteId}:tab:${tabId}`;
}

/** The channel on which one node hears only itself. */
export function probeChannel(nodeId: string): string {
  return `pl:probe:${nodeId}`;
}

/** What the keys begin with that count wrong passwords. */
export const SIGN_IN_KEYS = 'pl:sign-in';

/** What the keys begin with that count what callers use. */
export const RATE_KEYS = 'pl:rate';

/** What one caller has used; each has a slot of a cluster for itself. */
export function rateKey(kind: string, holder: string): string {
  return `${RATE_KEYS}:${kind}:${holder}`;
}
