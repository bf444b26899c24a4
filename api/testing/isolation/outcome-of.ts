interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { path?: unknown; extensions?: Record<string, unknown> }[];
}

interface Listed {
  readonly userErrors?: readonly { code: string }[];
  readonly nodes?: readonly unknown[];
  readonly changes?: readonly unknown[];
}

/**
 * What became of an operation in one word: a code of an error or of a user error; NULL; EMPTY for a list or a connection
 * without anything in it, or with nothing but null; else ANSWERED.
 */
export function outcomeOf({ data, errors = [] }: Answer, path: readonly string[]): string {
  // What lies deeper was refused to somebody who got this far.
  const outer = errors.filter((error) => ((error.path as unknown[] | undefined)?.length ?? 0) <= path.length);
  const codes = outer.map(({ extensions }) => String(extensions?.['code']));
  if (codes.length > 0) return [...new Set(codes)].join('+');
  const value = path.reduce<unknown>((from, name) => (from as Record<string, unknown> | null)?.[name], data);
  if (value === null || value === undefined) return 'NULL';
  const { userErrors = [], nodes, changes = nodes } = value as Listed;
  if (userErrors.length > 0) return userErrors[0]!.code;
  const items = Array.isArray(value) ? (value as unknown[]) : changes;
  return items?.every((item) => item === null) ? 'EMPTY' : 'ANSWERED';
}
