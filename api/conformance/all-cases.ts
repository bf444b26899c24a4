import { AUDIT_CASES } from './audit-cases';
import type { ConformanceCase } from './conformance-case';
import { HTTP_CASES } from './http-cases';
import { INTROSPECTION_CASES } from './introspection-cases';
import { REFUSAL_CASES } from './refusal-cases';
import { SOCKET_MESSAGE_CASES } from './socket-message-cases';
import { SOCKET_OPENING_CASES } from './socket-opening-cases';

/** Every case, by what it is about. */
export const ALL_CASES: Readonly<Record<string, readonly ConformanceCase[]>> = {
  'GraphQL over HTTP, the audit': AUDIT_CASES,
  'GraphQL over HTTP': HTTP_CASES,
  'what may be learnt about the schema': INTROSPECTION_CASES,
  'refused on both transports': REFUSAL_CASES,
  'a WebSocket is opened': SOCKET_OPENING_CASES,
  'a WebSocket is used': SOCKET_MESSAGE_CASES,
};
