import { eventually } from './eventually';
import { Widget } from './widget';

const AT_ONCE = 20;
/** Heartbeats are spread by a tenth, so that widgets do not stay in step. */
const SPREAD = 0.1;

export interface CrowdOptions {
  /** Where the widgets call; asked anew for each call. */
  readonly url: (index: number) => string;
  readonly siteKey: string;
  readonly heartbeatMs: number;
}

/** Widgets that send their heartbeats until they are stopped, and go on after a call that failed. */
export class Crowd {
  readonly widgets: Widget[] = [];
  /** Heartbeats answered, refused with a code, and not answered. */
  readonly answered: number[] = [];
  refused = 0;
  failed = 0;
  /** How long each heartbeat took, ms. */
  readonly took: number[] = [];
  /** When the last heartbeat of each visitor was answered, Unix ms. */
  readonly lastBeatMs = new Map<string, number>();
  private readonly timers = new Map<Widget, NodeJS.Timeout>();

  constructor(private readonly options: CrowdOptions) {}

  /** So many more visitors come, some at a time, and keep sending heartbeats. */
  async grow(count: number): Promise<Widget[]> {
    const added: Widget[] = [];
    const { url, siteKey } = this.options;
    for (let left = count; left > 0; left -= AT_ONCE) {
      const batch = Array.from({ length: Math.min(left, AT_ONCE) }, (_, i) =>
        Widget.open(url(this.widgets.length + i), siteKey),
      );
      const opened = await Promise.all(batch);
      added.push(...opened);
      this.widgets.push(...opened);
      for (const widget of opened) {
        this.lastBeatMs.set(widget.visitorId, Date.now());
        this.schedule(widget, Math.random());
      }
    }
    return added;
  }

  /** These fall silent, as a crashed browser does. */
  silence(widgets: readonly Widget[] = this.widgets): void {
    for (const widget of widgets) {
      clearTimeout(this.timers.get(widget));
      this.timers.delete(widget);
    }
  }

  /** Resolves when every widget that is not silent has been answered again. */
  async nextRound(withinMs = 3 * this.options.heartbeatMs): Promise<void> {
    const sinceMs = Date.now();
    const active = [...this.timers.keys()];
    await eventually('every widget has been heard', withinMs, () =>
      active.every((w) => !this.timers.has(w) || this.lastBeatMs.get(w.visitorId)! >= sinceMs),
    );
  }

  /** Counts from now on. */
  forget(): void {
    this.answered.length = this.took.length = this.refused = this.failed = 0;
  }

  private schedule(widget: Widget, part = 1 - SPREAD + Math.random() * 2 * SPREAD): void {
    const timer = setTimeout(() => {
      void this.beat(widget).finally(() => {
        if (this.timers.has(widget)) this.schedule(widget);
      });
    }, this.options.heartbeatMs * part);
    this.timers.set(widget, timer);
  }

  private async beat(widget: Widget): Promise<void> {
    const startedMs = Date.now();
    try {
      const code = await widget.beat(this.options.url(this.widgets.indexOf(widget)));
      if (code) this.refused += 1;
      else this.lastBeatMs.set(widget.visitorId, startedMs);
      this.answered.push(Date.now());
    } catch {
      this.failed += 1;
    }
    this.took.push(Date.now() - startedMs);
  }
}
