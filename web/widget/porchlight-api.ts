import type { Person } from './person';
import type { WidgetState } from './widget-state';

/** `window.porchlight`: what a site may ask of the widget. No method ever throws. */
export interface PorchlightApi {
  readonly state: WidgetState;
  /** Says who the visitor is, or more about them. Another id is another visitor: the one before says goodbye. */
  readonly identify: (person: Person) => void;
  /** Reports a page view, for routers that leave the address alone. */
  readonly page: (url?: string) => void;
  /** For a logout: goodbye, and hello as somebody new. */
  readonly reset: () => void;
  /** Goodbye, and silence until the next page load. */
  readonly shutdown: () => void;
  /** Runs a call given as a tuple, as the queue of early calls holds them. */
  readonly push: (call: EarlyCall) => void;
}

export type EarlyCall = [name: 'identify' | 'page' | 'reset' | 'shutdown', ...given: unknown[]];

declare global {
  interface Window {
    /** The API once the script is here; before that, an array of early calls if the site made one. */
    porchlight?: PorchlightApi | EarlyCall[];
  }
}
