import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';
import { runNpm } from './run-npm.mjs';

/** schema.graphql is what the source says. */
export async function checkSchema() {
  return compare(
    await run(process.execPath, ['-r', '@swc-node/register', 'api/graphql/emit-schema.ts', '--print']),
  );
}

/** The API compiles, and what was compiled says the same: two compilers may disagree about a decorated type. */
export async function checkCompiledSchema() {
  const build = await runNpm(['run', 'build:api']);
  if (!build.ok) return build;
  return compare(await run(process.execPath, ['dist/api/graphql/emit-schema.js', '--print']));
}

function compare({ ok, output }) {
  if (!ok) return { ok, output };
  const written = readFileSync(join(ROOT, 'schema.graphql'), 'utf8').trimEnd().split('\n');
  const emitted = output.trimEnd().split('\n');
  const line = emitted.findIndex((text, index) => text !== written[index]);
  if (line === -1 && emitted.length === written.length) return { ok: true, output: '' };
  const at = line === -1 ? emitted.length : line;
  const difference = `line ${at + 1} of schema.graphql: ${written[at] ?? '(end)'}\nthe code says: ${emitted[at] ?? '(end)'}`;
  return { ok: false, output: `${difference}\nRun \`npm run schema\` and commit schema.graphql.` };
}
