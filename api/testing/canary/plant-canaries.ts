import { callApi } from '../api-client';
import type { Tenant } from '../isolation/tenant';
import { RawSocket } from '../raw-socket';
import { sendBytes } from '../send-bytes';

/** Everything that goes in somewhere and must come out nowhere, each as it would look where it is planted. */
export const CANARIES = {
  urlUser: 'qzuser',
  urlPassword: 'qzpassword',
  urlQuery: 'qzquery',
  urlFragment: 'qzfragment',
  urlSegment: '9b1deb4d3b7d4bad9bdd2b0d7b3dcb6d',
  referrerQuery: 'qzreferrer',
  wrongSignature: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00',
  wrongToken: 'qztoken.qzsignature',
  wrongPassword: 'qz wrong horse battery staple',
  newPassword: 'qz new horse battery staple',
  triedEmail: 'qztried@example.com',
  search: 'qzsearched',
  traitSearched: 'qztraitvalue',
  prefixSearched: 'https://qzprefix.test',
  userAgent: 'qzbrowser',
  header: 'qzheader',
  referer: 'qzreferer',
  cookie: 'qzcookie',
  wrongKey: 'pl_qzwrongkey',
  variable: 'qzvariable',
  syntax: 'qzsyntax',
  body: 'qzbody',
  addressOfSocket: 'qzsocketaddress',
  paramsOfSocket: 'qzsocketparams',
  cursor: 'qzcursor',
} as const;

const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) { visitorToken userErrors { code } } }`;

/** Plants every canary by HTTP and WebSocket, at the site of the tenant. Gives back the visitor token that was issued on the way. */
export async function plantCanaries(
  url: string,
  { site, origin, visitor, callers }: Tenant,
): Promise<string> {
  const mark = CANARIES;
  const page = {
    url: `https://${mark.urlUser}:${mark.urlPassword}@shop.test/reset/${mark.urlSegment}?t=${mark.urlQuery}#${mark.urlFragment}`,
    referrer: `https://${mark.urlUser}:${mark.urlPassword}@other.test/${mark.urlSegment}?q=${mark.referrerQuery}`,
  };
  const headers = {
    origin,
    'user-agent': `Mozilla/5.0 (${mark.userAgent}) Firefox/143.0`,
    'x-canary': mark.header,
    referer: `https://shop.test/?r=${mark.referer}`,
    cookie: `porchlight_session=${mark.cookie}`,
  };
  const input = { siteKey: site.key, tabId: 'tab-of-canary', page };
  const { data } = await callApi(url, IDENTIFY, { input }, headers);
  const token = data['identify'].visitorToken as string;
  const signed = { ...input, externalId: visitor.externalId, identitySignature: mark.wrongSignature };
  await callApi(url, IDENTIFY, { input: signed }, headers);
  await widget(url, 'recordPageView', { visitorToken: token, tabId: 'tab-of-canary', page }, headers);
  await widget(url, 'heartbeat', { visitorToken: mark.wrongToken, tabId: 'tab-of-canary' }, headers);

  const admin = callers['an admin']!;
  await widget(url, 'login', { email: mark.triedEmail, password: mark.wrongPassword });
  await widget(
    url,
    'changePassword',
    { currentPassword: mark.wrongPassword, newPassword: mark.newPassword },
    admin,
  );
  const roster =
    'query ($f: VisitorFilter, $s: String, $a: String) { visitors(first: 1, filter: $f, search: $s, after: $a) { totalCount } }';
  const filter = {
    traits: [{ key: 'plan', value: mark.traitSearched }],
    currentUrlPrefix: mark.prefixSearched,
  };
  await callApi(url, roster, { f: filter, s: mark.search }, admin);
  await callApi(url, roster, { a: mark.cursor }, admin);
  await callApi(url, 'query ($n: Int) { visitors(first: $n) { totalCount } }', { n: mark.variable }, admin);
  await callApi(url, `{ ${mark.syntax} ( }`, {}, admin);
  await callApi(url, '{ viewer { kind } }', {}, { authorization: `Bearer ${mark.wrongKey}` });
  const broken = `{"query": "${mark.body}`;
  const head = 'POST /graphql HTTP/1.1\r\nhost: a.test\r\ncontent-type: application/json';
  await sendBytes(url, Buffer.from(`${head}\r\ncontent-length: ${broken.length}\r\n\r\n${broken}`));
  await speak(url, admin);
  return token;
}

async function widget(url: string, field: string, input: object, headers: Record<string, string> = {}) {
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { userErrors { code } } }`;
  return callApi(url, query, { input }, headers);
}

async function speak(url: string, admin: Record<string, string>): Promise<void> {
  const refused = await RawSocket.open(url, {}, undefined, `?token=${CANARIES.addressOfSocket}`);
  refused.send({ type: 'connection_init', payload: { authorization: `Bearer ${CANARIES.paramsOfSocket}` } });
  await refused.closed;
  const socket = await RawSocket.open(url, { headers: { ...admin, origin: url } });
  socket.send({ type: 'connection_init', payload: { password: CANARIES.paramsOfSocket } });
  await socket.next('connection_ack');
  socket.subscribe('1', 'subscription ($a: String) { visitorPresenceChanged(after: $a) { cursor } }', {
    a: CANARIES.cursor,
  });
  await socket.nextOf(['next', 'error'], '1');
  socket.subscribe('2', `subscription { ${CANARIES.syntax} ( }`);
  await socket.nextOf(['next', 'error'], '2');
  await socket.close();
}
