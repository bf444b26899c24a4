/** Hears of a step through the history before anybody else does, and may stop it from being heard. */
type Keeper = (event: PopStateEvent) => void;

/** Whoever stands at the gate; null while it is open. */
export const historyGate = { keeper: null as Keeper | null };

// Chromium calls the listeners of the window in the order in which they came, whatever they say about capture. So this
// file is the first that the page runs, before the router listens.
window.addEventListener('popstate', (event) => historyGate.keeper?.(event), { capture: true });
