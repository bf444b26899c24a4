import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const RFC_3339 =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

function isDayOfMonth(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function toDate(text: unknown): Date {
  const parts = typeof text === 'string' ? RFC_3339.exec(text) : null;
  // Date.parse alone would turn February 30 into March 2.
  if (!parts || !isDayOfMonth(Number(parts[1]), Number(parts[2]), Number(parts[3]))) {
    throw new GraphQLError(
      'DateTime must be an RFC 3339 date and time with a zone, like 2026-11-25T10:00:00Z.',
    );
  }
  return new Date(parts[0].toUpperCase());
}

/** Reads RFC 3339 text with a zone into a Date, writes a Date as UTC with milliseconds, refuses the rest. */
export const GraphQLDateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant as RFC 3339 text; input needs a zone, output is UTC with milliseconds.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize(value) {
    if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
    throw new GraphQLError('DateTime can only be written from a valid Date.');
  },
  parseValue: toDate,
  parseLiteral: (node) => toDate(node.kind === Kind.STRING ? node.value : null),
});
