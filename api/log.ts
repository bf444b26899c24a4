import pino from 'pino';

/** One event is one call: `log.warn({ err, ...fields }, 'event_name')`. */
export type Log = pino.Logger;

const SECRET_FIELDS = [
  'authorization',
  'cookie',
  'cookies',
  '["set-cookie"]',
  'password',
  'passwordHash',
  'secret',
  'token',
  'visitorToken',
  'apiKey',
  'signature',
  'identitySignature',
  'email',
  'traits',
];

// A failed statement carries the row it was about, a failed Redis command the visitor.
const SECRET_FIELDS_OF_ERRORS = ['parameters', 'detail', 'driverError', 'variables', 'command'];

const DEPTHS = ['', '*', '*.*', '*.*.*'];

/**
 * One JSON line an event on stdout, or on the given destination. Credentials and what a visitor is known by are
 * replaced by `[redacted]`, also inside nested fields, but not inside a text: keep them out of names and messages.
 */
export function createLog(level: string, destination?: pino.DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    messageKey: 'event',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: secretPaths(), censor: '[redacted]' },
  };
  return destination ? pino(options, destination) : pino(options);
}

function secretPaths(): string[] {
  const anywhere = DEPTHS.flatMap((depth) => SECRET_FIELDS.map((field) => join(depth, field)));
  return [...anywhere, ...SECRET_FIELDS_OF_ERRORS.map((field) => `err.${field}`)];
}

function join(parent: string, field: string): string {
  if (parent === '' || field.startsWith('[')) return parent + field;
  return `${parent}.${field}`;
}
