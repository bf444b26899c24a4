import { ApolloLink, Observable } from '@apollo/client';
import { MockSubscriptionLink } from '@apollo/client/testing';
import { Kind, print, type DocumentNode } from 'graphql';
import type { DashboardLinks } from '../connection/dashboard-connection';
import type { SentVisitor } from './visitor-card';

/** What a request is answered with: data, GraphQL errors, an Error for a network that failed, or nothing at all. */
type Answer =
  | { readonly data?: object | null; readonly errors?: { message: string; extensions?: object }[] }
  | Error
  | 'silence';
type Answering = (variables: Record<string, unknown>) => Answer;

/**
 * The edge of the network, played by the test: answers for requests, and a feed to speak through. Nothing behind
 * it is replaced.
 */
export class ScriptedNetwork {
  readonly feed = new MockSubscriptionLink();
  /** Variables of each request so far, by the operation's name. */
  readonly requests: { readonly name: string; readonly variables: Record<string, unknown> }[] = [];
  /** Variables of each subscription so far. */
  readonly subscriptions: Record<string, unknown>[] = [];
  /** Everything it has said so far. */
  readonly said: unknown[] = [];
  /** How many of them are still open. */
  openSubscriptions = 0;
  private readonly answers = new Map<string, Answering>();

  constructor() {
    this.feed.onSetup(() => {
      this.openSubscriptions += 1;
      this.subscriptions.push(this.feed.operation?.variables ?? {});
    });
    this.feed.onUnsubscribe(() => {
      this.openSubscriptions -= 1;
    });
  }

  /** From now on a document is answered like this. */
  answer(document: DocumentNode, answering: Answering): this {
    this.answers.set(nameOf(document), answering);
    return this;
  }

  /** The two ends for a dashboard to hold. */
  links(): DashboardLinks {
    return { requests: this.requestLink, feed: this.feed };
  }

  /** Sends a message of the feed. */
  push(
    visitors: readonly SentVisitor[],
    change: { readonly resyncRequired?: boolean; readonly online?: number; readonly kind?: string } = {},
  ): void {
    const visitorPresenceChanged = {
      __typename: 'PresenceUpdate',
      cursor: 'cursor_next',
      resyncRequired: change.resyncRequired ?? false,
      onlineVisitorCount: change.online ?? null,
      serverTime: '2026-11-25T12:00:00.000Z',
      changes: visitors.map((visitor) => ({
        __typename: 'PresenceChange',
        id: `change_${visitor.id}`,
        visitorId: visitor.id,
        kind: change.kind ?? 'PAGE_CHANGED',
        visitor,
      })),
    };
    this.said.push(visitorPresenceChanged);
    this.feed.simulateResult({ result: { data: { visitorPresenceChanged } } });
  }

  /** Ends the feed with an error of the server. */
  breakFeed(): void {
    this.feed.simulateResult({ error: new Error('Socket closed') });
  }

  private answerTo({ query, operationName, variables }: ApolloLink.Operation): Answer {
    this.requests.push({ name: operationName ?? '', variables });
    const name = operationName ?? '';
    return (
      this.answers.get(name)?.(variables) ?? new Error(`The test has no answer for ${name}: ${print(query)}`)
    );
  }

  private readonly requestLink = new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        const answer = this.answerTo(operation);
        this.said.push(answer);
        // Later, as over a network, so that nobody comes to rely on an answer within the call.
        queueMicrotask(() => {
          if (answer === 'silence') return;
          if (answer instanceof Error) return observer.error(answer);
          observer.next(answer as ApolloLink.Result);
          observer.complete();
        });
      }),
  );
}

function nameOf(document: DocumentNode): string {
  const [definition] = document.definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION ? (definition.name?.value ?? '') : '';
}
