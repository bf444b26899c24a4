import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { servePages } from './pages';

const SCRIPT = `console.log(${JSON.stringify('porchlight '.repeat(200))});`;

describe('the files of the dashboard', () => {
  let root: string;
  let app: FastifyInstance;

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'porchlight-pages-'));
    const assets = join(root, 'dist/web/dashboard/assets');
    mkdirSync(assets, { recursive: true });
    writeFileSync(join(assets, '../index.html'), '<!doctype html><title>Porchlight</title>');
    writeFileSync(join(assets, 'index-1a2b.js'), SCRIPT);
    writeFileSync(join(assets, 'index-1a2b.js.br'), brotliCompressSync(SCRIPT));
    writeFileSync(join(assets, 'index-1a2b.js.gz'), gzipSync(SCRIPT));
    writeFileSync(join(assets, 'small-3c4d.js'), '1;');
    app = fastify();
    await servePages(app, { root });
  });
  afterAll(async () => {
    await app.close();
    rmSync(root, { recursive: true });
  });

  const get = (url: string, encodings?: string) =>
    app.inject({ url, headers: encodings === undefined ? {} : { 'accept-encoding': encodings } });

  it.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['identity', undefined, (body: Buffer) => body],
    [undefined, undefined, (body: Buffer) => body],
  ])('go out as small as the browser can read: %s', async (accepted, encoding, unpack) => {
    const { statusCode, headers, rawPayload } = await get('/assets/index-1a2b.js', accepted);

    expect(statusCode).toBe(200);
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['content-type']).toMatch(/^(text|application)\/javascript/);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(unpack(rawPayload).toString()).toBe(SCRIPT);
  });

  it('tell caches that what is stored depends on what the browser can read', async () => {
    expect((await get('/assets/index-1a2b.js', 'br')).headers['vary']).toMatch(/accept-encoding/i);
  });

  it('go out as they are when they are too small to be worth it', async () => {
    const { headers, body } = await get('/assets/small-3c4d.js', 'br, gzip');

    expect(headers['content-encoding']).toBeUndefined();
    expect(body).toBe('1;');
  });

  it('are the one page for every deep link', async () => {
    for (const url of ['/', '/v/visitor_1', '/settings', '/settings/keys']) {
      const { headers, body } = await get(url);
      expect(body).toContain('<title>Porchlight</title>');
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
    }
  });
});
