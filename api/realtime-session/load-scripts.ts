import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Script } from '../redis/script-runner';

const source = (name: string) => readFileSync(join(__dirname, 'scripts', `${name}.lua`), 'utf8');

/** The scripts of presence as they are sent to Redis. Those of one site share a prelude and its keys. */
export function loadScripts(): Script[] {
  const prelude = source('prelude');
  return [
    ...['touch', 'leave', 'sweep', 'forget', 'retell'].map((name) => ({
      name,
      lua: `${prelude}\n${source(name)}`,
      numberOfKeys: 14,
    })),
    { name: 'tick', lua: source('tick'), numberOfKeys: 4 },
    { name: 'read', lua: source('read'), numberOfKeys: 4 },
    { name: 'roster', lua: source('roster'), numberOfKeys: 7 },
    { name: 'history', lua: source('history'), numberOfKeys: 2 },
    { name: 'installation', lua: source('installation'), numberOfKeys: 2 },
  ];
}
