import type { Page } from '../realtime-session/presence';
import { cleanText } from './clean-text';

export const LONGEST_TITLE = 300;

/** A page as a widget tells it: any text, already known to be an http(s) URL. */
export interface ToldPage {
  readonly url: string;
  readonly title?: string | null;
  readonly referrer?: string | null;
}

/** What is kept of a page: no query, fragment or credentials, which may hold secrets; a title cut to {@link LONGEST_TITLE}. */
export function cleanPage(page: ToldPage): Page {
  const title = cleanText(page.title);
  return {
    url: cleanUrl(page.url),
    title: title && [...title].slice(0, LONGEST_TITLE).join(''),
    referrer: page.referrer ? cleanUrl(page.referrer) : null,
  };
}

function cleanUrl(text: string): string {
  const url = new URL(text);
  url.username = '';
  url.password = '';
  url.search = '';
  url.hash = '';
  return url.href;
}
