import { use } from 'react';
import { ConnectionContext } from './connection-context';
import type { DashboardConnection } from './dashboard-connection';

/** The stay's connection. Throws outside of a stay: that is a mistake in the page, not a state. */
export function useConnection(): DashboardConnection {
  const connection = use(ConnectionContext);
  if (connection === null) throw new Error('useConnection needs a ConnectionContext above it.');
  return connection;
}
