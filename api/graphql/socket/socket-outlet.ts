import type { WebSocket } from 'ws';
import { SOCKET_CLOSE } from './socket-close';

export interface OutletLimits {
  /** With more than this many bytes waiting, a reader is too slow to be sent more. */
  readonly mostWaitingBytes: number;
  /** With more than this many bytes waiting, whatever they are, the connection is cut. */
  readonly hardWaitingBytes: number;
  /** How long a reader that is too slow may take to catch up, ms. */
  readonly drainMs: number;
  /** How long a socket that is being closed may take, ms. */
  readonly closeMs: number;
}

const LIMITS: OutletLimits = {
  mostWaitingBytes: 1024 * 1024,
  hardWaitingBytes: 8 * 1024 * 1024,
  drainMs: 10_000,
  closeMs: 2_000,
};

/** What a close frame holds beside its code. */
const LONGEST_REASON_BYTES = 123;

/** The way out to one client. What waits in it is bounded, whatever the client does. */
export class SocketOutlet {
  private readonly limits: OutletLimits;
  private readonly waiting: (() => void)[] = [];
  private drainDeadline: NodeJS.Timeout | undefined;
  private closeDeadline: NodeJS.Timeout | undefined;

  constructor(
    private readonly socket: WebSocket,
    limits: Partial<OutletLimits> = {},
  ) {
    this.limits = { ...LIMITS, ...limits };
    socket.once('close', () => this.end());
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  /** True once too much waits, until half of it has left. Then it has to leave in time, or the socket is closed with 1013. */
  get isClogged(): boolean {
    if (this.drainDeadline) return true;
    if (this.socket.bufferedAmount <= this.limits.mostWaitingBytes) return false;
    this.drainDeadline = setTimeout(() => this.close(SOCKET_CLOSE.tryAgainLater), this.limits.drainMs);
    return true;
  }

  /** Calls back when the outlet is no longer clogged; never when the socket closes before. */
  onceDrained(listener: () => void): void {
    this.waiting.push(listener);
  }

  /** Sends without waiting. */
  post(text: string): void {
    void this.send(text);
  }

  /** Resolves when the text has left the process. */
  send(text: string): Promise<void> {
    return new Promise((resolve) => {
      if (!this.isOpen) return resolve();
      if (this.socket.bufferedAmount > this.limits.hardWaitingBytes) {
        this.socket.terminate();
        return resolve();
      }
      // A failed send is followed by the close of the socket, which ends its subscriptions.
      this.socket.send(text, () => {
        this.noteProgress();
        resolve();
      });
    });
  }

  /** Says goodbye with that code, and as much of the reason as a frame holds; cuts the connection when the client does not answer. Safe to repeat. */
  close(code: number = SOCKET_CLOSE.tryAgainLater, reason = 'Try again later'): void {
    this.socket.close(code, cutToBytes(reason, LONGEST_REASON_BYTES));
    this.closeDeadline ??= setTimeout(() => this.socket.terminate(), this.limits.closeMs);
  }

  private noteProgress(): void {
    if (!this.drainDeadline || !this.isOpen) return;
    if (this.socket.bufferedAmount > this.limits.mostWaitingBytes / 2) return;
    clearTimeout(this.drainDeadline);
    this.drainDeadline = undefined;
    for (const listener of this.waiting.splice(0)) listener();
  }

  private end(): void {
    clearTimeout(this.drainDeadline);
    clearTimeout(this.closeDeadline);
    this.waiting.length = 0;
  }
}

// Reasons quote what the client sent, and a reason that does not fit would leave the connection open.
function cutToBytes(text: string, most: number): string {
  const bytes = Buffer.from(text);
  return bytes.length <= most ? text : new TextDecoder().decode(bytes.subarray(0, most), { stream: true });
}
