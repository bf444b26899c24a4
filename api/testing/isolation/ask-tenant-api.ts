import { callApi } from '../api-client';
import { RawSocket } from '../raw-socket';
import type { BuiltOperation } from './operation-builder';
import { outcomeOf } from './outcome-of';

export interface TenantAnswer {
  readonly outcome: string;
  /** All that the caller was told, but for the number and the time of the request. */
  readonly text: string;
}

const OF_THE_REQUEST = ['requestId', 'serverTime'];

/** Sends an operation by the transport it belongs to. Of a subscription the first answer counts. */
export async function askTenantApi(
  url: string,
  { query, variables, path }: BuiltOperation,
  headers: Record<string, string>,
): Promise<TenantAnswer> {
  const answer = query.startsWith('subscription')
    ? await firstUpdate(url, query, variables, headers)
    : await callApi(url, query, variables, headers);
  const { data, errors } = answer;
  const text = JSON.stringify({ data, errors }, (key, value: unknown) =>
    OF_THE_REQUEST.includes(key) ? undefined : value,
  );
  return { outcome: outcomeOf({ data, errors }, path), text };
}

async function firstUpdate(url: string, query: string, variables: object, headers: Record<string, string>) {
  const { authorization, ...rest } = headers;
  const socket = await RawSocket.open(url, { headers: { origin: url, ...rest } }).catch(() => null);
  if (!socket) return { data: null, errors: [{ extensions: { code: 'FORBIDDEN' } }] };
  socket.send({ type: 'connection_init', payload: { authorization } });
  const acknowledged = await socket.next('connection_ack').catch(() => null);
  if (!acknowledged) return { data: null, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] };
  socket.subscribe('1', query, variables);
  const { type, payload } = await socket.nextOf(['next', 'error'], '1');
  await socket.close();
  return (type === 'next' ? payload : { data: null, errors: payload }) as {
    data: unknown;
    errors: undefined;
  };
}
