import { runTool } from './run-tool.mjs';

/** The generated types of the dashboard are those of today's schema and documents. Changes no file. */
export async function checkCodegen() {
  const { ok, output } = await runTool('graphql-codegen', ['--config', 'codegen.ts', '--check'], {
    CI: 'true',
  });
  return { ok, output: `${output}\nRun \`npm run codegen\` and commit web/generated.` };
}
