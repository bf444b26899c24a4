import { types } from 'node:util';
import pino from 'pino';
import { loggedError } from './logged-error';

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

const DEPTHS = ['', '*', '*.*', '*.*.*'];

/**
 * One JSON line an event on stdout, or on the given destination. Credentials and what a visitor is known by are
 * replaced by `[redacted]`, also inside nested fields, but not inside a text: keep them out of names and messages. Of errors
 * only what {@link loggedError} keeps is shown.
 */
export function createLog(level: string, destination?: pino.DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    messageKey: 'event',
    timestamp: pino.stdTimeFunctions.isoTime,
    // Pino's own keeps whatever an error carries.
    serializers: { err: (shown: unknown) => shown },
    formatters: { level: (label) => ({ level: label }), log: withLoggedErrors },
    redact: { paths: secretPaths(), censor: '[redacted]' },
  };
  return destination ? pino(options, destination) : pino(options);
}

function withLoggedErrors(fields: Record<string, unknown>): Record<string, unknown> {
  const shown = Object.entries(fields).map(([name, value]) => [
    name,
    name === 'err' || types.isNativeError(value) ? loggedError(value) : value,
  ]);
  return Object.fromEntries(shown) as Record<string, unknown>;
}

function secretPaths(): string[] {
  return DEPTHS.flatMap((depth) => SECRET_FIELDS.map((field) => join(depth, field)));
}

function join(parent: string, field: string): string {
  if (parent === '' || field.startsWith('[')) return parent + field;
  return `${parent}.${field}`;
}
