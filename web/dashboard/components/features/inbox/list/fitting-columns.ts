import type { Column } from '../../../../column';
import { COLUMN_TRACKS, VISITOR_TRACK } from './column-tracks';

const GAP_PX = 14;
const PADDING_PX = 36;
const ALL = Object.keys(COLUMN_TRACKS) as Column[];

/** Those of the wanted columns that have room beside the visitor's own, in the order they are shown; the first ones first. */
export function fittingColumns(wanted: readonly Column[], widthPx: number): readonly Column[] {
  let leftPx = widthPx - PADDING_PX - VISITOR_TRACK.leastPx;
  const fitting: Column[] = [];
  for (const column of ALL.filter((each) => wanted.includes(each))) {
    const neededPx = GAP_PX + COLUMN_TRACKS[column].leastPx;
    if (neededPx > leftPx) continue;
    leftPx -= neededPx;
    fitting.push(column);
  }
  return fitting;
}
