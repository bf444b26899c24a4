import type { PorchlightApi } from '../porchlight-api';

/** Gives each test of a file a clock of its own, a fresh browser storage, and chance without chance. */
export function prepareStage(): void {
  beforeEach(() => {
    jest.useFakeTimers();
    // The middle of every spread: heartbeats at the interval named, retries at half their ceiling.
    jest.spyOn(Math, 'random').mockReturnValue(0.5);
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
