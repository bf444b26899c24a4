import type { IncomingMessage } from 'node:http';
import { isAcceptedUpgrade } from './is-accepted-upgrade';

const request = (headers: object, url = '/graphql') =>
  ({ url, headers: { host: 'node:4000', ...headers } }) as IncomingMessage;
const FORWARDED = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'live.acme.test' };

describe('a WebSocket handshake', () => {
  it.each<[string, object, boolean, boolean]>([
    ['a program', {}, false, true],
    ['a page of ours', { origin: 'http://node:4000' }, false, true],
    ['a page of another host', { origin: 'http://evil.test' }, false, false],
    ['a page of another port', { origin: 'http://node:4001' }, false, false],
    ['a page of another scheme', { origin: 'https://node:4000' }, false, false],
    ['an opaque origin', { origin: 'null' }, false, false],
    ['a page of ours behind a proxy', { origin: 'https://live.acme.test', ...FORWARDED }, true, true],
    [
      'the same behind a proxy nobody trusts',
      { origin: 'https://live.acme.test', ...FORWARDED },
      false,
      false,
    ],
    ['a page of another host behind a proxy', { origin: 'https://evil.test', ...FORWARDED }, true, false],
  ])('from %s', (_name, headers, trustsProxies, isAccepted) => {
    expect(isAcceptedUpgrade(request(headers), trustsProxies)).toBe(isAccepted);
  });

  it.each([
    ['/graphql?x=1', true],
    ['/graphql/', false],
    ['/', false],
    ['//', false],
  ])('at %s', (url, isAccepted) => {
    expect(isAcceptedUpgrade(request({}, url), false)).toBe(isAccepted);
  });
});
