import { createHash } from 'node:crypto';
import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import type { RedisClient } from '../redis/connect-redis';
import { SIGN_IN_KEYS } from '../redis/keys';
import { SharedFirst } from '../redis/shared-first';
import { addressBlock } from '../address-block';

/** Wrong passwords in a row before anybody has to wait. */
export const TRIES = 5;
/** Wrong passwords count for so long, seconds. */
const REMEMBERED_S = 15 * 60;
/** How long an account, or an address, then has to wait, seconds. */
export const WAIT_S = 60;

const LIMIT = { keyPrefix: SIGN_IN_KEYS, points: TRIES, duration: REMEMBERED_S, blockDuration: WAIT_S };

/**
 * Slows down whoever guesses passwords: by account, known or not, and by address; for all nodes together. While Redis is away
 * every node counts for itself.
 */
export class SignInLimits {
  private readonly shared: RateLimiterAbstract;
  private readonly own = new RateLimiterMemory(LIMIT);
  private readonly sharedFirst: SharedFirst;

  constructor(redis: RedisClient, patienceMs: number) {
    this.sharedFirst = new SharedFirst(patienceMs);
    this.shared = new RateLimiterRedis({ ...LIMIT, storeClient: redis, rejectIfRedisNotReady: true });
  }

  /** Counts a try before it is made, so that many at once count as many. Answers how long to wait first, ms; 0: try now. */
  async take(email: string, address: string): Promise<number> {
    // The address first: who is slowed down there must not be able to slow down accounts.
    const waitMs = await this.consume(addressKey(address));
    return waitMs > 0 ? waitMs : this.consume(accountKey(email));
  }

  /** The try was right: the account starts anew, and the address gets this one back. */
  async succeed(email: string, address: string): Promise<void> {
    await this.count(async (limiter) => {
      await limiter.delete(accountKey(email));
      await limiter.reward(addressKey(address));
      return 0;
    });
  }

  private consume(key: string): Promise<number> {
    return this.count(async (limiter) => {
      try {
        await limiter.consume(key);
        return 0;
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return Math.max(refusal.msBeforeNext, 1);
      }
    });
  }

  private count(act: (limiter: RateLimiterAbstract) => Promise<number>): Promise<number> {
    return this.sharedFirst.ask(
      () => act(this.shared),
      () => act(this.own),
    );
  }
}

// Nobody's address or e-mail is kept in clear.
function accountKey(email: string): string {
  return `account:${hashOf(email.trim().toLowerCase())}`;
}

function addressKey(address: string): string {
  return `address:${hashOf(addressBlock(address))}`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
