/** Calls back when the network returns or the tab is shown again: moments to stop waiting. Returns the undo. */
export function watchReturn(onReturn: () => void): () => void {
  const whenShown = (): void => {
    if (!document.hidden) onReturn();
  };
  window.addEventListener('online', onReturn);
  document.addEventListener('visibilitychange', whenShown);
  return () => {
    window.removeEventListener('online', onReturn);
    document.removeEventListener('visibilitychange', whenShown);
  };
}
