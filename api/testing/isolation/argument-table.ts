import type { Tenant } from './tenant';

/** What an argument can name of a site. */
export type ReferenceKind =
  'ID' | 'CURSOR' | 'EXTERNAL_ID' | 'SIGNATURE' | 'SITE_KEY' | 'VISITOR_TOKEN' | 'TAB' | 'EMAIL' | 'WORDS';

export interface Reference {
  readonly refersTo: ReferenceKind;
  /** What a caller of the tenant puts there. */
  readonly own: (tenant: Tenant) => unknown;
}

export interface PlainArgument {
  readonly plain: unknown;
}

const reference = (refersTo: ReferenceKind, own: Reference['own']): Reference => ({ refersTo, own });
const plain = (value: unknown): PlainArgument => ({ plain: value });
const words = reference('WORDS', ({ word }) => `${word} again`);
const cursor = reference('CURSOR', ({ cursors }) => cursors[0]);
const siteId = reference('ID', ({ site }) => site.id);
const visitorId = reference('ID', ({ visitor }) => visitor.id);

/**
 * Every argument and input field of the schema by its name: what it can name of a site, or a value that is good enough when it
 * can name nothing. A coordinate comes before a name.
 */
export const ARGUMENT_TABLE: Readonly<Record<string, Reference | PlainArgument>> = {
  id: visitorId,
  ids: visitorId,
  siteId,
  visitorId,
  visitorIds: visitorId,
  agentId: reference('ID', ({ memberId }) => memberId),
  apiKeyId: reference('ID', ({ spareKeyId }) => spareKeyId),
  after: cursor,
  before: cursor,
  externalId: reference('EXTERNAL_ID', ({ visitor }) => visitor.externalId),
  identitySignature: reference('SIGNATURE', ({ visitor }) => visitor.signature),
  siteKey: reference('SITE_KEY', ({ site }) => site.key),
  visitorToken: reference('VISITOR_TOKEN', ({ visitor }) => visitor.token),
  tabId: reference('TAB', ({ visitor }) => visitor.tabId),
  search: words,
  key: words,
  value: words,
  currentUrlPrefix: reference('WORDS', ({ origin }) => origin),
  email: reference('EMAIL', ({ word }) => `${word}-new@example.com`),
  // Stored and shown as it was told; it finds nobody.
  'UpdateVisitorInput.email': plain('new@example.com'),
  name: plain('Another name'),
  displayName: plain('Another name'),
  confirmName: plain('No name of a site'),
  allowedOrigins: plain('https://example.test'),
  keptUrlParameters: plain('ref'),
  password: plain('not the right password'),
  currentPassword: plain('not the right password'),
  newPassword: plain('another horse, another battery'),
  url: plain('https://example.test/'),
  referrer: plain('https://example.test/'),
  avatarUrl: plain('https://example.test/x.png'),
  title: plain('Home'),
  traits: plain({ plan: 'pro' }),
  locale: plain('en'),
  timeZone: plain('Europe/Rome'),
  seq: plain(1_000),
  isVisible: plain(true),
  first: plain(2),
  last: plain(2),
  minutes: plain(5),
  sort: plain('LAST_SEEN_DESC'),
  direction: plain('ASC'),
  role: plain('MEMBER'),
  scopes: plain('VISITORS_READ'),
  expiresAt: plain('2100-01-01T00:00:00Z'),
  graceHours: plain(1),
  goodbyeGraceSeconds: plain(5),
  retentionDays: plain(30),
  suppressFuture: plain(true),
  identityVerification: plain('OPTIONAL'),
  keepsUrlFragment: plain(false),
  isOnline: plain(true),
  isIdentified: plain(true),
  isVerified: plain(true),
  includeBots: plain(true),
  lastSeenAfter: plain('2020-01-01T00:00:00Z'),
  lastSeenBefore: plain('2100-01-01T00:00:00Z'),
};

/** What a field needs to be answered although the schema does not require it, by coordinate of the field or of the argument. */
export const NEEDED_BESIDES: Readonly<Record<string, (foreign: Tenant) => Record<string, unknown>>> = {
  'Query.visitors': () => ({ first: 2 }),
  'Query.visitors(before:)': () => ({ first: undefined, last: 2 }),
  'DeleteSiteInput.siteId': ({ site }) => ({ confirmName: site.name }),
  'IdentifyInput.identitySignature': ({ visitor }) => ({ externalId: visitor.externalId }),
};
