import { use, useEffect } from 'react';
import { useLocation } from 'wouter';
import { holdHistory } from './hold-history';
import { LeaveGuardContext } from './leave-guard-context';

/** While isDirty, whatever leads away from here asks first. */
export function useUnsaved(isDirty: boolean): void {
  const guard = use(LeaveGuardContext);
  const [, navigate] = useLocation();
  useEffect(() => {
    guard.setDirty(isDirty);
    return () => guard.setDirty(false);
  }, [guard, isDirty]);
  useEffect(() => holdHistory(guard, navigate), [guard, navigate]);
}
