import type { VisitorCardFragment } from '../../generated/graphql';
import { visitorCard, type SentVisitor } from './visitor-card';

/** A visitor who has left, as the API would send them. */
export function offlineCard(change: Partial<VisitorCardFragment> = {}): SentVisitor {
  return visitorCard({
    isOnline: false,
    currentPage: null,
    presence: { state: 'OFFLINE', asOf: '2026-11-25T12:00:00.000Z', since: null, sessionCount: 0 },
    ...change,
  });
}
