import type { RosterView } from './roster-view';

/**
 * The number beside each filter; null when unknown. They come from two stores that are not read at one instant, so
 * the smaller gives way: nobody is told of more visitors online than there are.
 */
export function agreeingCounts(
  everyone: number | null,
  online: number | null,
): Record<RosterView['filter'], number | null> {
  if (everyone === null || online === null) return { all: everyone, online, offline: null };
  const all = Math.max(everyone, online);
  return { all, online, offline: all - online };
}
