import { postJson } from './post-json';

const OPEN_AT_ONCE = 32;
const TICK_MS = 10;
const TAB_ID_LENGTH = 15;
/** Of all changes; the others are page views. */
const SHARE_OF_LEAVING = 0.05;

const IDENTIFY =
  'mutation ($input: IdentifyInput!) { identify(input: $input) { visitorToken userErrors { code } } }';
const VIEW =
  'mutation ($input: RecordPageViewInput!) { recordPageView(input: $input) { userErrors { code } } }';
const LEAVE = 'mutation ($input: DisconnectInput!) { disconnect(input: $input) { userErrors { code } } }';

interface LoadedVisitor {
  tabId: string;
  readonly name: string;
  token: string;
  pages: number;
  isAway: boolean;
}

export interface LoadResult {
  readonly changes: number;
  /** Answers other than what a widget would be glad about. */
  readonly refused: number;
  /** The longest a call began after it was meant to, ms. */
  readonly latestStartMs: number;
  readonly tookMs: number;
}

/** Visitors who call the API as widgets do: each change is one HTTP request of its own. */
export class VisitorLoad {
  private readonly visitors: LoadedVisitor[];
  private refused = 0;

  constructor(
    private readonly endpoint: string,
    private readonly siteKey: string,
    count: number,
  ) {
    this.visitors = Array.from({ length: count }, (_, i) => ({
      tabId: `bench-tab-${String(i).padStart(5, '0')}`,
      name: `Visitor ${String(i).padStart(5, '0')}`,
      token: '',
      pages: 0,
      isAway: false,
    }));
  }

  nameOf(i: number): string {
    return this.visitors[i]!.name;
  }

  /** One comes online; resolves when that was answered. */
  readonly come = (i: number): Promise<void> => this.identify(this.visitors[i]!);

  /** One closes their tab. */
  readonly go = (i: number): Promise<void> => this.leave(this.visitors[i]!);

  /** All of them come online. */
  async comeOnline(): Promise<void> {
    let next = 0;
    const walk = async () => {
      for (let visitor = this.visitors[next++]; visitor; visitor = this.visitors[next++]) {
        await this.identify(visitor);
      }
    };
    await Promise.all(Array.from({ length: OPEN_AT_ONCE }, walk));
  }

  /**
   * So many changes a second, each begun at its time whatever became of those before; every visitor in turn. Ends when the last
   * has been answered; some are offline then.
   */
  async change(perSecond: number, durationMs: number): Promise<LoadResult> {
    const refusedBefore = this.refused;
    const startedAt = performance.now();
    const calls = new Set<Promise<void>>();
    let changes = 0;
    let latestStartMs = 0;
    while (changes < (perSecond * durationMs) / 1000) {
      const dueAt = startedAt + (changes * 1000) / perSecond;
      const late = performance.now() - dueAt;
      if (late < 0) {
        await new Promise((resolve) => setTimeout(resolve, TICK_MS));
        continue;
      }
      latestStartMs = Math.max(latestStartMs, late);
      const call = this.next(changes++).finally(() => calls.delete(call));
      calls.add(call);
    }
    await Promise.all(calls);
    const tookMs = performance.now() - startedAt;
    return { changes, refused: this.refused - refusedBefore, latestStartMs, tookMs };
  }

  /** Everybody who has left comes back. */
  async comeBack(): Promise<void> {
    for (const visitor of this.visitors) if (visitor.isAway) await this.identify(visitor);
  }

  private next(i: number): Promise<void> {
    const visitor = this.visitors[i % this.visitors.length]!;
    if (visitor.isAway) return this.identify(visitor);
    return (i * SHARE_OF_LEAVING) % 1 < SHARE_OF_LEAVING ? this.leave(visitor) : this.view(visitor);
  }

  private async identify(visitor: LoadedVisitor): Promise<void> {
    // A tab that said goodbye stays closed; whoever is back is back in another.
    if (visitor.isAway) visitor.tabId = `${visitor.tabId.slice(0, TAB_ID_LENGTH)}-${visitor.pages++}`;
    visitor.isAway = false;
    const answer = await this.call(IDENTIFY, {
      siteKey: this.siteKey,
      tabId: visitor.tabId,
      displayName: visitor.name,
      page: pageOf(visitor),
      ...(visitor.token ? { visitorToken: visitor.token } : {}),
    });
    visitor.token = answer?.visitorToken ?? visitor.token;
  }

  private async view(visitor: LoadedVisitor): Promise<void> {
    visitor.pages += 1;
    await this.call(VIEW, { visitorToken: visitor.token, tabId: visitor.tabId, page: pageOf(visitor) });
  }

  private async leave(visitor: LoadedVisitor): Promise<void> {
    visitor.isAway = true;
    await this.call(LEAVE, { visitorToken: visitor.token, tabId: visitor.tabId });
  }

  private async call(query: string, input: object): Promise<{ visitorToken?: string } | undefined> {
    const reply = await postJson(this.endpoint, { query, variables: { input } });
    const { data } = reply as { data?: Record<string, Answer | null> };
    const [answer] = Object.values(data ?? {});
    if (!answer || answer.userErrors.length > 0) this.refused += 1;
    return answer ?? undefined;
  }
}

interface Answer {
  readonly visitorToken?: string;
  readonly userErrors: readonly object[];
}

function pageOf({ pages }: LoadedVisitor) {
  return { url: `https://shop.test/products/${pages}`, title: `Product ${pages}` };
}
