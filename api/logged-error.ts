import { types } from 'node:util';

/** What the log shows of an error. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  /** Where it was made; left out when unknown. */
  readonly stack?: string;
  readonly code?: string | number;
  /** Of PostgreSQL: what of the schema it is about. */
  readonly table?: string;
  readonly constraint?: string;
  readonly cause?: LoggedError;
  readonly errors?: readonly LoggedError[];
}

const LONGEST_MESSAGE = 1_000;
const DEEPEST = 4;
const MOST_ERRORS = 5;
const DATA_EXCEPTION = /^22/;

// What libraries are known to repeat of the values they were given.
const REPEATED: readonly [pattern: RegExp, replacement: string][] = [
  [/(, with args beginning with:).*/s, '$1 [redacted]'],
  [/((?:Unexpected|Expected|Bad|Unterminated)[^"]* ?).*( is not valid JSON)/s, '$1[redacted]$2'],
  [/(Could not find any entity of type \S+ matching:).*/s, '$1 [redacted]'],
];

/**
 * An error without the values that it carries: libraries attach rows, parameters, commands and documents to theirs, so that only
 * what is named in {@link LoggedError} is kept, of its causes too.
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(types.isNativeError(error) || error instanceof Error))
    return { type: typeof error, message: '[redacted]' };
  const { code, table, constraint, cause, errors } = error as Error & Record<string, unknown>;
  const inner = depth < DEEPEST;
  return {
    type: error.name,
    message: messageOf(error, code),
    stack: stackOf(error),
    code: typeof code === 'string' || typeof code === 'number' ? code : undefined,
    table: typeof table === 'string' ? table : undefined,
    constraint: typeof constraint === 'string' ? constraint : undefined,
    cause: inner && cause !== undefined ? loggedError(cause, depth + 1) : undefined,
    errors:
      inner && Array.isArray(errors)
        ? errors.slice(0, MOST_ERRORS).map((one) => loggedError(one, depth + 1))
        : undefined,
  };
}

function messageOf({ message }: Error, code: unknown): string {
  const told = REPEATED.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), message);
  const isAboutValue = typeof code === 'string' && DATA_EXCEPTION.test(code);
  return (isAboutValue ? told.replace(/".*"/s, '"[redacted]"') : told).slice(0, LONGEST_MESSAGE);
}

// The stack begins with the message, which may have several lines.
function stackOf({ stack, message }: Error): string | undefined {
  const frames = stack?.slice(stack.indexOf(message) + message.length);
  return frames
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .join('\n');
}
