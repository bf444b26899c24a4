import type { CSSProperties } from 'react';
import type { Column } from '../../../../column';
import { COLUMN_TRACKS, VISITOR_TRACK } from './column-tracks';

/** The room of each column, for the head of the list and every row alike. */
export function columnsStyle(columns: readonly Column[]): CSSProperties {
  const tracks = [VISITOR_TRACK, ...columns.map((column) => COLUMN_TRACKS[column])];
  return { '--roster-columns': tracks.map(({ size }) => size).join(' ') } as CSSProperties;
}
