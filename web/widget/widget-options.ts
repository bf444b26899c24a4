/** How a site wants its widget, as attributes of the script tag (`data-…`, always text) or as what `init` is given. */
export interface WidgetOptions {
  /** Public key of the site. */
  readonly site?: string;
  /** Address of the API; `/graphql` beside the script if left out. */
  readonly api?: string;
  /** `required` (or any other word): nothing is stored or sent before `consent(true)`. */
  readonly consent?: string;
  /** Names of query parameters to keep in addresses, divided by commas. */
  readonly params?: string;
  /** Keeps the fragment of addresses, for routers that put the page there. As an attribute: being there is enough. */
  readonly hash?: boolean | string;
  /** `allow`: runs in frames as well. */
  readonly frames?: string;
  /** Takes "Do not track" for a no. As an attribute: being there is enough. */
  readonly dnt?: boolean | string;
  /** `false`: waits for `init`. Of the script tag only. */
  readonly auto?: string;
  /** Rewrites an address before it is cleaned and sent. What it throws means: send no address. */
  readonly maskUrl?: (url: string) => string;
}
