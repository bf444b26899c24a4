import { ApolloProvider } from '@apollo/client/react';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { SettingsPage } from '../components/features/settings/SettingsPage';
import { ConnectionContext } from '../connection/connection-context';
import { DashboardSession } from '../connection/dashboard-session';
import { TickerContext } from '../time/ticker-context';
import { useStore } from '../use-store';
import { ViewerGate } from '../ViewerGate';
import { KitProvider } from './KitProvider';
import type { ScriptedNetwork } from './scripted-network';

function Settings({ session }: { readonly session: DashboardSession }) {
  const { number, connection, wasCutOff } = useStore(session.stay, (stay) => stay);
  return (
    <ApolloProvider client={connection.client}>
      <ConnectionContext value={connection}>
        <TickerContext value={connection.ticker}>
          <ViewerGate key={number} wasCutOff={wasCutOff}>
            {(viewer) => <SettingsPage {...viewer} onLeave={session.leave} />}
          </ViewerGate>
        </TickerContext>
      </ConnectionContext>
    </ApolloProvider>
  );
}

/** The settings at an address, at the edge of a network. Speak of settings first, or their texts are not there. */
export function showSettings(network: ScriptedNetwork, section: string, siteId = 'site_a') {
  window.history.replaceState(null, '', `/settings/${section}?site=${siteId}`);
  const session = new DashboardSession(() => network.links());
  render(
    <StrictMode>
      <Settings session={session} />
    </StrictMode>,
    { wrapper: KitProvider },
  );
  return { session, user: userEvent.setup() };
}
