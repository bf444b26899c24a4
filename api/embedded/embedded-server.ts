/** A server that we started for ourselves, and that ends with us. */
export interface EmbeddedServer {
  readonly url: string;
  readonly pid: number;
  /** Settles when the server is gone, whoever ended it, with the reason in words. Never rejects. */
  readonly exited: Promise<string>;
  /** Resolves once the server is gone and its data are on disk. */
  stop(): Promise<void>;
}
