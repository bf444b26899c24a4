import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { createHttpApp } from './http-app';
import { createLog } from './log';
import { callApi } from './testing/api-client';
import { openRawHttp, readRawHttp } from './testing/raw-http';
import { signIn } from './testing/sign-in';
import { startTestNode, type TestNode } from './testing/test-node';

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const MANY_HEADERS = Array.from({ length: 3_000 }, (_, i) => `x-header-${i}: value`).join('\r\n');
const BUILT = join(__dirname, '../dist/web');
// The namespaces of SVG and XML, and what messages of libraries refer to; the policy lets nothing be loaded from there.
// The last is nobody's, and will be nobody's: names like it are kept for examples.
const FOR_DEVELOPERS = new Set([
  'www.w3.org',
  'react.dev',
  'mantine.dev',
  'go.apollo.dev',
  'github.com',
  'shop.example',
]);
const SLOWLORIS = 1_000;

describe('what every address of a node has in common', () => {
  let node: TestNode;

  beforeAll(async () => {
    node = await startTestNode();
  });
  afterAll(() => node.close());

  const get = (path: string, headers: Record<string, string> = {}) => fetch(node.url + path, { headers });
  const post = (body: string, type = 'application/json') =>
    fetch(`${node.url}/graphql`, { method: 'POST', body, headers: { 'content-type': type } });

  describe('an id in every answer', () => {
    it.each<[string, number, () => Promise<Response>]>([
      ['a page', 200, () => get('/')],
      ['health', 200, () => get('/healthz')],
      ['an address where nothing is', 404, () => get('/nothing')],
      ['a query', 200, () => post('{"query":"{ viewer { kind } }"}')],
      ['a preflight', 204, () => fetch(`${node.url}/graphql`, { method: 'OPTIONS' })],
    ])('%s has it in a header', async (_name, status, ask) => {
      const answer = await ask();

      expect(answer.status).toBe(status);
      expect(answer.headers.get('x-request-id')).toMatch(UUID);
    });

    it.each<[string, number, string, () => Promise<Response>]>([
      ['malformed JSON', 400, 'BAD_REQUEST', () => post('{"query":')],
      ['a body of 200 KB', 413, 'PAYLOAD_TOO_LARGE', () => post(`{"query":"${'x'.repeat(200_000)}"}`)],
      ['a list of operations', 400, 'BATCHING_DISABLED', () => post('[{"query":"{ viewer { kind } }"}]')],
      ['a syntax error', 400, 'GRAPHQL_PARSE_FAILED', () => post('{"query":"{"}')],
      [
        'a wrong API key',
        401,
        'UNAUTHENTICATED',
        () =>
          fetch(`${node.url}/graphql`, {
            method: 'POST',
            body: '{"query":"{ viewer { kind } }"}',
            headers: { 'content-type': 'application/json', authorization: 'Bearer pl_wrong' },
          }),
      ],
      ['an address that cannot be decoded', 400, 'BAD_REQUEST', () => get('/%zz')],
    ])('[X-10] %s has it in the error too, as JSON', async (_name, status, code, ask) => {
      const answer = await ask();
      const requestId = answer.headers.get('x-request-id');

      expect([answer.status, requestId]).toEqual([status, expect.stringMatching(UUID)]);
      const { errors } = (await answer.json()) as { errors: { message: string; extensions: object }[] };
      expect(errors).toMatchObject([{ extensions: { code, requestId } }]);
      expect(JSON.stringify(errors)).not.toMatch(/node_modules|\.ts\b|\n +at /);
    });

    it('is the one that a proxy gave, if it is a plain word', async () => {
      const idFor = async (given: string) =>
        (await get('/healthz', { 'x-request-id': given })).headers.get('x-request-id');

      expect(await idFor('proxy-1234.abcd')).toBe('proxy-1234.abcd');
      for (const odd of ['short', 'x'.repeat(65), 'two words', '{"level":"error"}', '<b>12345678</b>']) {
        expect(await idFor(odd)).toMatch(UUID);
      }
    });
  });

  describe('what protects those who read an answer', () => {
    it.each(['/', '/v/visitor_01m88wrnaafagthherap5rjeh6'])(
      '[X-28] the dashboard at %s runs its own scripts and styles only, and in no frame',
      async (path) => {
        const { headers } = await get(path);

        const policy = headers.get('content-security-policy')!;
        expect(policy).toContain("default-src 'none'");
        expect(policy).toContain("frame-ancestors 'none'");
        expect(policy).not.toMatch(/unsafe|\*|https?:/);
        expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
        expect(headers.get('permissions-policy')).toContain('camera=()');
      },
    );

    it('[X-27] no answer lets the next site know the address it came from', async () => {
      for (const path of ['/', '/v/x', '/w.js', '/healthz', '/nothing']) {
        expect((await get(path)).headers.get('referrer-policy')).toBe('no-referrer');
      }
    });

    it('[X-28] every answer has a fixed type, and is no document of anybody else', async () => {
      for (const path of ['/', '/w.js', '/healthz', '/nothing', '/graphql']) {
        const { headers } = await get(path);
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      }
    });

    it('[X-28] no file that is served names the host of anybody else, but in texts for developers', () => {
      const files = readdirSync(BUILT, { recursive: true, encoding: 'utf8' }).filter((name) =>
        /\.(html|css|js|svg)$/.test(name),
      );
      const hosts = files.flatMap((name) => [
        ...readFileSync(join(BUILT, name), 'utf8').matchAll(/https?:\/\/([\w.-]+\.[a-z]{2,})/g),
      ]);

      expect(files).toEqual(expect.arrayContaining(['dashboard/index.html', 'widget/w.js']));
      expect(
        [...new Set(hosts.map(([, host]) => host))].filter((host) => !FOR_DEVELOPERS.has(host!)),
      ).toEqual([]);
    });

    it('the widget may be loaded by any site, the rest by nobody else', async () => {
      const policyOf = async (path: string) => (await get(path)).headers.get('cross-origin-resource-policy');

      expect(await policyOf('/w.js')).toBe('cross-origin');
      expect(await policyOf('/')).toBe('same-origin');
      expect(await policyOf('/healthz')).toBe('same-origin');
    });

    it('answers of the API are stored nowhere', async () => {
      const { headers } = await callApi(
        node.url,
        '{ viewer { agent { email } } }',
        {},
        await signIn(node.url, node.agent),
      );

      expect(headers.get('cache-control')).toBe('no-store');
    });

    it('https is asked for on https only', async () => {
      const app = createHttpApp({ trustedProxies: ['127.0.0.1'], log: createLog('silent') });
      const ask = async (proto: string) =>
        (await app.inject({ url: '/', headers: { 'x-forwarded-proto': proto } })).headers;

      expect((await ask('https'))['strict-transport-security']).toBe('max-age=31536000');
      expect(await ask('http')).not.toHaveProperty('strict-transport-security');
      await app.close();
    });

    it.each(['/graphiql', '/docs', '/playground', '/altair', '/voyager'])(
      '[X-44] there is nothing at %s',
      async (path) => {
        expect((await get(path, { accept: 'text/html' })).status).toBe(404);
      },
    );
  });

  describe('clients that send too much, or too slowly', () => {
    it('[X-33] 3,000 headers of an upgrade are answered with 431, and the node goes on', async () => {
      const upgrade = `GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n`;

      const { status, headers, body } = await readRawHttp(
        await openRawHttp(node.url, `${upgrade}${MANY_HEADERS}\r\n\r\n`),
      );

      expect(status).toBe(431);
      expect(JSON.parse(body)).toMatchObject({
        errors: [{ extensions: { code: 'BAD_REQUEST', requestId: headers.get('x-request-id') } }],
      });
      expect((await get('/healthz')).status).toBe(200);
    });

    it('bytes that are no HTTP are answered with 400, without naming what runs here', async () => {
      const { status, body, headers } = await readRawHttp(
        await openRawHttp(node.url, '\u0016\u0003\u0001 ?\r\n\r\n'),
      );

      expect(status).toBe(400);
      expect(headers.get('x-request-id')).toMatch(UUID);
      expect(body).not.toMatch(/parse|HPE|fastify|node/i);
    });

    it(`[X-34] ${SLOWLORIS} clients that never end their headers keep nobody else from being answered`, async () => {
      const sockets = await Promise.all(
        Array.from({ length: SLOWLORIS }, () =>
          openRawHttp(node.url, 'GET /healthz HTTP/1.1\r\nhost: x\r\n'),
        ),
      );

      expect((await get('/healthz')).status).toBe(200);
      expect((await post('{"query":"{ viewer { kind } }"}')).status).toBe(200);

      for (const socket of sockets) socket.destroy();
    });

    it('[X-34] a client has ten seconds for its headers, thirty for all of it, and is kept for sixty-five', async () => {
      const app = createHttpApp({ trustedProxies: [], log: createLog('silent') });

      const { headersTimeout, requestTimeout, keepAliveTimeout } = app.server;

      expect([headersTimeout, requestTimeout, keepAliveTimeout]).toEqual([10_000, 30_000, 65_000]);
      await app.close();
    });

    it.each([
      ['headers', 'GET / HTTP/1.1\r\nhost: x\r\n'],
      ['body', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{'],
    ])('[X-34] whoever takes longer over the %s is told so and let go', async (_name, text) => {
      const patience = { headersMs: 50, requestMs: 100, keepAliveMs: 1_000, lookEveryMs: 20 };
      const app = createHttpApp({ trustedProxies: [], log: createLog('silent'), patience });
      app.post('/', () => ({}));
      const url = await app.listen({ host: '127.0.0.1', port: 0 });

      const { status } = await readRawHttp(await openRawHttp(url, text));

      expect(status).toBe(408);
      await app.close();
    });

    it('an upgrade from another origin is refused with an id', async () => {
      const upgrade = request(`${node.url}/graphql`, {
        headers: { connection: 'upgrade', upgrade: 'websocket', origin: 'https://evil.test' },
      }).end();

      const [answer] = (await once(upgrade, 'response')) as [{ statusCode: number; headers: object }];

      expect(answer.statusCode).toBe(403);
      expect(answer.headers).toMatchObject({ 'x-request-id': expect.stringMatching(UUID) as string });
    });
  });
});
