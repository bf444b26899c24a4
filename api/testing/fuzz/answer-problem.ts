const CODES: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'INVALID_CURSOR',
  'QUERY_TOO_COMPLEX',
  'QUERY_TOO_DEEP',
  'INTROSPECTION_DISABLED',
  'BATCHING_DISABLED',
  'SUBSCRIPTION_TRANSPORT',
  'UNAUTHENTICATED',
  'TOKEN_EXPIRED',
  'FORBIDDEN',
  'ORIGIN_NOT_ALLOWED',
  'PAYLOAD_TOO_LARGE',
  'RATE_LIMITED',
  'TOO_MANY_SUBSCRIPTIONS',
]);

/** What only the inside of the house says. */
const INSIDE =
  /node_modules|\.[tj]s:\d+|\bat (Object|async|new) |relation "|violates|invalid byte sequence|WRONGTYPE|NOSCRIPT|TypeError|undefined \(/;

interface SentError {
  readonly extensions?: { readonly code?: unknown; readonly requestId?: unknown };
}

/** What is wrong with an answer to whatever was asked; null when nothing is. Marks are what the caller must not see. */
export function answerProblem(text: string, marks: readonly string[]): string | null {
  if (INSIDE.test(text)) return 'the inside shows';
  if (marks.some((mark) => text.includes(mark))) return 'another site shows';
  const codes = errorsIn(text).map(({ extensions }) => extensions?.code);
  const unknown = codes.filter((code) => !CODES.has(code));
  return unknown.length > 0 ? `an error with the code ${unknown.map(String).join(', ')}` : null;
}

function errorsIn(text: string): readonly SentError[] {
  const { errors, payload } = JSON.parse(text) as {
    errors?: SentError[];
    payload?: SentError[] | { errors?: SentError[] };
  };
  return errors ?? (Array.isArray(payload) ? payload : (payload?.errors ?? []));
}
