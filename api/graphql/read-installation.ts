import type { Installations } from '../realtime-session/installations';
import { apiError } from './api-error';
import { Installation } from './types/installation';

/** How the last calls of a site's pages ended. Throws PRESENCE_UNAVAILABLE: "never" would be a lie. */
export async function readInstallation(installations: Installations, siteId: string): Promise<Installation> {
  const notes = await installations.read(siteId).catch((error: Error) => {
    throw apiError('PRESENCE_UNAVAILABLE', 'This cannot be read at the moment; try again.', error);
  });
  return Installation.of(notes);
}
