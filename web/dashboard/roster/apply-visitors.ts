import type { ApolloCache } from '@apollo/client';
import { VISITOR_CARD } from '../documents/visitor-card';
import type { VisitorCardFragment } from '../../generated/graphql';
import { asOfMs } from './as-of-ms';

/**
 * Writes visitors into the cache in one batch, each only if it is not older than what is there: whatever order
 * reads and messages arrive in, the newest facts stay. Answers with what the cache then holds, one per visitor.
 */
export function applyVisitors(
  cache: ApolloCache,
  visitors: readonly VisitorCardFragment[],
): VisitorCardFragment[] {
  const newest = new Map<string, VisitorCardFragment>();
  for (const visitor of visitors) {
    const known = newest.get(visitor.id) ?? readCard(cache, visitor.id);
    newest.set(visitor.id, known !== null && asOfMs(known) > asOfMs(visitor) ? known : visitor);
  }
  cache.batch({
    update: (batched) => {
      for (const visitor of newest.values()) {
        batched.writeFragment({ fragment: VISITOR_CARD, id: cacheId(visitor.id), data: visitor });
      }
    },
  });
  return [...newest.values()];
}

const cacheId = (visitorId: string): string => `Visitor:${visitorId}`;

function readCard(cache: ApolloCache, visitorId: string): VisitorCardFragment | null {
  return cache.readFragment({ fragment: VISITOR_CARD, id: cacheId(visitorId) });
}
