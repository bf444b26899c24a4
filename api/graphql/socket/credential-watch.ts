import { GraphQLError } from 'graphql';
import { within } from '../../within';
import type { Authenticator, Proof } from '../authenticator';
import type { Credential } from '../credential';
import { rightsOf } from '../hub/rights';
import { SOCKET_CLOSE } from './socket-close';
import type { SocketOutlet } from './socket-outlet';

export interface CredentialWatchOptions {
  readonly authenticator: Authenticator;
  readonly proof: Proof;
  /** As it was found just now. */
  readonly credential: Credential;
}

/** Nothing is sent by rights that were looked at longer ago. */
const FRESH_MS = 1_000;
/** How often the rights are looked at when nothing happens. */
const LOOK_EVERY_MS = 3_000;
/** How long the last look holds while another is impossible: who cannot ask cannot know of a revocation for ever. */
const LONGEST_BLIND_MS = 10 * 60_000;

/**
 * Looks again and again whether one credential still holds. When it does not, the sockets that came with it are closed
 * with 4403. While the database is away the last answer stands, for nobody can take a right away there either.
 */
export class CredentialWatch {
  readonly outlets = new Set<SocketOutlet>();
  private rightsKey: string | null;
  private expiresAtMs: number;
  private lookedAtMs = Date.now();
  private knownAtMs = Date.now();
  private isBlind = false;
  private looking: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: CredentialWatchOptions) {
    this.rightsKey = rightsOf(options.credential).key;
    this.expiresAtMs = expiryOf(options.credential);
  }

  add(outlet: SocketOutlet): void {
    this.outlets.add(outlet);
    this.timer ??= setInterval(() => void this.renew(), LOOK_EVERY_MS).unref();
  }

  /** The watch ends with its last socket. */
  remove(outlet: SocketOutlet): void {
    this.outlets.delete(outlet);
    if (this.outlets.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** False when the rights have to be looked at before anything is sent. */
  get isFresh(): boolean {
    const isRecent = Date.now() - this.lookedAtMs < FRESH_MS;
    // Those who are not answered would hold up every event; they go on with what they know.
    if (!isRecent && this.isBlind) void this.renew();
    return isRecent || this.isBlind;
  }

  /** Whether these are the rights, by the last look. */
  holds(rightsKey: string): boolean {
    return rightsKey === this.rightsKey && !this.isOver;
  }

  /** Whether the credential is revoked, signed out or expired, by the last look. */
  get isOver(): boolean {
    return this.rightsKey === null || Date.now() >= this.expiresAtMs;
  }

  /** Never rejects. */
  renew(): Promise<void> {
    return (this.looking ??= this.look().finally(() => (this.looking = undefined)));
  }

  private async look(): Promise<void> {
    const startedAtMs = Date.now();
    const { authenticator, proof } = this.options;
    try {
      this.know(await within(FRESH_MS, authenticator.authenticate(proof), 'The database'), startedAtMs);
    } catch (error) {
      if (error instanceof GraphQLError) this.know(null, startedAtMs);
      else this.isBlind = true;
    }
    this.lookedAtMs = startedAtMs;
    if (this.isOver) this.closeAll(SOCKET_CLOSE.forbidden, 'Forbidden');
    else if (startedAtMs - this.knownAtMs > LONGEST_BLIND_MS) this.closeAll(SOCKET_CLOSE.tryAgainLater);
  }

  private know(credential: Credential | null, atMs: number): void {
    this.rightsKey = credential && rightsOf(credential).key;
    if (credential) this.expiresAtMs = expiryOf(credential);
    this.knownAtMs = atMs;
    this.isBlind = false;
  }

  private closeAll(code: number, reason?: string): void {
    for (const outlet of this.outlets) outlet.close(code, reason);
  }
}

function expiryOf(credential: Credential): number {
  return credential.kind === 'API_KEY' ? (credential.apiKey.expiresAt?.getTime() ?? Infinity) : Infinity;
}
