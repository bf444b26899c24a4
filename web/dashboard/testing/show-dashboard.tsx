import { ApolloProvider } from '@apollo/client/react';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode, useState } from 'react';
import { InboxPage } from '../components/features/inbox/InboxPage';
import { ConnectionContext } from '../connection/connection-context';
import { DashboardSession } from '../connection/dashboard-session';
import { TickerContext } from '../time/ticker-context';
import { useStore } from '../use-store';
import { ViewerGate } from '../ViewerGate';
import { KitProvider } from './KitProvider';
import type { ScriptedNetwork } from './scripted-network';

/** The dashboard without the address bar: what is open is kept here instead. */
function Dashboard({ session, openAtFirst }: { session: DashboardSession; openAtFirst: string | null }) {
  const { number, connection, wasCutOff } = useStore(session.stay, (stay) => stay);
  const [openId, setOpenId] = useState(openAtFirst);
  return (
    <ApolloProvider client={connection.client}>
      <ConnectionContext value={connection}>
        <TickerContext value={connection.ticker}>
          <ViewerGate key={number} wasCutOff={wasCutOff}>
            {(viewer) => <InboxPage {...viewer} openId={openId} onOpen={setOpenId} onLeave={session.leave} />}
          </ViewerGate>
        </TickerContext>
      </ConnectionContext>
    </ApolloProvider>
  );
}

/** The whole dashboard at the edge of a network, drawn as in development: twice, to catch what cannot bear it. */
export function showDashboard(network: ScriptedNetwork, { openAtFirst = null as string | null } = {}) {
  const session = new DashboardSession(() => network.links());
  const view = render(
    <StrictMode>
      <Dashboard session={session} openAtFirst={openAtFirst} />
    </StrictMode>,
    { wrapper: KitProvider },
  );
  return { ...view, session, user: userEvent.setup() };
}
