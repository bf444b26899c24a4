import type { ReadVisitQuery } from '../../generated/graphql';

type Visit = NonNullable<ReadVisitQuery['visitor']>;

/** The API's answer to what is known of a visitor beyond the card: nothing, unless the test says something. */
export function visitAnswer(id: string, change: Partial<Visit> = {}) {
  const nothing = { externalId: null, traits: null, sessions: [], recentPages: [] };
  return { data: { visitor: { __typename: 'Visitor', id, ...nothing, ...change } } };
}
