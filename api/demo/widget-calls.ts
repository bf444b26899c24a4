export interface WidgetCallsOptions {
  readonly graphqlUrl: string;
  /** Sent as the `Origin` of each call, as a browser on one of the demo's pages would. */
  readonly pageOrigin: string;
}

export type WidgetOperation = 'identify' | 'heartbeat' | 'recordPageView' | 'disconnect';

export interface WidgetAnswer {
  readonly visitorToken?: string;
  readonly nextHeartbeatSeconds?: number;
  /** The first of the payload's user errors; absent when all is well. */
  readonly errorCode?: string;
}

/** The API is away, or too busy; asking again is for later. */
export class WidgetCallFailed extends Error {
  override readonly name = 'WidgetCallFailed';

  constructor(
    message: string,
    /** How long the server asked to be left alone, in ms; 0 when it did not. */
    readonly retryAfterMs = 0,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const CALL_TIMEOUT_MS = 5_000;
const FIELDS: Readonly<Record<WidgetOperation, string>> = {
  identify: 'visitorToken nextHeartbeatSeconds',
  heartbeat: 'nextHeartbeatSeconds',
  recordPageView: 'nextHeartbeatSeconds',
  disconnect: '',
};

interface Body {
  readonly data?: { readonly answer?: (WidgetAnswer & { userErrors: { code: string }[] }) | null };
  readonly errors?: readonly { message: string; extensions?: { code?: string } }[];
}

/** Makes the four calls of the widget over public HTTP. They reject with {@link WidgetCallFailed} only. */
export class WidgetCalls {
  constructor(private readonly options: WidgetCallsOptions) {}

  async send(operation: WidgetOperation, input: object, userAgent: string): Promise<WidgetAnswer> {
    const response = await this.post(operation, input, userAgent);
    const body = (await response.json().catch(() => ({}))) as Body;
    const answer = body.data?.answer;
    if (!answer) {
      const reason = body.errors?.[0]?.extensions?.code ?? `HTTP ${response.status}`;
      throw new WidgetCallFailed(
        `${operation} was answered with ${reason}`,
        Number(response.headers.get('retry-after')) * 1_000 || 0,
      );
    }
    return { ...answer, errorCode: answer.userErrors[0]?.code };
  }

  private async post(operation: WidgetOperation, input: object, userAgent: string): Promise<Response> {
    const inputType = `${operation[0]!.toUpperCase()}${operation.slice(1)}Input!`;
    const fields = `${FIELDS[operation]} userErrors { code }`;
    try {
      return await fetch(this.options.graphqlUrl, {
        method: 'POST',
        signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
        headers: {
          'content-type': 'application/json',
          origin: this.options.pageOrigin,
          'user-agent': userAgent,
        },
        body: JSON.stringify({
          query: `mutation ${operation}($input: ${inputType}) { answer: ${operation}(input: $input) { ${fields} } }`,
          variables: { input },
        }),
      });
    } catch (cause) {
      throw new WidgetCallFailed(`${operation} got no answer`, 0, { cause });
    }
  }
}
