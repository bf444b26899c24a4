import type { WidgetOptions } from './widget-options';

/** What a site may tell about the person in front of it. */
export interface Person {
  /** The site's own id of the person; two visits with the same id are one visitor. */
  readonly id?: string | number;
  readonly name?: string;
  readonly email?: string;
  /** Address of a picture; left out unless http or https. */
  readonly avatar?: string;
  /** Flat: texts, numbers, booleans and null. With anything else the server refuses the whole person. */
  readonly traits?: Readonly<Record<string, unknown>>;
  /** Hex HMAC-SHA256 of the id, made by the site's server. */
  readonly signature?: string;
}

/** `idle` until the page is seen, `stopped` until `init` or `consent(true)`. */
export type WidgetState = 'idle' | 'live' | 'retrying' | 'stopped';

/** `window.porchlight`: what a site may ask of the widget. No method ever throws. */
export interface PorchlightApi {
  readonly state: WidgetState;
  /** Starts, or starts again after `shutdown`. While it runs it only warns, once. */
  readonly init: (options?: WidgetOptions) => void;
  /** With an id it says who the visitor is, instead of what was said before; without one it adds to that. */
  readonly identify: (person: Person) => void;
  /** Reports a page view, for routers that leave the address alone. */
  readonly page: (url?: string) => void;
  /** Remembers the visitor's answer. `true` starts; `false` says goodbye, forgets the visitor and stops. */
  readonly consent: (isGiven: boolean) => void;
  /** For a logout: goodbye, and hello as somebody new. */
  readonly reset: () => void;
  /** Goodbye, and silence until `init`. */
  readonly shutdown: () => void;
  /** Calls back with each new state. */
  readonly on: (name: 'state', heard: (state: WidgetState) => void) => void;
  /** Prints what the widget knows and what may be wrong. The code for it is loaded then, and only then. */
  readonly debug: () => Promise<unknown>;
  /** Runs a call given as a tuple, as the queue of early calls holds them. */
  readonly push: (call: EarlyCall) => void;
}

export type EarlyCall = [name: Exclude<keyof PorchlightApi, 'state' | 'push'>, ...given: unknown[]];

declare global {
  interface Window {
    /** The API once the script is here; before that, an array of early calls if the site made one. */
    porchlight?: PorchlightApi | EarlyCall[];
  }
}
