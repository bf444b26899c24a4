import type { DashboardSession } from '../connection/dashboard-session';
import type { ScriptedNetwork } from '../testing/scripted-network';

/** One state of the dashboard, and how it comes about. */
export interface Scene {
  readonly network: ScriptedNetwork;
  /** Address within the dashboard; the list without anybody open when left out. */
  readonly at?: string;
  /** False for a feed that never connects. */
  readonly isOnline?: boolean;
  /** What has to happen after the first drawing. */
  readonly then?: (drawn: {
    readonly network: ScriptedNetwork;
    readonly session: DashboardSession;
  }) => Promise<void>;
}
