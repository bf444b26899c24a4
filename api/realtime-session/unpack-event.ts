import type { Change, ChangeKind, ChangeReason, Position, ResyncNotice } from './presence';
import { unpackPage } from './unpack-visit';

export type SiteEvent = Change | ResyncNotice;

interface PackedChange {
  k: ChangeKind | 'RESYNC';
  v: string;
  r: ChangeReason;
  t: number;
  n: number;
  p?: [string, string, string, number];
}

/** A change as the scripts pack it, with the place it has in its site. Throws when it is not one. */
export function unpackEvent(siteId: string, position: Position, packed: string): SiteEvent {
  const { k, v, r, t, n, p } = JSON.parse(packed) as PackedChange;
  if (k === 'RESYNC') return { siteId, position, kind: k };
  return {
    siteId,
    position,
    kind: k,
    visitorId: v,
    reason: r,
    page: p ? unpackPage(p) : null,
    occurredAtMs: t,
    onlineVisitorCount: n,
  };
}
