import { setTimeout as after } from 'node:timers/promises';

/** The fault lasts so long. Not for waiting until something has happened: see `eventually`. */
export async function passing(ms: number): Promise<void> {
  await after(ms);
}
