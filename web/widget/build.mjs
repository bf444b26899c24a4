// Builds the widget into dist/web/widget, or the folder named: the classic script, the parts that it loads on demand,
// the ES module with its types, and w.json, which says what each weighs and how to pin the script.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { minify } from 'terser';
import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const outDir = resolve(argv[2] ?? join(here, '../../dist/web/widget'));

const COMPRESS = {
  passes: 5,
  keep_fargs: false,
  pure_getters: true,
  booleans_as_integers: true,
  lhs_constants: false,
  unsafe: true,
  unsafe_arrows: true,
  unsafe_comps: true,
  unsafe_methods: true,
};
// Shorter is not always smaller once it is compressed, so each is tried.
const SHORTCUTS = [
  {},
  { conditionals: false },
  { sequences: false },
  { conditionals: false, sequences: false },
  { if_return: false },
  { conditionals: false, if_return: false },
  { conditionals: false, inline: 1 },
  { collapse_vars: false },
  { hoist_funs: true },
];
const PUBLIC_TYPES = ['widget-options.ts', 'porchlight-api.ts'];

const script = await bundle('main.ts');
const parts = { debug: await bundle('debug.ts'), history: await bundle('history.ts') };
// The block keeps what goes wrong out of the console, and, since it has no var, our names out of the page.
const classic = `try{${script}}catch{}`;

rmSync(outDir, { recursive: true, force: true });
mkdirSync(join(outDir, 'module'), { recursive: true });
write('w.js', classic);
write('module/index.js', await bundle('module.ts'));
for (const [name, code] of Object.entries(parts)) {
  write(`w.${name}.js`, code);
  write(`module/${name}.js`, code);
}
write('module/index.d.ts', publicTypes());
write('w.json', `${JSON.stringify(describe(), null, 2)}\n`);

/** One entry with everything it imports, small. Parts of the ES module stay files of their own. */
async function bundle(entry) {
  const [{ output }] = await build({
    configFile: false,
    root: here,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2020',
      lib: { entry, formats: ['es'] },
      rolldownOptions: { external: /^\.\/(debug|history)\.js$/, output: { topLevelVar: false } },
    },
  });
  // One word for both is smaller.
  const code = output[0].code.replace(/^(\s*)const /gm, '$1let ');
  const attempts = await Promise.all(
    SHORTCUTS.map((more) => minify(code, { ecma: 2020, module: true, compress: { ...COMPRESS, ...more } })),
  );
  return attempts.map(({ code }) => code).sort((a, b) => gzipBytes(a) - gzipBytes(b))[0];
}

function gzipBytes(text) {
  return gzipSync(text, { level: 9 }).length;
}

/** The types a site needs, in one file; they have no imports but each other. */
function publicTypes() {
  const texts = PUBLIC_TYPES.map((name) =>
    readFileSync(join(here, name), 'utf8').replace(/^import .*\n+/gm, ''),
  );
  return [
    ...texts,
    '/** Starts the widget of this page, or finds the one that runs. Undefined where there is no page, as on a server. */',
    'export declare function init(options: WidgetOptions): PorchlightApi | undefined;',
    '',
  ].join('\n');
}

/** The version names the content: what is found under it never changes. */
function describe() {
  const { version } = JSON.parse(readFileSync(join(here, '../../package.json'), 'utf8'));
  const digest = createHash('sha256').update(classic).update(parts.debug).update(parts.history).digest('hex');
  const name = `${version}-${digest.slice(0, 8)}`;
  return {
    version: name,
    path: `/w/${name}.js`,
    integrity: `sha384-${createHash('sha384').update(classic).digest('base64')}`,
    bytes: classic.length,
    gzipBytes: gzipBytes(classic),
  };
}

function write(name, text) {
  writeFileSync(join(outDir, name), text);
}
