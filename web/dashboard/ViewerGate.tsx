import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { RosterMessage } from './components/shell/RosterMessage';
import { SignInPage } from './components/features/sign-in/SignInPage';
import { isSignedOut } from './connection/is-signed-out';
import { READ_VIEWER } from './documents/read-viewer';
import type { ReadViewerQuery } from '../generated/graphql';
import { t } from './language/t';

type Viewer = NonNullable<ReadViewerQuery['viewer']>;

/** An agent who may see at least one site. */
export interface SeeingAgent {
  readonly agent: NonNullable<Viewer['agent']>;
  readonly sites: readonly [Viewer['sites'][number], ...Viewer['sites']];
  /** Reads both again; whatever is shown stays until they are there. */
  readonly refresh: () => Promise<void>;
}

export interface ViewerGateProps {
  readonly wasCutOff: boolean;
  readonly children: (viewer: SeeingAgent) => ReactNode;
}

/** Lets signed-in agents through, and shows everybody else the door or the reason. */
export function ViewerGate({ wasCutOff, children }: ViewerGateProps) {
  const { data, error, loading, refetch } = useQuery(READ_VIEWER, {
    fetchPolicy: 'no-cache',
    notifyOnNetworkStatusChange: true,
  });
  const refresh = async (): Promise<void> => void (await refetch().catch(() => {}));
  const retry = (): void => void refresh();
  if (loading && !data) return null;
  if (error && !isSignedOut(error)) {
    return (
      <RosterMessage title={t('server.unreachable')} isWholePage>
        <Button variant="light" onClick={retry}>
          {t('server.retryNow')}
        </Button>
      </RosterMessage>
    );
  }
  if (!data?.viewer?.agent) return <SignInPage wasCutOff={wasCutOff} onSignedIn={retry} />;

  const { agent, sites } = data.viewer;
  const [first, ...others] = sites;
  if (first) return children({ agent, sites: [first, ...others], refresh });
  return (
    <RosterMessage title={t('site.noAccess.title')} isWholePage>
      <p>{t('site.noAccess.text')}</p>
      <Button variant="light" onClick={retry}>
        {t('server.retryNow')}
      </Button>
    </RosterMessage>
  );
}
