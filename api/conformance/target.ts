/** A deployment as a stranger sees it. */
export interface Target {
  /** Without `/graphql`, with http or https. */
  readonly url: string;
  /** Secret of an API key that may read and follow visitors. */
  readonly apiKey: string;
}
