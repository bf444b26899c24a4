import type { Subscriber } from './subscriber';

type End = IteratorResult<never, undefined>;

const END: End = { done: true, value: undefined };

/** What a membership asks of the group it belongs to. */
export interface MembershipHost {
  admit(member: Membership): void;
  dismiss(member: Membership): void;
}

/**
 * One subscriber's place in a group. To the protocol it is an iterator that yields nothing and ends with the subscription:
 * the group writes to the socket itself. Nothing is written before `next` is called, nor after `return`.
 */
export class Membership implements AsyncIterableIterator<never> {
  private isAdmitted = false;
  private isOver = false;
  private settle: { resolve: (end: End) => void; reject: (error: unknown) => void } | undefined;
  private meter: { stop(): void } | undefined;
  private readonly frameHead: string;

  constructor(
    private readonly host: MembershipHost,
    readonly subscriber: Subscriber,
  ) {
    this.frameHead = `{"id":${JSON.stringify(subscriber.messageId)},"type":"next","payload":`;
    subscriber.seat.memberships.add(this);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<End> {
    if (this.isOver) return Promise.resolve(END);
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
      if (this.isAdmitted) return;
      this.isAdmitted = true;
      this.meter = this.subscriber.startMeter((refusal) => this.fail(refusal));
      this.host.admit(this);
    });
  }

  return(): Promise<End> {
    if (this.leave()) this.settle?.resolve(END);
    return Promise.resolve(END);
  }

  /** Ends it with an error that the client is told of. */
  fail(error: unknown): void {
    if (this.leave()) this.settle?.reject(error);
  }

  /** Whether {@link send} would reach a client that may be told: it is there, has its rights and keeps up. */
  get readiness(): 'READY' | 'CLOGGED' | 'OVER' {
    const { seat, rightsKey } = this.subscriber;
    if (this.isOver || !seat.mayHear(rightsKey)) return 'OVER';
    return seat.outlet.isClogged ? 'CLOGGED' : 'READY';
  }

  send(payload: string): void {
    this.subscriber.seat.outlet.post(`${this.frameHead}${payload}}`);
  }

  private leave(): boolean {
    if (this.isOver) return false;
    this.isOver = true;
    this.meter?.stop();
    this.subscriber.seat.memberships.delete(this);
    this.host.dismiss(this);
    return true;
  }
}
