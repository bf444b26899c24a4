import { createContext } from 'react';
import type { DashboardConnection } from './dashboard-connection';

/** The signed-in stay; null outside of it. */
export const ConnectionContext = createContext<DashboardConnection | null>(null);
