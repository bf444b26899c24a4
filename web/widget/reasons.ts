import { isOn } from './is-on';
import type { WidgetOptions } from './widget-options';

const WORDS: Record<string, string> = {
  SITE_UNKNOWN: 'The server knows no site with this key. Copy the script tag from the dashboard again.',
  ORIGIN_NOT_ALLOWED: 'This page is not one of the site. Add its origin to the allowed origins of the site.',
  VISITOR_FORGOTTEN: 'The visitor was erased, and is not followed any more in this page.',
  IDENTITY_SIGNATURE_REQUIRED:
    'The site takes a person only with a signature, so the visitor went on without a name. Sign the id on your server.',
  IDENTITY_SIGNATURE_INVALID:
    'The signature does not belong to the id, so the visitor went on without a name. Sign exactly the id that you send.',
  BAD_USER_INPUT:
    'The server could not read what was sent. Traits must be flat: texts, numbers, booleans and null.',
  RATE_LIMITED: 'The server is asked too often. The widget waits as long as it was told.',
};

/** Why the widget is silent or has no name for the visitor, as far as the page can tell; a sentence each, most likely cause first. */
export function reasonsFor(options: WidgetOptions, consent: string, problem: unknown): string[] {
  const { webdriver, userAgent, doNotTrack } = navigator;
  const isRefused = consent === '0';
  const asks: [boolean, string][] = [
    [!options.site, 'No site key was given: add data-site to the script tag, or call init({ site }).'],
    [
      webdriver,
      'The browser is driven by a program (navigator.webdriver), which is not counted as a visitor.',
    ],
    [/[^u]bot|crawl|spider|headless/i.test(userAgent), 'The browser calls itself a bot.'],
    [
      top !== self && options.frames !== 'allow',
      'The page is in a frame, and data-frames="allow" is not set.',
    ],
    [isRefused, 'The visitor refused: consent(false) was called. consent(true) takes it back.'],
    [!consent && !!options.consent, 'Consent is required, and consent(true) was not called yet.'],
    [
      !consent && !!(navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl,
      'The browser sends Global Privacy Control, which counts as a no until consent(true).',
    ],
    [
      !consent && !!isOn(options.dnt) && doNotTrack === '1',
      'The browser asks not to be tracked, and data-dnt honours that until consent(true).',
    ],
  ];
  const found = asks.filter(([applies]) => applies).map(([, sentence]) => sentence);
  return typeof problem === 'string'
    ? [...found, WORDS[problem] ?? `The server answered ${problem}.`]
    : found;
}
