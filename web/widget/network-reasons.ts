import { isPrivateHost } from './is-private-host';

/** Why a call from a page to the API may never have arrived; a sentence each. The browser does not tell scripts which it was. */
export function networkReasons(page: URL, api: URL): string[] {
  const reasons = [];
  if (page.protocol === 'https:' && api.protocol === 'http:' && !isPrivateHost(api.hostname)) {
    reasons.push(
      'The page is https and the API is http: browsers refuse such calls. Serve the API by https.',
    );
  }
  if (!isPrivateHost(page.hostname) && isPrivateHost(api.hostname)) {
    reasons.push(
      `${api.hostname} is in a private network and the page is not: the browser asks the visitor for permission first ` +
        '(Local Network Access), and refuses without it. Serve the API under a public name, or the page in that network too.',
    );
  }
  reasons.push(
    `The call was blocked or not answered. Look whether ${api.origin} is up, whether the policy of the page names it in ` +
      'connect-src, whether data-site is the key of the site, whether the site allows this origin, and whether a content ' +
      'blocker is at work.',
  );
  return reasons;
}
