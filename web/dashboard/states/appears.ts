/** Resolves with the element as soon as it is on the page. */
export function appears(selector: string): Promise<HTMLElement> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      const found = document.querySelector<HTMLElement>(selector);
      if (found !== null) resolve(found);
      return found !== null;
    };
    if (look()) return;
    const observer = new MutationObserver(() => {
      if (look()) observer.disconnect();
    });
    observer.observe(document, { childList: true, subtree: true, attributes: true });
  });
}
