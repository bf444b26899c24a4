import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { runNpm } from './run-npm.mjs';
import { step } from './step.mjs';

/** Makes node_modules what the lock file says, unless it is. */
export async function installPackages() {
  if (isUpToDate()) return;
  // Also with NODE_ENV=production: the web parts are built here.
  await step('Installing the packages of package-lock.json (a minute or so)', () =>
    runNpm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']),
  );
}

// npm writes its own account of what it installed last of all, so an installation that was cut short counts as missing.
function isUpToDate() {
  const account = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(account)) return false;
  const installed = packagesOf(account);
  return Object.entries(packagesOf(join(ROOT, 'package-lock.json'))).every(([path, locked]) => {
    if (path === '') return true; // the project itself
    const found = installed[path];
    if (!found) return Boolean(locked.optional || locked.peer); // for another kind of machine
    return found.version === locked.version && found.integrity === locked.integrity;
  });
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
