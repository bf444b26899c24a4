/**
 * For browsers without the Navigation API: calls back after each change of the address that keeps the page. Reads
 * nothing: the new address is in `location`.
 */
export default function watchHistory(onMove: () => void): void {
  addEventListener('popstate', onMove);
  addEventListener('hashchange', onMove);
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name].bind(history);
    history[name] = (...given) => {
      original(...given);
      onMove();
    };
  }
  // What changed before this was loaded.
  onMove();
}
