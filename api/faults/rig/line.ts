import { once } from 'node:events';
import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Where a line leads: a unix socket, or a port of loopback. */
export type LineEnd = { path: string } | { port: number };

/**
 * A TCP line to a server, in this process, that can fail in the ways networks do. It stands where a network namespace
 * with dropped packets would: what it swallows is acknowledged by the kernel, but nobody ever hears it.
 */
export class Line {
  private readonly pairs = new Set<Pair>();
  private mode: 'pass' | 'swallow' | 'hold' | 'refuse' = 'pass';
  /** Called with what the near end says, before it goes on; see {@link Pair.delayMs}. */
  onData: (pair: Pair, data: Buffer) => void = () => undefined;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async open(end: LineEnd): Promise<Line> {
    const server = createServer();
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const line = new Line(server, (server.address() as AddressInfo).port);
    server.on('connection', (near) => line.join(near, end));
    return line;
  }

  /** Ends every connection and refuses new ones. */
  cut(): void {
    this.mode = 'refuse';
    for (const { near, far } of this.pairs) [near, far].forEach((socket) => socket.destroy());
  }

  /** Connections stay, and new ones are taken, but nothing gets through in either direction. */
  swallow(): void {
    this.mode = 'swallow';
    for (const pair of this.pairs) pair.isDead = true;
  }

  /** Keeps back what comes from the near ends until {@link mend}. */
  hold(): void {
    this.mode = 'hold';
    for (const { near } of this.pairs) near.pause();
  }

  /** What was held back goes on and new connections work again; those that lost something stay dead. */
  mend(): void {
    this.mode = 'pass';
    for (const { near } of this.pairs) near.resume();
  }

  get connectionCount(): number {
    return this.pairs.size;
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  private join(near: Socket, end: LineEnd): void {
    if (this.mode === 'refuse') return void near.destroy();
    const far = createConnection(end as { port: number });
    const pair: Pair = { near, far, isDead: this.mode === 'swallow', delayMs: 0 };
    this.pairs.add(pair);
    near.on('data', (data: Buffer) => {
      this.onData(pair, data);
      if (!pair.isDead) far.write(data);
    });
    far.on('data', (data) => {
      const pass = () => void (!pair.isDead && near.write(data));
      if (pair.delayMs === 0) pass();
      else setTimeout(pass, pair.delayMs);
    });
    if (this.mode === 'hold') near.pause();
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      socket.setNoDelay(true);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        // The end of a half-open connection reaches nobody either.
        if (pair.isDead && socket === near) return void this.pairs.delete(pair);
        other.destroy();
        this.pairs.delete(pair);
      });
    }
  }
}

/** One connection through the line. */
export interface Pair {
  readonly near: Socket;
  readonly far: Socket;
  isDead: boolean;
  /** How much later the near end hears what the far end says, ms. */
  delayMs: number;
}
