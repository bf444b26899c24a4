import { ApolloProvider } from '@apollo/client/react';
import { DirectionProvider, localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { useLocation, useRoute } from 'wouter';
import { InboxPage } from './components/features/inbox/InboxPage';
import { visitorHref } from './components/features/inbox/visitor-href';
import { ConnectionContext } from './connection/connection-context';
import type { DashboardSession } from './connection/dashboard-session';
import { currentLanguage } from './language/current-language';
import { DASHBOARD_THEME } from './theme/dashboard-theme';
import { TickerContext } from './time/ticker-context';
import { useStore } from './use-store';
import { ViewerGate } from './ViewerGate';

const COLOR_SCHEME = localStorageColorSchemeManager();

/**
 * The dashboard. What is open is in the address, so that Back works and a link can be passed on. Another language
 * draws everything anew: it comes once in a long while, and texts need not be watched one by one.
 */
export function App({ session }: { readonly session: DashboardSession }) {
  const { number, connection, wasCutOff } = useStore(session.stay, (stay) => stay);
  const language = useStore(currentLanguage, (current) => current);
  const [, params] = useRoute('/v/:id');
  const [, navigate] = useLocation();
  const openId = params?.id ?? null;
  const open = (visitorId: string | null): void => {
    if (visitorId !== openId) navigate(visitorId === null ? '/' : visitorHref(visitorId));
  };
  return (
    <DirectionProvider key={language.id} initialDirection={language.direction} detectDirection={false}>
      <MantineProvider
        theme={DASHBOARD_THEME}
        defaultColorScheme="auto"
        colorSchemeManager={COLOR_SCHEME}
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <ApolloProvider client={connection.client}>
          <ConnectionContext value={connection}>
            <TickerContext value={connection.ticker}>
              <ViewerGate wasCutOff={wasCutOff} key={number}>
                {(viewer) => <InboxPage {...viewer} openId={openId} onOpen={open} onLeave={session.leave} />}
              </ViewerGate>
            </TickerContext>
          </ConnectionContext>
        </ApolloProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}
