import { useEffect, useRef } from 'react';
import type { LiveRoster } from '../../../roster/live-roster';

/** How long after the last move of pointer or keys the rows may move again. */
const CALM_AFTER_MS = 2_000;

export interface SteadyRows {
  readonly onPointerMove: () => void;
  readonly onPointerLeave: () => void;
  readonly onKeyDown: () => void;
}

/** Holds the rows while somebody is about to pick one, so that none slips away under the pointer. */
export function useSteadyRows(roster: LiveRoster): SteadyRows {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const release = (): void => {
    clearTimeout(timer.current);
    roster.hold(false);
  };
  const hold = (): void => {
    clearTimeout(timer.current);
    roster.hold(true);
    timer.current = setTimeout(() => roster.hold(false), CALM_AFTER_MS);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return { onPointerMove: hold, onPointerLeave: release, onKeyDown: hold };
}
