import { types } from 'node:util';
import type { Config } from './config';
import { StartError } from './start-error';

type Settings = Pick<Config, 'host' | 'port' | 'databaseUrl' | 'redisUrl'>;
type SystemError = Error & { code?: string; syscall?: string; hostname?: string };

// What PostgreSQL and the way to it say when DATABASE_URL is wrong or nobody is there: not a word about our statements.
const DATABASE_REFUSALS: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  '28000', // invalid_authorization_specification
  '28P01', // invalid_password
  '3D000', // invalid_catalog_name
  '42501', // insufficient_privilege
  '53300', // too_many_connections
  '57P03', // cannot_connect_now
]);
const DATABASE_SILENCE = /Connection terminated|connection timeout|timeout exceeded when trying to connect/i;

/** A {@link StartError} that says which setting stands in the way, where one does; anything else comes back as it is. */
export function explainStartFailure(error: unknown, settings: Settings): unknown {
  if (!types.isNativeError(error) || error instanceof StartError) return error;
  const sentence =
    aboutAddress(error, settings) ?? aboutRedis(error, settings) ?? aboutDatabase(error, settings);
  return sentence === null ? error : new StartError(sentence, { cause: error });
}

function aboutAddress({ code, syscall, hostname }: SystemError, { host, port }: Settings): string | null {
  if (code === 'EADDRINUSE') {
    return `Another program already listens on ${host}:${port}. Stop it, or choose another port: PORT=${otherPort(port)} npm start`;
  }
  if (code === 'EACCES' && syscall === 'listen') {
    return `This user may not listen on port ${port}. Choose one above 1023: PORT=4000 npm start`;
  }
  if (code === 'EADDRNOTAVAIL' || (syscall === 'getaddrinfo' && hostname === host)) {
    return `HOST is ${host}, which is no address of this machine. 127.0.0.1 listens for this machine alone, 0.0.0.0 for all.`;
  }
  return null;
}

function otherPort(port: number): number {
  return port === 65_535 ? port - 1 : port + 1;
}

function aboutRedis({ message }: Error, { redisUrl }: Settings): string | null {
  if (!redisUrl || !message.startsWith('Redis cannot be reached')) return null;
  return `${message}. It was looked for at ${placeOf(redisUrl)}: see that it runs and that REDIS_URL is right.`;
}

function aboutDatabase({ code, message }: SystemError, { databaseUrl }: Settings): string | null {
  if (!databaseUrl || !(DATABASE_REFUSALS.has(code ?? '') || DATABASE_SILENCE.test(message))) return null;
  return `PostgreSQL cannot be used: ${message}. It was looked for at ${placeOf(databaseUrl)}: see that it runs and that DATABASE_URL is right.`;
}

/** Without user and password, which would stay in somebody's log. */
function placeOf(url: string): string {
  const [authority = '', ...path] = url.replace(/^[^:]*:\/\//, '').split('/');
  const hosts = authority.slice(authority.lastIndexOf('@') + 1);
  return [hosts, ...path].join('/').replace(/[?#].*$/, '');
}
