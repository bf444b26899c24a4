import { useEffect, useRef } from 'react';
import type { LiveRoster } from '../../../../roster/live-roster';

type Reason = 'pointer' | 'keys' | 'scrolled';

export interface HeldOrder {
  readonly onPointerMove: () => void;
  readonly onPointerLeave: () => void;
  readonly onPointerDown: () => void;
  readonly onKeyDown: () => void;
  readonly onBlur: () => void;
}

/** How far down the first rows are out of sight, so that new ones on top would push away what is being read. */
const SCROLLED_FROM_PX = 200;

/** Holds the rows while somebody is about to pick one, so that none slips away under the pointer or the eye. */
export function useHeldOrder(roster: LiveRoster): HeldOrder {
  const reasons = useRef(new Set<Reason>());
  useEffect(() => {
    const held = reasons.current;
    const settle = (): void => {
      const isScrolled = window.scrollY > SCROLLED_FROM_PX;
      if (isScrolled) held.add('scrolled');
      else held.delete('scrolled');
      roster.hold(held.size > 0);
    };
    window.addEventListener('scroll', settle, { passive: true });
    return () => {
      window.removeEventListener('scroll', settle);
      held.clear();
      roster.hold(false);
    };
  }, [roster]);
  const because = (reason: Reason, isSo: boolean): void => {
    if (isSo) reasons.current.add(reason);
    else reasons.current.delete(reason);
    roster.hold(reasons.current.size > 0);
  };
  return {
    // A list that comes up under a resting pointer has not been pointed at.
    onPointerMove: () => because('pointer', true),
    onPointerLeave: () => because('pointer', false),
    // Who presses has chosen with the pointer: the focus this leaves behind is no reason to hold.
    onPointerDown: () => because('keys', false),
    onKeyDown: () => because('keys', true),
    onBlur: () => because('keys', false),
  };
}
