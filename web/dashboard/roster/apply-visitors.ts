import type { ApolloCache } from '@apollo/client';
import { VISITOR_CARD } from '../documents/visitor-card';
import type { VisitorCardFragment } from '../../generated/graphql';
import { newerCard } from './newer-card';
import { readCard } from './read-card';

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
    newest.set(visitor.id, newerCard(newest.get(visitor.id) ?? readCard(cache, visitor.id), visitor));
  }
  cache.batch({
    update: (batched) => {
      for (const visitor of newest.values()) {
        batched.writeFragment({ fragment: VISITOR_CARD, id: `Visitor:${visitor.id}`, data: visitor });
      }
    },
  });
  return [...newest.values()];
}
