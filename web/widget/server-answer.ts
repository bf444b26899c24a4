/** A problem: for the caller to mend if it has a code of its own, of the request as a whole if it has extensions. */
export interface ServerError {
  readonly code?: string;
  readonly extensions?: { readonly code: string };
}

/** What each of the calls answers; the token is only asked for by identify. */
export interface ServerPayload {
  readonly visitorToken: string;
  readonly nextHeartbeatSeconds: number;
  readonly userErrors: readonly ServerError[];
}

export interface ServerAnswer {
  readonly data?: { readonly r?: ServerPayload | null };
  readonly errors: readonly ServerError[];
}
