import type { Presence, ReadDepth } from './presence';
import type { RosterSlice, SlicedVisitor, SlicePart } from './roster-slice';
import { unpackPages, unpackVisit } from './unpack-visit';

type PackedPart = [status: number, score: string, id: string, ...pairs: string[]];

type PackedParts = [
  online: PackedPart,
  lapsed: PackedPart,
  left: PackedPart,
  visits: string[],
  pages: string[],
];

/** What roster.lua answers. */
export type PackedSlice = [
  nowMs: number,
  epoch: string,
  offset: number,
  count: number,
  uncertain: number,
  rememberedFrom: number,
  fates: string,
  ...PackedParts,
];

const AT_ITS_END = 0;
const NOT_BEGUN = 2;
const NOT_AT_ALL = -1;

/** Reads what roster.lua packed. `guard` runs what may fail for one visitor, and answers null when it does. */
export function unpackSlice(
  packed: PackedSlice,
  depth: ReadDepth,
  guard: <T>(read: () => T) => T | null,
): RosterSlice {
  const [nowMs, epoch, offset, count, uncertain, rememberedFrom, fates] = packed;
  const [online, lapsed, left, visits, pages] = packed.slice(7) as PackedParts;
  const isUncertain = uncertain === 1;
  const nobody = { asOfMs: nowMs, depth, sinceMs: null, sessions: [] } as const;
  let read = 0;
  const pagesOfNext = () => guard(() => unpackPages(pages[read++] ?? ''));
  const here = (_: string, score: number, index: number): Presence => {
    const visit = depth === 'state' ? null : guard(() => unpackVisit(visits[index] ?? '', nowMs));
    const sessions = visit?.sessions ?? null;
    return { state: 'ONLINE', asOfMs: nowMs, depth, sinceMs: score, sessions, pages: pagesOfNext() };
  };
  const lapsedNow = (): Presence => ({
    ...nobody,
    state: isUncertain ? 'UNKNOWN' : 'OFFLINE',
    pages: pagesOfNext(),
  });
  const gone = (): Presence => ({ ...nobody, state: 'OFFLINE', pages: pagesOfNext() });
  return {
    nowMs,
    position: { epoch, offset },
    count,
    isUncertain,
    remembersFromMs: rememberedFrom === NOT_AT_ALL ? Infinity : rememberedFrom || -Infinity,
    online: unpackPart(online, here),
    lapsed: unpackPart(lapsed, lapsedNow),
    left: unpackPart(left, gone),
    isCandidateElsewhere: [...fates].map((fate) => fate === '0'),
  };
}

function unpackPart(
  [status, score, id, ...pairs]: PackedPart,
  presenceOf: (id: string, score: number, index: number) => Presence,
): SlicePart {
  const visitors: SlicedVisitor[] = [];
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const [visitorId, at] = [pairs[i]!, Number(pairs[i + 1])];
    visitors.push({ visitorId, score: at, presence: presenceOf(visitorId, at, i / 2) });
  }
  if (status === AT_ITS_END) return { visitors, next: null };
  return { visitors, next: status === NOT_BEGUN ? 'END' : { score: Number(score), visitorId: id } };
}
