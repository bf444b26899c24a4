// What a browser fetches before it shows the first list, weighed after a build: `npm run size`.
const { readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

const built = join(__dirname, 'dist/web/dashboard');
const page = readFileSync(join(built, 'index.html'), 'utf8');
const named = (ending) =>
  [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)]
    .map(([, file]) => file)
    .filter((file) => file.endsWith(ending));
// A language is fetched when it is known whose; English and its dates stand for all.
const language = readdirSync(join(built, 'assets'))
  .filter((file) => /^en-.*\.js$/.test(file))
  .map((file) => `assets/${file}`);
const at = (files) => files.map((file) => `dist/web/dashboard/${file}`);

module.exports = [
  {
    name: 'Dashboard, scripts before the first list',
    path: at([...named('.js'), ...language]),
    limit: '290 KiB',
    gzip: true,
  },
  { name: 'Dashboard, styles', path: at(named('.css')), limit: '20 KiB', gzip: true },
  { name: 'Widget', path: 'dist/web/widget/w.js', limit: '2150 B', gzip: true },
];
