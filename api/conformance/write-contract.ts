import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, print, visit, type DocumentNode } from 'graphql';
import { breakingChanges } from './breaking-changes';
import { CONTRACT_FILE } from './contract-file';

/**
 * `npm run contract`: from now on everything in schema.graphql is promised. Ends with 1, and writes nothing, when that would
 * take back what was promised before; `--take-back` does it all the same.
 */
async function main(): Promise<void> {
  const offered = withoutWords(readFileSync(join(__dirname, '../../schema.graphql'), 'utf8'));
  const broken = await breakingChanges(readFileSync(CONTRACT_FILE, 'utf8'), offered);
  if (broken.length > 0) console.log(`This takes back what was promised:\n${broken.join('\n')}`);
  if (broken.length > 0 && !process.argv.includes('--take-back')) {
    process.exitCode = 1;
    return;
  }
  writeFileSync(CONTRACT_FILE, offered);
}

/** The schema without descriptions, which may change at any time. */
function withoutWords(sdl: string): string {
  const document = visit<DocumentNode>(parse(sdl), {
    enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined),
  });
  return `${print(document)}\n`;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
