import type { GraphQLSchema } from 'graphql';
import type { Tenant } from '../isolation/tenant';
import type { Choices } from './choices';
import { DocumentWriter } from './document-writer';
import { HOSTILE_OBJECTS, HOSTILE_TEXTS } from './hostile-values';

const TYPES = [
  'subscribe',
  'complete',
  'ping',
  'pong',
  'next',
  'error',
  'connection_init',
  'connection_ack',
  '',
];
const IDS = [
  ...Array.from({ length: 40 }, (_, i) => String(i)),
  '__proto__',
  'constructor',
  '',
  'x'.repeat(2_000),
];

/** One message for a socket: mostly a subscription, sometimes another type or shape, sometimes no message at all. */
export function writeSocketMessage(schema: GraphQLSchema, by: Choices, tenant: Tenant): string | Buffer {
  const manner = by.below(100);
  if (manner === 99) return Buffer.from(by.of(HOSTILE_TEXTS));
  if (manner === 98) return by.of([...HOSTILE_TEXTS, '[]', '7', '{"type":', '"subscribe"']);
  if (manner === 97) return JSON.stringify(by.of(HOSTILE_OBJECTS));
  const kinds = ['subscription', 'subscription', 'subscription', 'query', 'mutation'] as const;
  const payload = new DocumentWriter(schema, by, tenant).write(kinds);
  const message = { id: by.of(IDS), type: 'subscribe', payload };
  if (manner > 90) return JSON.stringify({ ...message, type: by.of(TYPES) });
  if (manner === 90) return JSON.stringify({ ...message, payload: by.of(HOSTILE_OBJECTS) });
  if (manner === 89) return JSON.stringify({ ...message, id: by.of([...HOSTILE_OBJECTS, 7, null]) });
  return JSON.stringify(message);
}
