import type { Authenticator, Proof } from '../authenticator';
import type { Credential } from '../credential';
import { CredentialWatch } from './credential-watch';
import type { SocketOutlet } from './socket-outlet';
import { SocketSeat } from './socket-seat';

/** Sockets of one credential on one node. */
const MOST_SOCKETS = 100;

/** Who is connected to this node. */
export class Seating {
  private readonly watches = new Map<string, CredentialWatch>();
  private readonly taken = new Map<string, number>();

  constructor(private readonly authenticator: Authenticator) {}

  /** Connections that were accepted and are not closed yet. */
  get seatCount(): number {
    return [...this.taken.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Null when the credential has too many connections already. */
  take(outlet: SocketOutlet, proof: Proof, credential: Credential): SocketSeat | null {
    const holderId = credential.kind === 'AGENT' ? credential.agent.id : credential.apiKey.id;
    const count = this.taken.get(holderId) ?? 0;
    if (count >= MOST_SOCKETS) return null;
    this.taken.set(holderId, count + 1);
    const key = JSON.stringify([proof.authorization, proof.sessionToken]);
    const watch =
      this.watches.get(key) ?? new CredentialWatch({ authenticator: this.authenticator, proof, credential });
    this.watches.set(key, watch);
    return new SocketSeat(outlet, watch, () => {
      if (watch.outlets.size === 0 && this.watches.get(key) === watch) this.watches.delete(key);
      const rest = (this.taken.get(holderId) ?? 1) - 1;
      if (rest > 0) this.taken.set(holderId, rest);
      else this.taken.delete(holderId);
    });
  }
}
