import type { ReferenceKind } from './argument-table';

/** What a caller may be told who names something of another site; null where only silence about it counts. */
const BY_KIND: Readonly<Record<ReferenceKind, readonly string[] | null>> = {
  ID: ['NULL', 'EMPTY', 'NOT_FOUND'],
  CURSOR: ['INVALID_CURSOR'],
  EXTERNAL_ID: ['NULL'],
  SIGNATURE: ['IDENTITY_SIGNATURE_INVALID'],
  SITE_KEY: ['ORIGIN_NOT_ALLOWED'],
  VISITOR_TOKEN: ['ORIGIN_NOT_ALLOWED'],
  TAB: null,
  EMAIL: null,
  WORDS: null,
};

/** Where it is otherwise: a token or an id of another site says nothing here, and a feed that follows nobody begins like any other. */
const BY_COORDINATE: Readonly<Record<string, readonly string[] | null>> = {
  'Subscription.visitorPresenceChanged(siteId:)': ['FORBIDDEN'],
  'Subscription.visitorPresenceChanged(visitorIds:)': null,
  'IdentifyInput.visitorToken': null,
  'IdentifyInput.externalId': null,
};

const RIGHTS = ['FORBIDDEN', 'UNAUTHENTICATED'];

/** Outcomes that count as a refusal there, lack of rights apart; null when there is nothing to refuse. */
export function refusalsOf(kind: ReferenceKind, coordinate: string): readonly string[] | null {
  const special = BY_COORDINATE[coordinate];
  return special === undefined ? BY_KIND[kind] : special;
}

/** Whether a stranger may be answered like that. */
export function isRefused(outcome: string, kind: ReferenceKind, coordinate: string): boolean {
  const refusals = refusalsOf(kind, coordinate);
  return refusals === null || RIGHTS.includes(outcome) || refusals.includes(outcome);
}
