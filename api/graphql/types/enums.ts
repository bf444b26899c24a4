import { registerEnumType } from 'type-graphql';

/** Enums of the door; each value is its own name, so that words and wire never differ. */
export enum PresenceState {
  ONLINE = 'ONLINE',
  OFFLINE = 'OFFLINE',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(PresenceState, {
  name: 'PresenceState',
  description: 'Whether a visitor is there, as far as we know.',
  valuesConfig: {
    ONLINE: { description: 'At least one live session.' },
    OFFLINE: { description: 'No live session.' },
    UNKNOWN: {
      description: 'The presence store could not be read, or is recovering; isOnline is false meanwhile.',
    },
  },
});

export enum PresenceChangeKind {
  CAME_ONLINE = 'CAME_ONLINE',
  WENT_OFFLINE = 'WENT_OFFLINE',
  PAGE_CHANGED = 'PAGE_CHANGED',
  FORGOTTEN = 'FORGOTTEN',
}
registerEnumType(PresenceChangeKind, {
  name: 'PresenceChangeKind',
  description: 'What happened to a visitor.',
  valuesConfig: {
    CAME_ONLINE: { description: 'The first session of a visit began.' },
    WENT_OFFLINE: { description: 'The last session ended, by goodbye or by silence.' },
    PAGE_CHANGED: {
      description:
        'The page in front changed, the visitor said who they are, or came back within the grace: look again.',
    },
    FORGOTTEN: { description: 'The visitor was erased: drop what you hold about them.' },
  },
});

export enum PresenceChangeReason {
  IDENTIFIED = 'IDENTIFIED',
  HEARTBEAT_RESUMED = 'HEARTBEAT_RESUMED',
  NAVIGATED = 'NAVIGATED',
  DISCONNECTED = 'DISCONNECTED',
  TIMED_OUT = 'TIMED_OUT',
  FORGOTTEN = 'FORGOTTEN',
}
registerEnumType(PresenceChangeReason, {
  name: 'PresenceChangeReason',
  description: 'What made a change happen.',
  valuesConfig: {
    IDENTIFIED: { description: 'A page was opened.' },
    HEARTBEAT_RESUMED: { description: 'A session that had timed out was heard again.' },
    NAVIGATED: { description: 'Another page, or another tab, came to the front.' },
    DISCONNECTED: { description: 'A tab said goodbye.' },
    TIMED_OUT: { description: 'Nothing was heard until the deadline passed.' },
    FORGOTTEN: { description: 'Somebody asked for it, or the site keeps visitors no longer.' },
  },
});

export enum ViewerKind {
  AGENT = 'AGENT',
  API_KEY = 'API_KEY',
}
registerEnumType(ViewerKind, {
  name: 'ViewerKind',
  description: 'What kind of credential called.',
  valuesConfig: {
    AGENT: { description: 'A person signed in to the dashboard.' },
    API_KEY: { description: 'A program with an API key.' },
  },
});

export enum SortDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(SortDirection, {
  name: 'SortDirection',
  description: 'Which way a list runs.',
  valuesConfig: {
    ASC: { description: 'Oldest first.' },
    DESC: { description: 'Newest first.' },
  },
});

export enum UserErrorCode {
  INVALID = 'INVALID',
  REQUIRED = 'REQUIRED',
  TOO_LONG = 'TOO_LONG',
  TOO_MANY = 'TOO_MANY',
  NOT_FOUND = 'NOT_FOUND',
  CONFLICT = 'CONFLICT',
  SITE_UNKNOWN = 'SITE_UNKNOWN',
  ORIGIN_NOT_ALLOWED = 'ORIGIN_NOT_ALLOWED',
  IDENTITY_SIGNATURE_REQUIRED = 'IDENTITY_SIGNATURE_REQUIRED',
  IDENTITY_SIGNATURE_INVALID = 'IDENTITY_SIGNATURE_INVALID',
  VISITOR_TOKEN_INVALID = 'VISITOR_TOKEN_INVALID',
  VISITOR_TOKEN_EXPIRED = 'VISITOR_TOKEN_EXPIRED',
  VISITOR_FORGOTTEN = 'VISITOR_FORGOTTEN',
  SESSION_ENDED = 'SESSION_ENDED',
  INVALID_CREDENTIALS = 'INVALID_CREDENTIALS',
}
registerEnumType(UserErrorCode, {
  name: 'UserErrorCode',
  description: 'What the caller has to mend.',
  valuesConfig: {
    INVALID: { description: 'The value is not of the expected form.' },
    REQUIRED: { description: 'A value is missing.' },
    TOO_LONG: { description: 'The value is over its limit.' },
    TOO_MANY: { description: 'There are more values than allowed.' },
    NOT_FOUND: { description: 'Nothing of yours has that id.' },
    CONFLICT: { description: 'It exists already.' },
    SITE_UNKNOWN: { description: 'No site has that key.' },
    ORIGIN_NOT_ALLOWED: { description: 'The page is not one of the site.' },
    IDENTITY_SIGNATURE_REQUIRED: {
      description: 'The site accepts this about a person only with an identitySignature.',
    },
    IDENTITY_SIGNATURE_INVALID: {
      description: 'The identitySignature was not made of this externalId with a secret of the site.',
    },
    VISITOR_TOKEN_INVALID: { description: 'The token was not made by this service; identify again.' },
    VISITOR_TOKEN_EXPIRED: { description: 'The token is too old; identify again.' },
    VISITOR_FORGOTTEN: { description: 'The visitor was erased and may not come back: stop calling.' },
    SESSION_ENDED: { description: 'The tab has said goodbye; identify with a new tabId.' },
    INVALID_CREDENTIALS: { description: 'E-mail address and password do not belong together.' },
  },
});
