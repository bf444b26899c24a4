// Everything that can be said about this checkout without running its tests: `npm run check`, or
// `npm run check lint types` for some of it. One line a check; a failure shows what the tool said.
import { checkCodegen } from './check-codegen.mjs';
import { checkCompiledSchema, checkSchema } from './check-schema.mjs';
import { checkLicences } from './check-licences.mjs';
import { checkVersions } from './check-versions.mjs';
import { installPackages } from './install-packages.mjs';
import { measureFiles } from './measure-files.mjs';
import { runTool } from './run-tool.mjs';

const AT_ONCE = 2;

// The slow ones first, so that the others fit beside them.
const CHECKS = {
  lint: () =>
    runTool('eslint', ['.', '--max-warnings=0', '--cache', '--cache-location=node_modules/.cache/eslint/']),
  types: () => runTool('tsc', ['--noEmit', '-p', 'tsconfig.json']),
  'compiled schema': checkCompiledSchema,
  format: () => runTool('prettier', ['--check', '--log-level=warn', '--cache', '.']),
  layers: () => runTool('depcruise', ['api', 'web', '--config', '.dependency-cruiser.cjs']),
  codegen: checkCodegen,
  schema: checkSchema,
  licences: checkLicences,
  versions: checkVersions,
  files: measureFiles,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in CHECKS));
if (unknown.length > 0) {
  console.error(
    `There is no check called ${unknown.join(', ')}; there are: ${Object.keys(CHECKS).join(', ')}`,
  );
  process.exit(1);
}
await installPackages();
const waiting = asked.length > 0 ? asked : Object.keys(CHECKS);
const failed = [];
await Promise.all(Array.from({ length: AT_ONCE }, work));
if (failed.length > 0) {
  console.error(`\nfailed: ${failed.join(', ')}`);
  process.exitCode = 1;
}

async function work() {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const startedMs = Date.now();
    const { ok, output, note = '' } = await CHECKS[name]();
    const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
    console.log(
      `${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(16)} ${seconds.padStart(5)} s  ${note}`.trimEnd(),
    );
    if (ok) continue;
    failed.push(name);
    console.log(output.trimEnd());
  }
}
