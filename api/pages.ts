import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { DASHBOARD_HEADERS, DEMO_HEADERS } from './security-headers';
import { serveWidget } from './widget-files';

export interface PagesOptions {
  /** Where the built web parts and the demo are; the root of the checkout. */
  readonly root: string;
  /** Given only where the demo is served: the key its pages identify with. */
  readonly demoSiteKey?: string;
}

const DEMO_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Serves the dashboard at `/` and its deep links, the widget at `/w.js`, and the demo at `/demo/`. */
export async function servePages(app: FastifyInstance, { root, demoSiteKey }: PagesOptions): Promise<void> {
  const dashboard = join(root, 'dist/web/dashboard');
  await serveWidget(app, join(root, 'dist/web/widget'));
  if (demoSiteKey !== undefined) serveDemo(app, join(root, 'web/demo'), demoSiteKey);
  if (!existsSync(join(dashboard, 'index.html'))) return;

  const index = (reply: FastifyReply) =>
    reply
      .headers(DASHBOARD_HEADERS)
      .type('text/html; charset=utf-8')
      .send(readFileSync(join(dashboard, 'index.html')));
  await app.register(fastifyStatic, {
    root: join(dashboard, 'assets'),
    prefix: '/assets/',
    // Names carry a hash of the content.
    immutable: true,
    maxAge: '1y',
    preCompressed: true,
    setHeaders: (reply) => void reply.setHeader('vary', 'Accept-Encoding'),
  });
  await app.register(fastifyStatic, {
    root: dashboard,
    prefix: '/',
    wildcard: false,
    // Else each gets a route of its own here, which wins over the one above.
    globIgnore: ['assets/**'],
    index: false,
    decorateReply: false,
  });
  app.get('/', (_request, reply) => index(reply));
  app.get('/v/*', (_request, reply) => index(reply));
  app.get('/settings', (_request, reply) => index(reply));
  app.get('/settings/*', (_request, reply) => index(reply));
}

function serveDemo(app: FastifyInstance, folder: string, siteKey: string): void {
  app.get('/demo', (_request, reply) => reply.redirect('/demo/'));
  app.get<{ Params: { '*': string } }>('/demo/*', async (request, reply) => {
    const name = request.params['*'] || 'index.html';
    const [, stem = '', extension = 'html'] = /^([a-z0-9-]+)(?:\.([a-z]+)|\/.*)?$/.exec(name) ?? [];
    const file = join(folder, `${stem}.${extension}`);
    const type = DEMO_TYPES[extension];
    if (!stem || !type || !existsSync(file))
      return reply.code(404).type('text/plain').send('No such demo page.');
    const text = readFileSync(file, 'utf8').replaceAll('{{SITE_KEY}}', siteKey);
    return reply.headers(DEMO_HEADERS).type(type).send(text);
  });
}
