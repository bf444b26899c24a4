export type Operation = 'identify' | 'heartbeat' | 'recordPageView' | 'disconnect';

/** The little we ask of any payload. */
export interface Payload {
  readonly visitorToken?: string | null;
  readonly nextHeartbeatSeconds?: number | null;
}

interface Body {
  data?: { r?: (Payload & { userErrors: { code: string }[] }) | null } | null;
  errors?: { code?: string; extensions: { code: string } }[];
}

/** The payload, the code of what was wrong (nothing when all is well), and for how long to leave the server alone, in ms. */
export type Answer = [payload: Payload | null | undefined, code: string | undefined, retryAfterMs: number];

/** Sends one mutation in a request that outlives the page. Rejects when no answer came. */
export async function callApi(
  apiUrl: URL,
  operation: Operation,
  fields: string,
  input: object,
): Promise<Answer> {
  const response = await fetch(apiUrl, {
    method: 'POST',
    credentials: 'omit',
    keepalive: true,
    // No other header: one preflight serves all calls.
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `mutation ${operation}($i:${operation[0]!.toUpperCase() + operation.slice(1)}Input!){r:${operation}(input:$i){${fields}userErrors{code}}}`,
      variables: { i: input },
    }),
  });
  // A proxy may answer with a page of its own; its Retry-After still counts.
  const { data, errors } = (await response.json().catch(() => ({}))) as Body;
  const [error]: { code?: string; extensions?: { code: string } }[] = data?.r?.userErrors ||
    errors || [{ code: '-' }];
  return [
    data?.r,
    error && (error.code || error.extensions!.code),
    +response.headers.get('retry-after')! * 1000,
  ];
}
