import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const idsIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, id]) => id!);

/** Ids that stand in brackets at the beginning of test titles. */
function quotedIds(): Set<string> {
  const files = ['api', 'web'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.test\.tsx?$/.test(name))
      .map((name) => join(ROOT, folder, name)),
  );
  return new Set(files.flatMap((file) => idsIn(readFileSync(file, 'utf8'), /['"`]\[(P\d+)\]/g)));
}

describe('the rules of SPEC.md', () => {
  const rules = idsIn(readFileSync(join(__dirname, 'SPEC.md'), 'utf8'), /^\| (P\d+) +\|/gm);

  it('are numbered without a gap', () => {
    expect(rules).toEqual(Array.from({ length: 16 }, (_, i) => `P${i + 1}`));
  });

  it('are each quoted by a test', () => {
    const quoted = quotedIds();
    expect(rules.filter((rule) => !quoted.has(rule))).toEqual([]);
  });

  it('are the only ones that tests quote', () => {
    expect([...quotedIds()].filter((id) => !rules.includes(id))).toEqual([]);
  });
});
