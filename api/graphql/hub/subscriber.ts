import type { SocketSeat } from '../socket/socket-seat';
import type { UpdateDraft } from './update-draft';

/** One `subscribe` message that has passed all checks. */
export interface Subscriber {
  /** The id the client gave it. */
  readonly messageId: string;
  readonly seat: SocketSeat;
  /** The rights it was accepted with; nothing is sent to it once they are others. */
  readonly rightsKey: string;
  /** Equal for those whose answers are equal, whatever happens. */
  readonly groupKey: string;
  /** The answer to an update as JSON, the same for the whole group. Rejects only by a fault of ours. */
  render(draft: UpdateDraft): Promise<string>;
  /** Pays for every minute it starts after the first one, until stopped; calls back, once, when one cannot be paid. */
  startMeter(onEmpty: (refusal: Error) => void): { stop(): void };
}
