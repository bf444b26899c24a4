import { randomUUID } from 'node:crypto';
import { DEMO_PAGES, type DemoPage } from './demo-pages';
import type { SimulatedPerson } from './simulated-person';
import { WidgetCallFailed, type WidgetAnswer, type WidgetCalls } from './widget-calls';

export interface SimulatedVisitorOptions {
  readonly person: SimulatedPerson;
  readonly siteKey: string;
  readonly pageOrigin: string;
  readonly calls: WidgetCalls;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly arrivesAtMs: number;
}

const MINUTE_MS = 60_000;
const STAYS_MS = [MINUTE_MS, 10 * MINUTE_MS] as const;
const IS_AWAY_MS = [0.5 * MINUTE_MS, 8 * MINUTE_MS] as const;
const READS_A_PAGE_MS = [6_000, 50_000] as const;
const WAITS_OUTSIDE_MS = [5_000, 30_000] as const;
const LEAVES_SILENTLY = 0.25;
const HIDES_THE_TAB = 0.2;
const HEARTBEAT_SPREAD = 0.1;
const DEFAULT_HEARTBEAT_SECONDS = 20;

/** One browser that comes, reads, hides its tab, and leaves with or without a goodbye, again and again. */
export class SimulatedVisitor {
  private token: string | undefined;
  private tabId = '';
  private seq = 0;
  private isVisible = true;
  private page: DemoPage = DEMO_PAGES[0]!;
  private previousUrl: string | undefined;
  private isHere = false;
  private isIdentified = false;
  private arrivesAtMs: number;
  private leavesAtMs = 0;
  private movesAtMs = 0;
  private beatsAtMs = 0;

  constructor(private readonly options: SimulatedVisitorOptions) {
    this.arrivesAtMs = options.arrivesAtMs;
  }

  get isOnline(): boolean {
    return this.isHere;
  }

  /** When there is something to do next, Unix ms. */
  get dueAtMs(): number {
    return this.isHere ? Math.min(this.leavesAtMs, this.movesAtMs, this.beatsAtMs) : this.arrivesAtMs;
  }

  /** Comes back a little later: the place is full. */
  wait(nowMs: number): void {
    this.arrivesAtMs = nowMs + this.between(WAITS_OUTSIDE_MS);
  }

  /** Does what is due, in one call at most. After a rejected call the same thing is still due. */
  async act(nowMs: number): Promise<void> {
    if (!this.isHere) this.arrive(nowMs);
    if (nowMs >= this.leavesAtMs) await this.leave(nowMs, this.options.random() < LEAVES_SILENTLY);
    else if (!this.isIdentified) await this.identify(nowMs);
    else if (nowMs >= this.movesAtMs) await this.move(nowMs);
    else if (nowMs >= this.beatsAtMs) await this.beat(nowMs);
  }

  /** Ends the visit; silently: as a browser that crashed. */
  async leave(nowMs: number, isSilent: boolean): Promise<void> {
    if (!isSilent && this.isIdentified) await this.send('disconnect', {});
    this.isHere = false;
    this.isIdentified = false;
    this.arrivesAtMs = nowMs + this.between(IS_AWAY_MS);
  }

  private arrive(nowMs: number): void {
    this.isHere = true;
    this.isVisible = true;
    this.page = DEMO_PAGES[Math.floor(this.options.random() ** 2 * DEMO_PAGES.length)]!;
    this.previousUrl = undefined;
    this.newTab();
    this.leavesAtMs = nowMs + this.between(STAYS_MS);
    this.movesAtMs = nowMs + this.between(READS_A_PAGE_MS);
    this.beatsAtMs = nowMs;
  }

  private newTab(): void {
    this.tabId = randomUUID();
    this.seq = 0;
    this.isIdentified = false;
  }

  private async identify(nowMs: number): Promise<void> {
    const { person, siteKey } = this.options;
    const { userAgent: _sentAsHeader, ...known } = person;
    const answer = await this.send('identify', {
      ...known,
      siteKey,
      page: this.pageInput(),
      isVisible: this.isVisible,
    });
    this.token = answer.visitorToken ?? this.token;
    this.isIdentified = answer.errorCode === undefined;
    this.planBeat(nowMs, answer);
  }

  private async move(nowMs: number): Promise<void> {
    if (this.options.random() < HIDES_THE_TAB) {
      this.isVisible = !this.isVisible;
      await this.beat(nowMs);
    } else {
      // Whoever reads on looks at the page.
      const { next } = this.page;
      const path = next[Math.floor(this.options.random() * next.length)];
      this.previousUrl = this.pageInput().url;
      this.page = DEMO_PAGES.find((page) => page.path === path) ?? this.page;
      if (this.isVisible) this.planBeat(nowMs, await this.send('recordPageView', { page: this.pageInput() }));
      else {
        this.isVisible = true;
        await this.beat(nowMs);
      }
    }
    this.movesAtMs = nowMs + this.between(READS_A_PAGE_MS);
  }

  private async beat(nowMs: number): Promise<void> {
    this.planBeat(nowMs, await this.send('heartbeat', { page: this.pageInput(), isVisible: this.isVisible }));
  }

  private async send(operation: Parameters<WidgetCalls['send']>[0], more: object): Promise<WidgetAnswer> {
    const input = { visitorToken: this.token, tabId: this.tabId, seq: ++this.seq, ...more };
    const answer = await this.options.calls.send(operation, input, this.options.person.userAgent);
    if (answer.errorCode === undefined) return answer;
    if (answer.errorCode.startsWith('VISITOR_TOKEN_')) this.token = undefined;
    else if (answer.errorCode !== 'SESSION_ENDED')
      throw new WidgetCallFailed(`${operation} was refused with ${answer.errorCode}`);
    this.newTab();
    return answer;
  }

  private planBeat(nowMs: number, { nextHeartbeatSeconds }: WidgetAnswer): void {
    const spread = 1 + (this.options.random() * 2 - 1) * HEARTBEAT_SPREAD;
    this.beatsAtMs = nowMs + (nextHeartbeatSeconds ?? DEFAULT_HEARTBEAT_SECONDS) * 1_000 * spread;
  }

  private pageInput() {
    const { path, title } = this.page;
    return { url: this.options.pageOrigin + path, title, referrer: this.previousUrl };
  }

  private between([least, most]: readonly [number, number]): number {
    return least + this.options.random() * (most - least);
  }
}
