import { ApolloProvider } from '@apollo/client/react';
import { DirectionProvider, localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { LiveRegion } from './components/shell/LiveRegion';
import { ConnectionContext } from './connection/connection-context';
import type { DashboardSession } from './connection/dashboard-session';
import { currentLanguage } from './language/current-language';
import { Screen } from './Screen';
import { DASHBOARD_THEME } from './theme/dashboard-theme';
import { SecondsContext } from './time/seconds-context';
import { TickerContext } from './time/ticker-context';
import { useStore } from './use-store';
import { ViewerGate } from './ViewerGate';

const COLOR_SCHEME = localStorageColorSchemeManager();

export interface AppProps {
  readonly session: DashboardSession;
  /** "test" leaves out the kit's transitions, for nothing waits in a test. */
  readonly env?: 'default' | 'test';
}

/**
 * The dashboard. What is open is in the address, so that Back works and a link can be passed on. Another language
 * draws everything anew: it comes once in a long while, and texts need not be watched one by one.
 */
export function App({ session, env = 'default' }: AppProps) {
  const { number, connection, wasCutOff } = useStore(session.stay, (stay) => stay);
  const language = useStore(currentLanguage, (current) => current);
  return (
    <DirectionProvider key={language.id} initialDirection={language.direction} detectDirection={false}>
      <MantineProvider
        theme={DASHBOARD_THEME}
        defaultColorScheme="auto"
        colorSchemeManager={COLOR_SCHEME}
        withCssVariables={false}
        withGlobalClasses={false}
        env={env}
      >
        <ApolloProvider client={connection.client}>
          <ConnectionContext value={connection}>
            <TickerContext value={connection.ticker}>
              <SecondsContext value={connection.seconds}>
                <ViewerGate wasCutOff={wasCutOff} key={number}>
                  {(viewer) => <Screen {...viewer} onLeave={session.leave} />}
                </ViewerGate>
                <LiveRegion />
              </SecondsContext>
            </TickerContext>
          </ConnectionContext>
        </ApolloProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}
