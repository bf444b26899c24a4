import { isOn } from './is-on';
import type { WidgetOptions } from './widget-options';

/** What a visitor said when the site asked: yes, no, or nothing yet. */
export type Answer = '1' | '0' | '';

/**
 * True where the widget may run: a person's browser, not inside a frame unless allowed, and no refusal. A visitor's yes
 * counts for more than what the browser says in general.
 */
export function isWelcome(options: WidgetOptions, answer: string): boolean {
  return !(
    navigator.webdriver ||
    // Not after a "u": Cubot is a telephone. The server looks again; this only spares it the calls.
    /[^u]bot|crawl|spider|headless/i.test(navigator.userAgent) ||
    (top !== self && options.frames !== 'allow') ||
    (+answer < 1 &&
      (answer ||
        options.consent ||
        (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl ||
        (isOn(options.dnt) && navigator.doNotTrack! > '0')))
  );
}
