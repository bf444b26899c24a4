import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const MOVING = 'public, max-age=3600';
const FOR_EVER = 'public, max-age=31536000, immutable';
const PARTS = ['', '.debug', '.history'];

const ENCODERS = {
  br: promisify(brotliCompress),
  gzip: promisify((text: Buffer, done: Parameters<typeof gzip>[2]) => gzip(text, { level: 9 }, done)),
};

/** One file of the widget, as it is and compressed once for all requests. */
interface WidgetFile {
  readonly plain: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
}

/**
 * Serves the widget and the parts it loads on demand, to every page there is: at `/w.js`, which moves with each release,
 * and at `/w/<version>.js`, whose content never changes. `/w.json` says which version that is, and its integrity.
 */
export async function serveWidget(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'w.json'))) {
    app.get('/w.js', (_request, reply) =>
      reply
        .code(404)
        .type('text/plain; charset=utf-8')
        .send('The widget is not built: run npm run build:web.'),
    );
    return;
  }
  const manifest = readFileSync(join(folder, 'w.json'));
  const { version } = JSON.parse(manifest.toString()) as { version: string };
  app.get('/w.json', (_request, reply) =>
    open(reply, 'no-cache').type('application/json; charset=utf-8').send(manifest),
  );
  for (const part of PARTS) {
    const file = await readWidgetFile(join(folder, `w${part}.js`));
    app.get(`/w${part}.js`, (request, reply) => sendFile(file, MOVING, request, reply));
    app.get(`/w/${version}${part}.js`, (request, reply) => sendFile(file, FOR_EVER, request, reply));
  }
}

async function readWidgetFile(path: string): Promise<WidgetFile> {
  const plain = readFileSync(path);
  const [br, gzipped] = await Promise.all([ENCODERS.br(plain), ENCODERS.gzip(plain)]);
  return { plain, br, gzip: gzipped };
}

function sendFile(file: WidgetFile, cacheControl: string, request: FastifyRequest, reply: FastifyReply) {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = (['br', 'gzip'] as const).find((name) =>
    new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(accepted),
  );
  open(reply, cacheControl).header('vary', 'Accept-Encoding').type('text/javascript; charset=utf-8');
  if (encoding) void reply.header('content-encoding', encoding);
  return reply.send(encoding ? file[encoding] : file.plain);
}

// Made to be loaded by every page there is.
function open(reply: FastifyReply, cacheControl: string): FastifyReply {
  return reply.headers({
    'cache-control': cacheControl,
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  });
}
