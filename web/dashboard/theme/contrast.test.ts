import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { luminance } from '@mantine/core';

type Tokens = Readonly<Record<string, string>>;

const CSS = readFileSync(join(__dirname, 'tokens.css'), 'utf8');
const [day, night] = CSS.split(/(?=\[data-mantine-color-scheme='dark'\])/).map(tokensOf) as [Tokens, Tokens];
const SCHEMES: readonly [string, Tokens][] = [
  ['by day', day],
  ['by night', { ...day, ...night }],
];

function tokensOf(css: string): Tokens {
  const declared = [...css.matchAll(/--([a-z-]+): (#[0-9a-f]+);/g)];
  return Object.fromEntries(declared.map(([, name, hex]) => [name!, hex!]));
}

/** As WCAG 2.2 defines it: 1 for the same colour, 21 for black on white. */
function contrast(tokens: Tokens, front: string, back: string): number {
  const [light, dark] = [front, back].map((name) => luminance(tokens[name]!)).sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

const TEXT = [
  ...['text', 'muted', 'faint', 'accent'].flatMap((front) => ['bg', 'surface'].map((back) => [front, back])),
  ...['text', 'muted', 'online'].map((front) => [front, 'selected']),
  ['accent', 'accent-soft'],
  ['on-accent', 'accent'],
  ['online', 'surface'],
  ['online', 'online-soft'],
  ['danger', 'danger-soft'],
  ['danger', 'surface'],
  ['avatar-text', 'avatar'],
] as [string, string][];
const SHAPES = [
  ...['control', 'accent', 'online', 'offline'].flatMap((front) =>
    ['bg', 'surface', 'selected'].map((back) => [front, back]),
  ),
] as [string, string][];

describe.each(SCHEMES)('%s', (_, tokens) => {
  it('[D-20] every text has a contrast of 4.5 to what it stands on', () => {
    const faint = TEXT.filter(([front, back]) => contrast(tokens, front, back) < 4.5);
    expect(faint).toEqual([]);
  });

  it('[D-20] edges of fields, dots and the mark of the focus have one of 3', () => {
    const faint = SHAPES.filter(([front, back]) => contrast(tokens, front, back) < 3);
    expect(faint).toEqual([]);
  });
});
