import { existsSync } from 'node:fs';
import { run } from './run.mjs';
import { SetupError } from './setup-error.mjs';
import { step } from './step.mjs';

const MANAGERS = {
  'apt-get': { refresh: 'apt-get update', install: 'apt-get install -y --no-install-recommends' },
  apk: { install: 'apk add --no-cache' },
  dnf: { install: 'dnf install -y' },
  brew: { install: 'brew install', isForEverybody: true },
};

/** Gets a program through the system's package manager, unless it is there. Asks nothing: it stops with what to run. */
export async function getProgram({ title, commands, packages, otherwise }) {
  if (await isOnPath(commands)) return;
  const manager = await firstOnPath(Object.keys(MANAGERS));
  if (!manager)
    throw new SetupError(`${title} is missing. Install ${commands[0]} on this machine, ${otherwise}.`);
  const prefix = await privilege(MANAGERS[manager]);
  const lines = packages[manager].map((names) => commandLine(manager, names));
  if (prefix === null)
    throw new SetupError(`${title} is missing. Run this first (${otherwise}):\n  ${asSudo(lines[0])}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const script = lines.map((line) => line.replaceAll(manager, `${prefix}${manager}`)).join(' || ');
  await step(`${title} is missing: getting it with ${manager} (${packages[manager][0]})`, () =>
    run('sh', ['-c', script], env),
  );
  if (manager === 'apt-get' && title === 'Redis' && existsSync('/run/systemd/system')) {
    console.log(
      'The system has started a Redis of its own on port 6379 as well. Porchlight does not use it, and leaves it alone.',
    );
  }
}

function commandLine(manager, names) {
  const { refresh, install } = MANAGERS[manager];
  return `${refresh ? `${refresh} && ` : ''}${install} ${names}`;
}

/** What to put before the command: nothing, sudo where it asks for no password, or null when we may not. */
async function privilege({ isForEverybody }) {
  if (isForEverybody || process.getuid?.() === 0) return '';
  const { ok } = await run('sudo', ['-n', 'true']);
  return ok ? 'sudo -n DEBIAN_FRONTEND=noninteractive ' : null;
}

function asSudo(line) {
  return line
    .split(' && ')
    .map((part) => `sudo ${part}`)
    .join(' && ');
}

async function isOnPath(commands) {
  return (await firstOnPath(commands)) !== undefined;
}

async function firstOnPath(commands) {
  for (const command of commands) {
    if ((await run('sh', ['-c', `command -v ${command}`])).ok) return command;
  }
  return undefined;
}
