import { ApolloClient, ApolloLink } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { OperationTypeNode } from 'graphql';
import { isSignedOut } from './is-signed-out';
import { visitorCache } from './visitor-cache';

export interface ApolloClientOptions {
  /** Carries queries and mutations. */
  readonly requests: ApolloLink;
  /** Carries subscriptions. */
  readonly feed: ApolloLink;
  readonly onSignedOut: () => void;
}

/** A client with an empty cache, for one agent from sign-in to sign-out. */
export function apolloClient({ requests, feed, onSignedOut }: ApolloClientOptions): ApolloClient {
  const watchSession = new ErrorLink(({ error }) => {
    if (isSignedOut(error)) onSignedOut();
  });
  const carrier = ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    feed,
    requests,
  );
  return new ApolloClient({ link: ApolloLink.from([watchSession, carrier]), cache: visitorCache() });
}
