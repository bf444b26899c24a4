import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { MessageId } from './catalogue';
import { AR } from './catalogues/ar';
import { DE } from './catalogues/de';
import { EN as OF_ALL } from './catalogues/en';
import { SETTINGS_AR } from './catalogues/settings/ar';
import { SETTINGS_DE } from './catalogues/settings/de';
import { SETTINGS_EN } from './catalogues/settings/en';

const DASHBOARD = join(__dirname, '..');
const EN = { ...OF_ALL, ...SETTINGS_EN };
const IDS = Object.keys(EN) as MessageId[];

function sources(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file) && !file.includes('catalogues'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

type Compiled =
  string | readonly (string | readonly [string, string?, (Record<string, Compiled> | string)?])[];

/** The names of a message's values, those within its plurals too. */
function placeholders(message: string): string[] {
  const names = new Set<string>();
  const visit = (compiled: Compiled): void => {
    if (typeof compiled === 'string') return;
    for (const part of compiled) {
      if (typeof part === 'string') continue;
      const [name, , options] = part;
      names.add(name);
      if (typeof options === 'object') Object.values(options).filter(Boolean).forEach(visit);
    }
  };
  visit(compileMessage(message) as Compiled);
  return [...names].filter((name) => name !== '#').sort();
}

describe('the catalogues', () => {
  it.each([
    ['German', { ...DE, ...SETTINGS_DE }],
    ['Arabic', { ...AR, ...SETTINGS_AR }],
  ])('[D-26] %s puts in the very values that English does', (_, catalogue) => {
    const differing = IDS.filter((id) => placeholders(EN[id]).join() !== placeholders(catalogue[id]).join());

    expect(differing).toEqual([]);
  });

  it('[D-26] hold no text that nothing shows', () => {
    const code = sources(DASHBOARD, /(?<!\.test)\.tsx?$/).join('\n');
    const families = [...code.matchAll(/`([\w.]+\.)\$\{/g)].map(([, family]) => family!);
    const unused = IDS.filter(
      (id) =>
        !code.includes(`'${id}'`) && !code.includes(`"${id}"`) && !families.some((f) => id.startsWith(f)),
    );

    expect(unused).toEqual([]);
  });
});

it('[D-26] no stylesheet knows left from right', () => {
  const physical = sources(DASHBOARD, /\.css$/).flatMap(
    (css) => css.match(/(?<![\w-])(?:(?:margin|padding|border)-)?(?:left|right|top|bottom)\s*:/g) ?? [],
  );

  expect(physical).toEqual([]);
});
