import type { WidgetOptions } from './widget-options';
import type { PorchlightApi } from './porchlight-api';

/** What the parts that are loaded only when needed are given. */
export interface Parts {
  /** For browsers without the Navigation API. */
  readonly history: [onMove: () => void];
  /** For somebody who asks why. */
  readonly debug: [options: WidgetOptions, api: PorchlightApi, problem: unknown];
}

/** Loads a part and runs it. Resolves to what it answers, or to undefined where it cannot be loaded. */
export type LoadPart = <Name extends keyof Parts>(name: Name, ...given: Parts[Name]) => Promise<unknown>;
