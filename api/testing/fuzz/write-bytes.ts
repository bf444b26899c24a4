import type { Choices } from './choices';
import { HOSTILE_TEXTS } from './hostile-values';

const BODY = '{"query":"{ viewer { kind } }"}';
const REQUESTS = [
  `POST /graphql HTTP/1.1\r\nHost: a.test\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`,
  'GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: a.test\r\napollo-require-preflight: 1\r\n\r\n',
  `POST /graphql HTTP/1.1\r\nHost: a.test\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1f\r\n${BODY}\r\n0\r\n\r\n`,
  'OPTIONS /graphql HTTP/1.1\r\nHost: a.test\r\nOrigin: https://acmewort.test\r\nAccess-Control-Request-Method: POST\r\n\r\n',
  'GET /healthz HTTP/1.1\r\nHost: a.test\r\n\r\n',
  'GET /v/visitor_1 HTTP/1.1\r\nHost: a.test\r\nCookie: porchlight_session=x\r\n\r\n',
  `POST /graphql HTTP/1.1\r\nHost: a.test\r\nContent-Type: text/plain\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`,
];
const UPGRADE =
  'GET /graphql HTTP/1.1\r\nHost: a.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n';
const PIECES = [
  '\r\n',
  '\n',
  '\0',
  ': ',
  'Content-Length: 9999999999999999999999\r\n',
  'Content-Length: -1\r\n',
  'Transfer-Encoding: chunked, gzip\r\n',
  'Host: b.test\r\n',
  'Upgrade: h2c\r\nConnection: Upgrade\r\n',
  'Expect: 100-continue\r\n',
  'Cookie: porchlight_session=%zz; =; __proto__=x\r\n',
  'Authorization: Bearer \u00ff\r\n',
  'Origin: null\r\n',
  'X-Forwarded-For: 1.2.3.4, \0\r\n',
  'Content-Type: application/json; charset=utf-99\r\n',
  'Content-Encoding: gzip\r\n',
  `X-Long: ${'x'.repeat(20_000)}\r\n`,
  'X: y\r\n'.repeat(3_000),
  '%',
  '/../../',
  'HTTP/9.9',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
];

/** Bytes for a connection: a request or a WebSocket that is right, but for a few places. */
export function writeBytes(by: Choices): Buffer {
  const isSocket = by.below(3) === 2;
  if (isSocket && by.below(2) === 1) return Buffer.concat([Buffer.from(UPGRADE), ...framesOf(by)]);
  let bytes: Buffer = Buffer.from(isSocket ? UPGRADE : by.of(REQUESTS), 'latin1');
  for (let i = by.below(5); i > 0; i--) bytes = spoil(bytes, by);
  return bytes;
}

function spoil(bytes: Buffer, by: Choices): Buffer {
  const place = by.below(bytes.length + 1);
  const before = bytes.subarray(0, place);
  const after = bytes.subarray(place);
  switch (by.below(4)) {
    case 0:
      return Buffer.concat([before, Buffer.from(by.of([...PIECES, ...HOSTILE_TEXTS]), 'latin1'), after]);
    case 1:
      return Buffer.concat([before, after.subarray(by.below(40))]);
    case 2:
      return Buffer.concat([before, Buffer.from([by.below(256)]), after.subarray(1)]);
    default:
      return before;
  }
}

/** Frames as a client sends them, each with any first byte: reserved bits, unknown kinds, pieces without a beginning. */
function framesOf(by: Choices): Buffer[] {
  return Array.from({ length: 1 + by.below(4) }, () => {
    const payload = Buffer.from(
      by.of(['{"type":"connection_init"}', '{"type":"ping"}', ...HOSTILE_TEXTS]).slice(0, 125),
    );
    const length = by.isOneOf100(20) ? by.below(256) : 0x80 | Math.min(payload.length, 125);
    const first = by.isOneOf100(50) ? by.below(256) : 0x81;
    return Buffer.concat([Buffer.from([first, length, 0, 0, 0, 0]), payload.subarray(0, 125)]);
  });
}
