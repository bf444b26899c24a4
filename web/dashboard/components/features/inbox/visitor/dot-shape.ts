import type { VisitorPresence } from './visitor-presence';

export type DotShape = 'filled' | 'ring' | 'dashed';

/** The form of the dot, so that nobody needs to tell its colours apart: dashed is what cannot be vouched for. */
export function dotShape(state: VisitorPresence['state']): DotShape {
  if (state === 'online') return 'filled';
  return state === 'offline' ? 'ring' : 'dashed';
}
