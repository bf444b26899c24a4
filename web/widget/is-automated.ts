/** True for browsers that say they are driven by a program. The server looks again; this only spares it the calls. */
export function isAutomated({ webdriver, userAgent }: Navigator): boolean {
  // Not after a "u": Cubot is a telephone.
  return webdriver || /(^|[^u])bot|crawl|spider|headless/i.test(userAgent);
}
