import { subscriptionRootProblem } from './subscription-root';

const problemOf = (text: string) => subscriptionRootProblem(text, {})?.extensions['code'] ?? null;

describe('the root of a subscription', () => {
  it.each([
    'subscription ($a: Boolean!) { feed @skip(if: $a) }',
    'subscription { feed @include(if: $unknown) }',
    'subscription { ... @skip(if: $a) { feed } }',
    'subscription { ...F } fragment F on Subscription { ... { feed @skip(if: 1) } }',
    'query { a } subscription { ...F @skip }  fragment F on Subscription { feed }',
  ])('is refused with a condition: %s', (text) => {
    expect(problemOf(text)).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it.each([
    'subscription { feed { a @skip(if: $a) } }',
    'subscription { ...F } fragment F on Subscription { ...F feed }',
    'subscription { ...Nothing }',
    'subscription {',
    'query ($a: Boolean!) { subscription @skip(if: $a) }',
  ])('is left to others otherwise: %s', (text) => {
    expect(problemOf(text)).toBeNull();
  });
});
