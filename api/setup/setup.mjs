// Prepares this checkout: `node api/setup/setup.mjs [start|test]`. Quiet when there is nothing to do.
// It may be the first thing that ever runs here, perhaps on a Node that is too old: it imports the rest only after
// that is known, and nothing below this folder needs an installed package.
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const wanted = engines.node.replace('>=', '');

if (isOlder(process.versions.node, wanted)) {
  console.error(
    `Porchlight needs Node ${wanted} or newer. This is Node ${process.versions.node}: see https://nodejs.org/`,
  );
  process.exit(1);
}

try {
  const { prepare } = await import('./prepare.mjs');
  await prepare(process.argv[2] ?? 'test');
} catch (error) {
  console.error(error.name === 'SetupError' ? error.message : error);
  process.exitCode = 1;
}

function isOlder(version, least) {
  const [major, minor] = version.split('.').map(Number);
  const [leastMajor, leastMinor = 0] = least.split('.').map(Number);
  return major < leastMajor || (major === leastMajor && minor < leastMinor);
}
