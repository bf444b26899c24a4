import type { Change, Position } from '../../realtime-session/presence';

/** What subscribers are told at a time, before it is put into the API's words. */
export interface UpdateDraft {
  readonly siteId: string;
  readonly position: Position;
  readonly resyncRequired: boolean;
  readonly changes: readonly Change[];
  /** As of the last change; null when there was none, so that it has to be asked for. */
  readonly onlineVisitorCount: number | null;
}
