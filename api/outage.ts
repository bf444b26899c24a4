import type { Log } from './log';

/** Tells the log once that something began to fail and once that it works again, however many calls fail in between. */
export class Outage {
  private failures = 0;

  constructor(
    private readonly log: Log,
    private readonly name: string,
  ) {}

  failed(err: unknown): void {
    this.failures += 1;
    if (this.failures === 1) this.log.warn({ err }, `${this.name}_failing`);
  }

  worked(): void {
    if (this.failures > 0) this.log.info({ failures: this.failures }, `${this.name}_works_again`);
    this.failures = 0;
  }
}
