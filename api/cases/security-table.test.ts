import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const CONTROLS = 44;
const TABLE = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');

interface Control {
  readonly id: string;
  readonly text: string;
  /** Files where it is kept. */
  readonly places: string[];
  /** Files of tests, with the titles that are quoted from each. */
  readonly proofs: { file: string; titles: string[] }[];
}

function readControls(): Control[] {
  return TABLE.split('\n').flatMap((line) => {
    const [, id, , where = '', proved = ''] = /^\| (X-\d\d) \| (.*) \| (.*?)\| (.*) \|$/.exec(line) ?? [];
    if (!id) return [];
    const places = [...where.matchAll(/`([^`]+)`/g)].map(([, file]) => file!);
    return [{ id, text: line, places, proofs: readProofs(proved) }];
  });
}

function readProofs(text: string): Control['proofs'] {
  const proofs: Control['proofs'] = [];
  for (const [, file, title] of text.matchAll(/`([^`]+\.tsx?)`|“([^”]+)”/g)) {
    if (file) proofs.push({ file, titles: [] });
    else proofs.at(-1)?.titles.push(title!);
  }
  return proofs;
}

const textOf = (file: string) => (existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), 'utf8') : '');
const idsIn = (file: string) =>
  [...textOf(file).matchAll(/['"`](?:\[[A-Z]-\d+\] )*\[(X-\d\d)\]/g)].map(([all]) => all);
const controlsIn = (file: string) =>
  idsIn(file).flatMap((titles) => [...titles.matchAll(/X-\d\d/g)].map(([id]) => id));
const testFiles = ['api', 'web'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`),
);

describe('the table of controls', () => {
  const controls = readControls();
  const proofs = controls.flatMap(({ id, proofs: of }) => of.map((proof) => ({ id, ...proof })));

  it('names every control once, in order', () => {
    const expected = Array.from({ length: CONTROLS }, (_, i) => `X-${String(i + 1).padStart(2, '0')}`);

    expect(controls.map(({ id }) => id)).toEqual(expected);
  });

  it('names only files that are there, and quotes only titles that are in them', () => {
    const missing = controls.flatMap(({ id, places }) =>
      places.filter((file) => textOf(file) === '').map((file) => `${id} ${file}`),
    );
    const wrong = proofs.flatMap(({ id, file, titles }) =>
      textOf(file) === ''
        ? [`${id} ${file}`]
        : titles.filter((title) => !textOf(file).includes(title)).map((title) => `${id} ${title}`),
    );

    expect([...missing, ...wrong]).toEqual([]);
  });

  it('quotes a title wherever the file has none that begins with the number', () => {
    const unproved = proofs.filter(
      ({ id, file, titles }) => titles.length === 0 && !controlsIn(file).includes(id),
    );

    expect(unproved.map(({ id, file }) => `${id} ${file}`)).toEqual([]);
  });

  it('lists every control that a test proves, with the file of that test', () => {
    const listed = new Set(proofs.map(({ id, file }) => `${id} ${file}`));
    const places = testFiles.flatMap((file) => controlsIn(file).map((id) => `${id} ${file}`));

    expect(places.filter((place) => !listed.has(place))).toEqual([]);
  });

  it('says so where a control is not built, wholly or in part, and proves all others', () => {
    const unproved = controls.filter(
      ({ text, proofs: of }) => of.length === 0 && !text.includes('**Not built yet.**'),
    );

    expect(unproved.map(({ id }) => id)).toEqual([]);
    expect([...TABLE.matchAll(/\*\*Partly\.\*\*(?! [A-Z][^|]{20,}\.)/g)]).toEqual([]);
  });
});
