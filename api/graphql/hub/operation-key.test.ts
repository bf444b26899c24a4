import { parse } from 'graphql';
import { operationKey } from './operation-key';

const keyOf = (query: string, variables?: Record<string, unknown>, operationName?: string) =>
  operationKey({ document: parse(query), variables, operationName });

const WATCH = `subscription ($after: String, $ids: [ID!]) {
  visitorPresenceChanged(after: $after, visitorIds: $ids) { cursor changes { visitorId } } }`;

describe('the key of operations that are answered alike', () => {
  it('does not depend on where a subscriber begins, nor on how the document is laid out', () => {
    const key = keyOf(WATCH, { after: 'one' });

    expect(keyOf(WATCH, { after: 'two' })).toBe(key);
    expect(keyOf(WATCH)).toBe(key);
    expect(keyOf(WATCH.replace(/\s+/g, ' ').replace('{ cursor', '{ # here\n cursor'), { other: 1 })).toBe(
      key,
    );
    expect(keyOf('subscription { a: visitorPresenceChanged(after: "x") { cursor } }')).toBe(
      keyOf('subscription { a: visitorPresenceChanged(after: "y") { cursor } }'),
    );
  });

  it.each<[string, string, Record<string, unknown> | undefined]>([
    ['another field', WATCH.replace('cursor', 'serverTime'), undefined],
    ['another alias', WATCH.replace('cursor', 'place: cursor'), undefined],
    ['other visitors', WATCH, { ids: ['v1'] }],
    ['null instead of nothing', WATCH, { ids: null }],
  ])('depends on %s', (_name, query, variables) => {
    expect(keyOf(query, variables)).not.toBe(keyOf(WATCH));
  });

  it('depends on a variable that is used elsewhere as well', () => {
    const query = WATCH.replace('visitorIds: $ids', 'siteId: $after');

    expect(keyOf(query, { after: 'one' })).not.toBe(keyOf(query, { after: 'two' }));
  });

  it('depends on an argument of the same name of another field', () => {
    const query = WATCH.replace('cursor', 'log(after: $after)');

    expect(keyOf(query, { after: 'one' })).not.toBe(keyOf(query, { after: 'two' }));
  });

  it('depends on which operation of the document is meant', () => {
    const two = `${WATCH.replace('subscription', 'subscription A')} ${WATCH.replace('subscription', 'subscription B')}`;

    expect(keyOf(two, {}, 'A')).not.toBe(keyOf(two, {}, 'B'));
  });
});
