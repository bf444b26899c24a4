import type { VisitorCardFragment } from '../../generated/graphql';

/** What the network sends: the card with its type names. */
export type SentVisitor = VisitorCardFragment & { readonly __typename: 'Visitor' };

/** A visitor as the API would send them: online, on a page; change what the test is about. */
export function visitorCard(change: Partial<VisitorCardFragment> = {}): SentVisitor {
  const visitor = {
    id: 'vis_01k7f3k',
    displayName: 'Maria Silva',
    email: 'maria@acme.com',
    isVerified: false,
    isOnline: true,
    firstSeenAt: '2026-11-12T09:00:00.000Z',
    lastSeenAt: '2026-11-25T12:00:00.000Z',
    visitCount: 4,
    locale: 'pt-PT',
    timeZone: 'Europe/Lisbon',
    presence: {
      state: 'ONLINE' as const,
      asOf: '2026-11-25T12:00:00.000Z',
      since: '2026-11-25T11:55:00.000Z',
      sessionCount: 1,
    },
    currentPage: {
      url: 'https://acme.com/pricing',
      title: 'Pricing – Acme',
      referrer: 'https://search.example/find',
      since: '2026-11-25T11:57:00.000Z',
    },
    device: { browser: 'Chrome 156', os: 'macOS', kind: 'DESKTOP' as const, isBot: false },
    ...change,
  };
  return {
    ...visitor,
    __typename: 'Visitor',
    presence: Object.assign({ __typename: 'Presence' }, visitor.presence),
    currentPage: visitor.currentPage && Object.assign({ __typename: 'Page' }, visitor.currentPage),
    device: visitor.device && Object.assign({ __typename: 'Device' }, visitor.device),
  };
}
