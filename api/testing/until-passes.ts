import { setTimeout as after } from 'node:timers/promises';

const TRY_EVERY_MS = 25;
const MOST_TRIES = 400;

/**
 * The act's first result that is not a rejection; its last rejection when it never passes. For what another process does
 * in its own time, such as a server that comes back.
 */
export async function untilPasses<T>(act: () => Promise<T> | T): Promise<T> {
  for (let triesLeft = MOST_TRIES; ; triesLeft--) {
    try {
      return await act();
    } catch (error) {
      if (triesLeft === 0) throw error;
      await after(TRY_EVERY_MS);
    }
  }
}
