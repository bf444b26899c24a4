import { isAutomated } from './is-automated';
import { listen } from './listen';
import type { EarlyCall, PorchlightApi } from './porchlight-api';
import { createPresenceSession } from './presence-session';
import { SETTLE_MS } from './settle-ms';
import { watchNavigation } from './watch-navigation';

/**
 * Installs `window.porchlight`, replays the calls made before, and lets the session speak once somebody sees the page.
 * A second run in the same page does nothing. Automated browsers, and frames that were not opted in, get the API but no
 * session.
 */
export function runWidget(script: HTMLScriptElement): void {
  const early = window.porchlight as (EarlyCall[] & Partial<PorchlightApi>) | undefined;
  if (early?.state) return;
  const [api, react] = createPresenceSession(script);
  window.porchlight = api;
  // Anything may hold our name: an element with that id does.
  early?.forEach?.(api.push);
  if (isAutomated(navigator) || (top !== self && script.dataset.frames !== 'allow')) return api.shutdown();
  listen('visibilitychange resume online pagehide pageshow', ({ type }) => react(type));
  watchNavigation(() => react('', SETTLE_MS));
  react();
}
