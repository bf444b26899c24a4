import type { Page } from '../realtime-session/presence';
import { cleanText } from './clean-text';
import { redactSegment } from './redact-segment';

export const LONGEST_TITLE = 300;

/** What a site keeps of the addresses of its pages besides scheme, host and path. */
export interface UrlRules {
  /** Names of query parameters. */
  readonly keptUrlParameters: readonly string[];
  readonly keepsUrlFragment: boolean;
}

/** A page as a widget tells it: any text, already known to be an http(s) URL. */
export interface ToldPage {
  readonly url: string;
  readonly title?: string | null;
  readonly referrer?: string | null;
}

/**
 * What is kept of a page: no credentials, no query and fragment but what the site keeps, and a word in place of every piece of
 * an address that looks like a secret; a title cut to {@link LONGEST_TITLE}.
 */
export function cleanPage(page: ToldPage, rules: UrlRules): Page {
  const title = cleanText(page.title);
  return {
    url: cleanUrl(page.url, rules),
    title: title && [...title].slice(0, LONGEST_TITLE).join(''),
    referrer: page.referrer ? cleanUrl(page.referrer, rules) : null,
  };
}

function cleanUrl(text: string, { keptUrlParameters, keepsUrlFragment }: UrlRules): string {
  const url = new URL(text);
  const query = [...url.searchParams]
    .filter(([name]) => keptUrlParameters.includes(name))
    .map(([name, value]): [string, string] => [name, redactSegment(value)]);
  url.username = '';
  url.password = '';
  url.pathname = redactPieces(url.pathname);
  url.search = new URLSearchParams(query).toString();
  url.hash = keepsUrlFragment ? redactPieces(url.hash) : '';
  return url.href;
}

// A fragment may be a path, a query, or both.
function redactPieces(text: string): string {
  return text
    .split(/([/?&=#;])/)
    .map(redactSegment)
    .join('');
}
