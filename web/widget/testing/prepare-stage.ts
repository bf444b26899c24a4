import type { PorchlightApi } from '../porchlight-api';

/**
 * Gives each test of a file a clock of its own, a fresh browser storage, and chance without chance: 0 lets heartbeats
 * come when the server names, 0.5 lets retries come at half their ceiling.
 */
export function prepareStage(chance = 0.5): void {
  beforeEach(() => {
    jest.useFakeTimers();
    jest.spyOn(Math, 'random').mockReturnValue(chance);
    localStorage.clear();
    document.title = 'Start';
  });

  afterEach(() => {
    // What an earlier test has started must not react to the events of the next.
    (window.porchlight as PorchlightApi).shutdown();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });
}
