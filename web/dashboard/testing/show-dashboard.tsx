import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { App } from '../App';
import { DashboardSession } from '../connection/dashboard-session';
import type { ScriptedNetwork } from './scripted-network';

/** The whole dashboard at the edge of a network, drawn as in development: twice, to catch what cannot bear it. */
export function showDashboard(network: ScriptedNetwork, at = '/') {
  const session = new DashboardSession(() => network.links());
  session.stay.get().connection.monitor.socketOpened(); // the feed of a scripted network has no socket to open
  const [path = '/', searchPath = ''] = at.split('?');
  const address = memoryLocation({ path, searchPath, record: true });
  const view = render(
    <StrictMode>
      <Router hook={address.hook} searchHook={address.searchHook}>
        <App session={session} env="test" />
      </Router>
    </StrictMode>,
  );
  return { ...view, session, address, user: userEvent.setup() };
}
