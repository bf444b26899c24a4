import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

interface Case {
  readonly number: number;
  /** A file, and the titles that are quoted from it. */
  readonly proofs: { file: string; titles: string[] }[];
}

function readCases(): Case[] {
  const lines = readFileSync(join(ROOT, 'docs/cases.md'), 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [, number, proved = ''] = /^\| (\d+) \|.*\| (.*) \|$/.exec(line) ?? [];
    return number ? [{ number: Number(number), proofs: readProofs(proved) }] : [];
  });
}

// A title is written as it is but for "<", which the page would take for markup.
function readProofs(text: string): Case['proofs'] {
  const proofs: Case['proofs'] = [];
  for (const [, file, title] of text.matchAll(/`([^`]+\.tsx?)`|“([^”]+)”/g)) {
    if (file) proofs.push({ file, titles: [] });
    else proofs.at(-1)?.titles.push(title!.replaceAll('\\<', '<'));
  }
  return proofs;
}

function testFiles(): string[] {
  return ['api', 'web'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.test\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
}

const textOf = (file: string) => (existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), 'utf8') : '');
const caseNumbersIn = (file: string) =>
  [...textOf(file).matchAll(/['"`]case (\d+):/g)].map(([, number]) => Number(number));

describe('the table of cases', () => {
  const cases = readCases();
  const proofs = cases.flatMap(({ number, proofs: of }) => of.map((proof) => ({ number, ...proof })));

  it('names each case once, in the order of their numbers', () => {
    const numbers = cases.map(({ number }) => number);

    expect(numbers.length).toBeGreaterThan(50);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  });

  it('names only files that are there, and quotes only titles that are in them', () => {
    const wrong = proofs.flatMap(({ file, titles }) =>
      textOf(file) === '' ? [file] : titles.filter((title) => !textOf(file).includes(title)),
    );

    expect(wrong).toEqual([]);
  });

  it('quotes a title wherever the file has none that begins with the number', () => {
    const unproved = proofs.filter(
      ({ number, file, titles }) => titles.length === 0 && !caseNumbersIn(file).includes(number),
    );

    expect(unproved).toEqual([]);
  });

  it('lists every case that a test proves, with the file of that test', () => {
    const listed = new Set(proofs.map(({ number, file }) => `${number} ${file}`));

    const missing = testFiles().flatMap((file) =>
      caseNumbersIn(file)
        .map((number) => `${number} ${file}`)
        .filter((place) => !listed.has(place)),
    );

    expect(missing).toEqual([]);
  });

  it('says what is missing, wherever a case is proved only in part, and leaves none without a proof', () => {
    const text = readFileSync(join(ROOT, 'docs/cases.md'), 'utf8');

    expect(cases.filter(({ proofs: of }) => of.length === 0)).toEqual([]);
    expect([...text.matchAll(/\*\*Partly\.\*\*(?! [A-Z][^|]{20,}\.)/g)]).toEqual([]);
  });
});
