import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Script } from '../redis/script-runner';

const source = (name: string) => readFileSync(join(__dirname, 'scripts', `${name}.lua`), 'utf8');

/** The scripts of presence as they are sent to Redis. Those of one site share a prelude and its ten keys. */
export function loadScripts(): Script[] {
  const prelude = source('prelude');
  return [
    ...['touch', 'leave', 'sweep'].map((name) => ({
      name,
      lua: `${prelude}\n${source(name)}`,
      numberOfKeys: 10,
    })),
    ...['tick', 'read', 'roster'].map((name) => ({ name, lua: source(name), numberOfKeys: 3 })),
  ];
}
