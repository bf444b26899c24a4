import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'acorn';
import { buildWidget } from './testing/build-widget';

const MAX_GZIP_BYTES = 2_150;
const CORES = ['w.js', 'module/index.js'];
const PARTS = ['w.debug.js', 'w.history.js', 'module/debug.js', 'module/history.js'];

let outDir: string;
const read = (name: string) => readFileSync(join(outDir, name), 'utf8');

beforeAll(() => void (outDir = buildWidget()), 90_000);

afterAll(() => rmSync(outDir, { recursive: true }));

it.each(CORES)('[W-1] all of %s is small', (name) => {
  expect(gzipSync(read(name), { level: 9 }).byteLength).toBeLessThanOrEqual(MAX_GZIP_BYTES);
});

it.each([...CORES, ...PARTS])('[W-18] every browser since 2020 can read %s', (name) => {
  const sourceType = name === 'w.js' ? 'script' : 'module';

  expect(() => parse(read(name), { ecmaVersion: 2020, sourceType })).not.toThrow();
});

it.each([...CORES, ...PARTS])(
  '[W-15] %s makes no code from text, and touches no style and no element',
  (name) => {
    expect(read(name)).not.toMatch(
      /\beval\b|new Function|innerHTML|createElement|\.style\b|importScripts|Worker/,
    );
  },
);

it.each(CORES)(
  '[W-8] in %s tabs neither lock nor talk to each other, and nothing keeps a page out of the back-forward cache',
  (name) => {
    expect(read(name)).not.toMatch(/navigator\.locks|BroadcastChannel|WebSocket|beforeunload|['"` ]unload/);
  },
);

it.each(CORES)('[W-2] the one thing %s has to say on the console is that it was started twice', (name) => {
  expect(read(name).match(/console\.\w+\([^)]*\)/g)).toEqual(['console.warn("porchlight: second start")']);
});

it.each([...CORES, ...PARTS])('[W-2] %s asks for no layout and sets no cookie', (name) => {
  expect(read(name)).not.toMatch(
    /getBoundingClientRect|getComputedStyle|(offset|client|scroll|inner|outer)(Width|Height|Top|Left)|document\.cookie/,
  );
});

it.each(CORES)('[W-1] what %s loads on demand is not in it', (name) => {
  expect(read(name)).not.toMatch(/pushState|Local Network Access/);
});

it('[W-15] the integrity that is published is that of the script, and the version changes with the content', () => {
  const { version, path, integrity, gzipBytes } = JSON.parse(read('w.json')) as Record<string, unknown>;

  expect(path).toBe(`/w/${version as string}.js`);
  expect(version).toMatch(/^\d+\.\d+\.\d+-[0-9a-f]{8}$/);
  expect(integrity).toBe(`sha384-${createHash('sha384').update(read('w.js')).digest('base64')}`);
  expect(gzipBytes).toBeLessThanOrEqual(MAX_GZIP_BYTES);
});

it('[W-20] the module is silent where there is no page', () => {
  const program = `import(${JSON.stringify(join(outDir, 'module/index.js'))}).then(({ init }) =>
    console.log(typeof init, init({ site: 'k' }), Object.keys(globalThis).includes('porchlight')))`;

  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });

  expect(said).toBe('function undefined false\n');
});
