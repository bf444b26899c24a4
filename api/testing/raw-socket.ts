import { once } from 'node:events';
import { WebSocket, type ClientOptions } from 'ws';

export interface SocketMessage {
  readonly type: string;
  readonly id?: string;
  // What the protocol carries is the business of each test.
  readonly payload?: any; // eslint-disable-line @typescript-eslint/no-explicit-any
}

/** A WebSocket without a client library: what a test sends is what goes over the wire. */
export class RawSocket {
  private readonly received: SocketMessage[] = [];
  private wake: () => void = () => undefined;
  private end: { code: number; reason: string } | undefined;
  /** Settles when the connection has closed, with the code and reason the server gave. */
  readonly closed: Promise<{ code: number; reason: string }>;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      this.received.push(JSON.parse(data.toString()) as SocketMessage);
      this.wake();
    });
    this.closed = new Promise((resolve) =>
      socket.on('close', (code, reason) => {
        this.end = { code, reason: reason.toString() };
        this.wake();
        resolve(this.end);
      }),
    );
  }

  /** Rejects when the handshake is refused, naming the HTTP status. */
  static async open(
    url: string,
    options: ClientOptions = {},
    protocols = ['graphql-transport-ws'],
    search = '',
  ) {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql${search}`, protocols, options);
    const opened = new RawSocket(socket);
    await once(socket, 'open');
    return opened;
  }

  /** Opens a connection and waits until its credential is accepted. */
  static async connect(url: string, apiKey: string): Promise<RawSocket> {
    const socket = await RawSocket.open(url);
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${apiKey}` } });
    await socket.next('connection_ack');
    return socket;
  }

  send(message: object | string): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables: object = {}): void {
    this.send({ id, type: 'subscribe', payload: { query, variables } });
  }

  /** Messages of that operation which were not yet asked for. */
  unread(id: string): SocketMessage[] {
    return this.received.filter((message) => message.id === id);
  }

  /**
   * The first message of that type, and of that operation when one is named, which was not yet asked for. Rejects when the
   * connection closes without it.
   */
  next(type: string, id?: string): Promise<SocketMessage> {
    return this.nextOf([type], id);
  }

  /** The same for whichever of the types comes first. */
  async nextOf(types: readonly string[], id?: string): Promise<SocketMessage> {
    for (;;) {
      const place = this.received.findIndex(
        (message) => types.includes(message.type) && (id === undefined || message.id === id),
      );
      const [message] = place < 0 ? [] : this.received.splice(place, 1);
      if (message) return message;
      if (this.end)
        throw new Error(`Expected ${types.join(' or ')}, got close ${this.end.code} ${this.end.reason}`);
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  async close(): Promise<void> {
    this.socket.close();
    await this.closed;
  }
}
