import { createContext } from 'react';
import { LeaveGuard } from './leave-guard';

/** The guard of the settings that are open. */
export const LeaveGuardContext = createContext(new LeaveGuard());
