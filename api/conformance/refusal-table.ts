/** Where a document is sent to: what may be asked there. */
export interface Root {
  readonly kind: 'query' | 'subscription';
  /** Name of a field that takes visitorIds and after. */
  readonly field: string;
  /** What it requires besides. */
  readonly needs: string;
  /** What it answers with. */
  readonly type: string;
}

export const ROOTS: Readonly<Record<'HTTP' | 'WebSocket', Root>> = {
  HTTP: { kind: 'query', field: 'presenceChanges', needs: 'first: 1', type: 'PresenceChangeConnection' },
  WebSocket: { kind: 'subscription', field: 'visitorPresenceChanged', needs: '', type: 'PresenceUpdate' },
};

/** A document that is refused everywhere alike. */
export interface Refusal {
  readonly title: string;
  readonly document: (root: Root) => string;
  readonly variables?: object;
  readonly operationName?: string;
  readonly code: string;
  /** Over HTTP; a socket goes on whatever it is. */
  readonly status: number;
}

const many = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');
const deep = (levels: number) => `${'a { '.repeat(levels - 1)}a${' }'.repeat(levels - 1)}`;
/** One field of the root, asked for the selection. */
const asking =
  (selection: string, args = '') =>
  ({ kind, field, needs }: Root) => {
    const given = [needs, args].filter(Boolean).join(', ');
    return `${kind} { ${field}${given ? `(${given})` : ''} { ${selection} } }`;
  };
const withVariable = (name: string, type: string) => (root: Root) =>
  asking('resyncRequired', `${name}: $value`)(root).replace(root.kind, `${root.kind} ($value: ${type})`);

const refusal = (
  title: string,
  code: string,
  document: Refusal['document'],
  more: Partial<Refusal> = {},
): Refusal => ({
  title,
  code,
  document,
  status: 400,
  ...more,
});

export const REFUSALS: readonly Refusal[] = [
  refusal('an empty document', 'GRAPHQL_PARSE_FAILED', () => ' '),
  refusal('half a document', 'GRAPHQL_PARSE_FAILED', () => '{ hello'),
  refusal('[X-05] 1,001 tokens', 'GRAPHQL_PARSE_FAILED', asking('resyncRequired '.repeat(1_001))),
  refusal(
    '[X-05] 32 KiB of comments',
    'QUERY_TOO_COMPLEX',
    (root) => `${asking('resyncRequired')(root)} #${'x'.repeat(32_768)}`,
  ),
  refusal('[X-01] 11 levels', 'QUERY_TOO_DEEP', asking(deep(10))),
  refusal(
    '[X-01] 11 levels through fragments',
    'QUERY_TOO_DEEP',
    (root) =>
      `${asking('...a')(root)} fragment a on ${root.type} { ...b } fragment b on ${root.type} { ${deep(10)} }`,
  ),
  refusal('[X-01] 3,000 levels', 'GRAPHQL_PARSE_FAILED', asking(deep(3_000))),
  refusal('[X-02] 31 aliases', 'QUERY_TOO_COMPLEX', asking(many(31, (i) => `a${i}: __typename`))),
  refusal(
    '[X-04] 11 directives in one place',
    'QUERY_TOO_COMPLEX',
    asking(`resyncRequired ${'@aa '.repeat(11)}`),
  ),
  refusal(
    '[X-04] 52 directives',
    'QUERY_TOO_COMPLEX',
    asking('__typename @skip(if: false) @include(if: true) '.repeat(26)),
  ),
  refusal(
    '[X-04] unknown directives',
    'GRAPHQL_VALIDATION_FAILED',
    asking(`resyncRequired ${'@aa '.repeat(300)}`),
  ),
  refusal('[X-06] fragments that double at every step', 'QUERY_TOO_COMPLEX', (root) => {
    const fragments = many(80, (i) => `fragment f${i} on ${root.type} { ...f${i + 1} ...f${i + 1} }`);
    return `${asking('...f0')(root)} ${fragments} fragment f80 on ${root.type} { __typename }`;
  }),
  refusal(
    '[X-06] a fragment that spreads itself',
    'GRAPHQL_VALIDATION_FAILED',
    (root) => `${asking('...f')(root)} fragment f on ${root.type} { ...f }`,
  ),
  refusal('[X-09] an unknown field', 'GRAPHQL_VALIDATION_FAILED', asking('resyncRequire')),
  refusal(
    '[X-09] an unknown argument',
    'GRAPHQL_VALIDATION_FAILED',
    asking('resyncRequired', 'visitorId: "x"'),
  ),
  refusal('[X-09] an unknown type', 'GRAPHQL_VALIDATION_FAILED', asking('... on Visitr { id }')),
  refusal(
    'a field without a selection',
    'GRAPHQL_VALIDATION_FAILED',
    ({ kind, field, needs }) => `${kind} { ${field}${needs && `(${needs})`} }`,
  ),
  refusal('a literal that does not fit', 'GRAPHQL_VALIDATION_FAILED', asking('resyncRequired', 'after: 5')),
  refusal('a variable that does not fit', 'BAD_USER_INPUT', withVariable('after', 'String'), {
    variables: { value: 5 },
  }),
  refusal('a variable that is missing', 'BAD_USER_INPUT', withVariable('after', 'String!')),
  refusal('a variable of an unknown type', 'GRAPHQL_VALIDATION_FAILED', withVariable('after', 'Strin')),
  refusal('[X-08] 101 visitors', 'BAD_USER_INPUT', withVariable('visitorIds', '[ID!]'), {
    variables: { value: Array(101).fill('x') },
  }),
  refusal('a cursor that is none of ours', 'INVALID_CURSOR', withVariable('after', 'String'), {
    variables: { value: 'nonsense' },
    status: 200,
  }),
  refusal(
    'the name of no operation in the document',
    'OPERATION_RESOLUTION_FAILURE',
    asking('resyncRequired'),
    {
      operationName: 'Other',
    },
  ),
  refusal('two operations and no name', 'OPERATION_RESOLUTION_FAILURE', (root) => {
    const [one, other] = ['One', 'Other'].map((name) =>
      asking('resyncRequired')(root).replace(root.kind, `${root.kind} ${name}`),
    );
    return `${one} ${other}`;
  }),
];
