import type { LoadPart } from './load-part';
import type { PorchlightApi } from './porchlight-api';
import { runWidget } from './presence-session';
import type { WidgetOptions } from './widget-options';

// Both are spelled out, so that bundlers find them.
const loadPart: LoadPart = (name, ...given) =>
  (name === 'debug' ? import('./debug.js') : import('./history.js')).then(
    (part: { default: (...given: never[]) => unknown }) => part.default(...(given as unknown as never[])),
  );

/** Starts the widget of this page, or finds the one that runs. Undefined where there is no page, as on a server. */
export function init(options: WidgetOptions): PorchlightApi | undefined {
  try {
    runWidget(location.href, options, loadPart);
    return window.porchlight as PorchlightApi;
  } catch {
    // A server, or a browser that is too old.
  }
}
