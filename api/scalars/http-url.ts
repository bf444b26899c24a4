import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { parseUrl } from '../parse-url';

const MAX_LENGTH = 2048;

function refuse(reason: string): never {
  throw new GraphQLError(`HttpUrl must be an absolute http or https URL ${reason}.`);
}

function toHttpUrl(text: unknown): string {
  if (typeof text !== 'string') refuse('in a string');
  if (text.length > MAX_LENGTH) refuse(`of at most ${MAX_LENGTH} characters`);
  // The URL parser drops tabs, line ends and outer blanks, so "java\nscript:" has to be caught before it.
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(text) || text !== text.trim())
    refuse('without control characters or outer blanks');
  const url = /^https?:\/\//i.test(text) ? parseUrl(text) : null;
  if (!url) refuse('with a host');
  // A password in a page's address is nobody's business here; dropping it spares the caller an error.
  url.username = '';
  url.password = '';
  if (url.href.length > MAX_LENGTH) refuse(`of at most ${MAX_LENGTH} characters`);
  return url.href;
}

/** Reads an absolute http(s) URL into its normal form without user and password; refuses every other scheme. */
export const GraphQLHttpUrl = new GraphQLScalarType<string, string>({
  name: 'HttpUrl',
  description:
    'Absolute http or https URL of at most 2048 characters; a user and password in it are dropped.',
  serialize(value) {
    if (typeof value === 'string') return value;
    throw new GraphQLError('HttpUrl can only be written from a string.');
  },
  parseValue: toHttpUrl,
  parseLiteral: (node) => toHttpUrl(node.kind === Kind.STRING ? node.value : null),
});
