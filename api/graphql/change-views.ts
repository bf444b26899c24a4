import type { Change, Position } from '../realtime-session/presence';
import type { PositionCursors } from './position-cursors';
import { PresenceChangeKind, PresenceChangeReason } from './types/enums';
import { PageType } from './types/page';
import { PresenceChange } from './types/presence-update';

const CHANGE_ID = /^change_(site_[0-9a-z]{26})_([0-9a-f]+)_(\d{1,15})$/;

/** Changes as the API shows them. */
export class ChangeViews {
  constructor(private readonly positions: PositionCursors) {}

  of(change: Change): PresenceChange {
    const { siteId, position, kind, visitorId, reason, page, occurredAtMs } = change;
    return Object.assign(new PresenceChange(), {
      id: `change_${siteId}_${position.epoch}_${position.offset}`,
      siteId,
      cursor: this.positions.write(siteId, position),
      kind: PresenceChangeKind[kind],
      visitorId,
      isOnline: kind === 'CAME_ONLINE' || kind === 'PAGE_CHANGED',
      page: PageType.of(page),
      reason: PresenceChangeReason[reason],
      occurredAt: new Date(occurredAtMs),
    });
  }
}

/** Where the change with this id stands; null when it is no id of a change. */
export function parseChangeId(id: string): { siteId: string; position: Position } | null {
  const [, siteId, epoch, offset] = CHANGE_ID.exec(id) ?? [];
  return siteId && epoch && offset ? { siteId, position: { epoch, offset: Number(offset) } } : null;
}
