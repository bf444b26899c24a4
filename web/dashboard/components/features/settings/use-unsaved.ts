import { use, useEffect } from 'react';
import { LeaveGuardContext } from './leave-guard-context';

/** While isDirty, whatever leads away from the settings asks first. */
export function useUnsaved(isDirty: boolean): void {
  const guard = use(LeaveGuardContext);
  useEffect(() => (isDirty ? guard.hold() : undefined), [guard, isDirty]);
}
