import type { CredentialWatch } from './credential-watch';
import { SOCKET_CLOSE } from './socket-close';
import type { SocketOutlet } from './socket-outlet';

/** One accepted connection: its way out, its credential, its subscriptions. */
export class SocketSeat {
  /** Its subscriptions; each takes itself out when it ends. */
  readonly memberships = new Set<{ return(): unknown }>();
  private isLeft = false;

  constructor(
    readonly outlet: SocketOutlet,
    readonly watch: CredentialWatch,
    private readonly onLeave: () => void,
  ) {
    watch.add(outlet);
  }

  /**
   * Whether whoever was accepted with these rights may still be told. If not, the socket is closed: for good, or to come
   * back with the rights they have now.
   */
  mayHear(rightsKey: string): boolean {
    if (this.watch.holds(rightsKey)) return true;
    if (this.watch.isOver) this.outlet.close(SOCKET_CLOSE.forbidden, 'Forbidden');
    else this.outlet.close(SOCKET_CLOSE.tryAgainLater);
    return false;
  }

  /** Ends every subscription and lets go of the credential. Safe to repeat. */
  leave(): void {
    if (this.isLeft) return;
    this.isLeft = true;
    for (const membership of [...this.memberships]) membership.return();
    this.watch.remove(this.outlet);
    this.onLeave();
  }
}
