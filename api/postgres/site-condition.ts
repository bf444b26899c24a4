import { SITE_TABLES } from './site-tables';

const MENTION = new RegExp(
  `\\b(FROM|JOIN|UPDATE|USING|INTO)\\s+(?:ONLY\\s+)?"?(${SITE_TABLES.join('|')})"?\\b(?:\\s+(?:AS\\s+)?(?!SET\\b|WHERE\\b|ON\\b|ORDER\\b|LIMIT\\b|VALUES\\b|SELECT\\b)([a-z_]\\w*))?`,
  'gi',
);

/**
 * What is wrong with SQL that does not say whose rows it is about, as a sentence; null when every table of sites in it is held
 * to a site, or when it names none. Knows only how statements are written here: each mention of such a table has a
 * condition on the `site_id` of its alias; an INSERT lists `site_id` among its columns.
 */
export function siteProblem(sql: string): string | null {
  for (const [, verb = '', table = '', alias] of sql.matchAll(MENTION)) {
    const isHeld = /into/i.test(verb) ? listsSite(sql, table) : namesSite(sql, alias);
    if (!isHeld) return `The statement reads or writes ${table} without naming the site: ${sql}`;
  }
  return null;
}

function listsSite(sql: string, table: string): boolean {
  return new RegExp(`\\bINTO\\s+"?${table}"?[^(]*\\([^)]*\\bsite_id\\b`, 'i').test(sql);
}

function namesSite(sql: string, alias: string | undefined): boolean {
  const column = alias === undefined ? '(?<!\\.)site_id' : `${alias}\\.site_id`;
  const itself = alias === undefined ? 'site_id' : `${alias}\\.`;
  return new RegExp(`\\b${column}\\s*=\\s*(?!\\s|${itself})`, 'i').test(sql);
}
