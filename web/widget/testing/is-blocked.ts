import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PATTERNS = readFileSync(join(__dirname, 'block-list.txt'), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('!'))
  .map(toExpression);

/** True for an address that one of the common patterns of block lists is found in. */
export function isBlocked(address: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(address));
}

/** A filter without options: `||` begins at a host or a part of it, `|` is an end, `^` what divides, `*` anything. */
function toExpression(filter: string): RegExp {
  const source = filter
    .replace(/[.?+(){}[\]\\$/]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\^/g, '(?:[^\\w.%-]|$)')
    .replace(/^\|\|/, '^[a-z]+://([^/]*\\.)?')
    .replace(/^\|/, '^')
    .replace(/\|$/, '$');
  return new RegExp(source, 'i');
}
