import type { RedisClient } from '../redis/connect-redis';
import { siteKeys } from '../redis/keys';
import { within } from '../within';
import type { PresenceScripts } from './presence-scripts';

/** One call of a site's widget, or of a program in its place. */
export interface InstallationCall {
  readonly atMs: number;
  /** Of the page; null when there was none, or none that can be shown. */
  readonly origin: string | null;
}

export interface InstallationNotes {
  readonly lastIdentify: InstallationCall | null;
  readonly lastRefusal: (InstallationCall & { readonly reason: string }) | null;
}

/** Whether a site's pages are heard: the last call that was accepted, and the last that was refused. Both reject without Redis. */
export class Installations {
  constructor(
    private readonly redis: RedisClient,
    private readonly scripts: PresenceScripts,
    private readonly deadlineMs: number,
  ) {}

  /** A refusal with its reason, or an accepted identify without one. Nothing for an erased site. */
  async note(
    siteId: string,
    { origin, reason }: { origin: string | null; reason: string | null },
  ): Promise<void> {
    await this.scripts.noteInstallation(siteId, [
      reason ? 'refusal' : 'identify',
      origin ?? '',
      reason ?? '',
    ]);
  }

  async read(siteId: string): Promise<InstallationNotes> {
    const reading = this.redis.hgetall(siteKeys(siteId).installation);
    const { identifyAt, identifyOrigin, refusalAt, refusalOrigin, refusalReason } = await within(
      this.deadlineMs,
      reading,
      'Redis',
    );
    return {
      lastIdentify: identifyAt ? { atMs: Number(identifyAt), origin: identifyOrigin || null } : null,
      lastRefusal: refusalAt
        ? { atMs: Number(refusalAt), origin: refusalOrigin || null, reason: refusalReason ?? '' }
        : null,
    };
  }
}
