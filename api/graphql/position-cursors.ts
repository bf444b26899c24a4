import type { Position } from '../realtime-session/presence';
import type { Cursors } from './cursor';

/** Positions in a site's changes, as opaque cursors. */
export class PositionCursors {
  constructor(private readonly cursors: Cursors) {}

  write(siteId: string, { epoch, offset }: Position): string {
    return this.cursors.write(`changes ${siteId}`, [epoch, offset]);
  }

  /** Throws INVALID_CURSOR for what was not written for this site. */
  read(siteId: string, cursor: string): Position {
    const [epoch, offset] = this.cursors.read<[string, number]>(`changes ${siteId}`, cursor);
    return { epoch, offset };
  }
}
