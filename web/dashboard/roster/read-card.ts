import type { ApolloCache } from '@apollo/client';
import { VISITOR_CARD } from '../documents/visitor-card';
import type { VisitorCardFragment } from '../../generated/graphql';

/** What the cache holds of a visitor; null unless it is everything. */
export function readCard(cache: ApolloCache, visitorId: string): VisitorCardFragment | null {
  return cache.readFragment({ fragment: VISITOR_CARD, id: `Visitor:${visitorId}` });
}
