import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildWidget } from './testing/build-widget';
import { isBlocked } from './testing/is-blocked';

const HOST = 'https://presence.example.com';
/** Where a site's own host hands on to, by the recipe of docs/widget.md. */
const PROXY = 'https://www.example.com/_pl';

let outDir: string;
beforeAll(() => void (outDir = buildWidget()), 90_000);
afterAll(() => rmSync(outDir, { recursive: true }));

it('[W-16] no address of the widget is one that block lists look for', () => {
  const { path, version } = JSON.parse(readFileSync(join(outDir, 'w.json'), 'utf8')) as Record<
    string,
    string
  >;
  const files = readdirSync(outDir).filter((name) => name !== 'module');
  const module = readdirSync(join(outDir, 'module')).map(
    (name) => `/assets/porchlight/widget/module/${name}`,
  );
  const pinned = ['debug', 'history'].map((part) => `/w/${version}.${part}.js`);
  const paths = [...files.map((name) => `/${name}`), path!, ...pinned, ...module, '/graphql'];

  expect(paths).toEqual(expect.arrayContaining(['/w.js', '/w.debug.js', '/w.history.js', '/w.json']));
  expect(paths.flatMap((found) => [HOST + found, PROXY + found]).filter(isBlocked)).toEqual([]);
});

it.each([
  'https://cloud.umami.is/umami.js',
  'https://plausible.io/js/plausible.js',
  'https://www.google-analytics.com/g/collect?v=2',
  'https://stats.example.com/w.js',
  'https://a.analytics.example.com/graphql',
  'https://www.example.com/tracker.js',
  'https://www.example.com/matomo.php',
  'https://www.example.com/api/event',
])('[W-16] the list knows %s', (address) => {
  expect(isBlocked(address)).toBe(true);
});
