import type { Column } from '../../../../column';

export interface Track {
  /** In pixels; with less room the column is left out. */
  readonly leastPx: number;
  /** As CSS grid has it. */
  readonly size: string;
}

export const VISITOR_TRACK: Track = { leastPx: 220, size: 'minmax(220px, 1.4fr)' };

/** The columns in the order they are shown, each with its room. */
export const COLUMN_TRACKS: Readonly<Record<Column, Track>> = {
  page: { leastPx: 140, size: 'minmax(140px, 1.2fr)' },
  spent: { leastPx: 66, size: '66px' },
  place: { leastPx: 128, size: '128px' },
  device: { leastPx: 96, size: 'minmax(96px, 165px)' },
  email: { leastPx: 150, size: 'minmax(150px, 1fr)' },
  referrer: { leastPx: 130, size: 'minmax(130px, 0.8fr)' },
  firstSeen: { leastPx: 92, size: '92px' },
  visits: { leastPx: 44, size: '44px' },
  tabs: { leastPx: 40, size: '40px' },
};
