import type { Subscriber } from '../graphql/hub/subscriber';
import type { UpdateDraft } from '../graphql/hub/update-draft';
import type { SocketSeat } from '../graphql/socket/socket-seat';

/** A subscriber whose wire ends in the test: it keeps what it is sent, and can be waited for. */
export class RecordingSubscriber implements Subscriber {
  readonly messageId = '1';
  readonly rightsKey = 'all';
  readonly updates: UpdateDraft[] = [];
  /** As of a reader that is too slow. */
  isClogged = false;
  /** Called when the reader is fast enough again. */
  drained: () => void = () => undefined;
  readonly seat: SocketSeat;
  private wake: () => void = () => undefined;

  constructor(
    readonly groupKey = 'equal',
    /** How often an update was made, of all subscribers it is given to. */
    private readonly made = { count: 0 },
  ) {
    const outlet = {
      isClogged: () => this.isClogged,
      post: (text: string) => this.hear(text),
      onceDrained: (listener: () => void) => (this.drained = listener),
    };
    this.seat = {
      outlet: Object.defineProperty(outlet, 'isClogged', { get: () => this.isClogged }),
      memberships: new Set(),
      watch: { isFresh: true },
      mayHear: () => true,
    } as unknown as SocketSeat;
  }

  render(draft: UpdateDraft): Promise<string> {
    this.made.count += 1;
    return Promise.resolve(JSON.stringify(draft));
  }

  startMeter() {
    return { stop: () => undefined };
  }

  /** "visitor KIND" of everything told so far, in order. */
  get told(): string[] {
    return this.updates.flatMap(({ changes }) =>
      changes.map(({ visitorId, kind }) => `${visitorId} ${kind}`),
    );
  }

  async until(isEnough: (subscriber: this) => boolean): Promise<void> {
    while (!isEnough(this)) await new Promise<void>((resolve) => (this.wake = resolve));
  }

  private hear(text: string): void {
    this.updates.push((JSON.parse(text) as { payload: UpdateDraft }).payload);
    this.wake();
  }
}
