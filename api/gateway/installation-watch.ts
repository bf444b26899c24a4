import type { Installations } from '../realtime-session/installations';
import type { SitesService } from '../sites/sites.service';
import { UserProblem, type UserProblemCode } from '../user-problem';
import type { WidgetCaller } from './calls';
import type { EventsGateway } from './events.gateway';
import { shownOrigin } from './shown-origin';
import type { VisitorTokens } from './visitor-token';

/** The calls of a widget. */
export type WidgetGateway = Pick<
  EventsGateway,
  'handleIdentify' | 'handleHeartbeat' | 'handlePageView' | 'handleDisconnect'
>;

export interface InstallationWatchParts {
  readonly gateway: WidgetGateway;
  readonly installations: Pick<Installations, 'note'>;
  readonly sites: Pick<SitesService, 'findByKey'>;
  readonly tokens: Pick<VisitorTokens, 'read'>;
  readonly now?: () => number;
}

type Call<Name extends keyof WidgetGateway> = Parameters<WidgetGateway[Name]>[0];
type FindSite = () => Promise<string | null>;

/** For each site and kind a node notes one call in so many ms: what is shown is that old at most while calls keep coming. */
const NOTE_EVERY_MS = 5_000;
const MOST_REMEMBERED = 10_000;
// What happens to widgets now and then, and what the owner of a site has nothing to mend about.
const ROUTINE: ReadonlySet<UserProblemCode> = new Set([
  'SESSION_ENDED',
  'VISITOR_TOKEN_EXPIRED',
  'VISITOR_FORGOTTEN',
]);

/** Passes the calls of widgets on, and notes for their site how the last ones ended. No call waits for a note, or fails by one. */
export class InstallationWatch implements WidgetGateway {
  private readonly noted = new Map<string, number>();

  constructor(private readonly parts: InstallationWatchParts) {}

  async handleIdentify(call: Call<'handleIdentify'>, caller: WidgetCaller) {
    const siteOf = async () => (await this.parts.sites.findByKey(call.siteKey))?.id ?? null;
    const answer = await this.watch(siteOf, caller, () => this.parts.gateway.handleIdentify(call, caller));
    void this.note(siteOf, caller, null);
    return answer;
  }

  handleHeartbeat(call: Call<'handleHeartbeat'>, caller: WidgetCaller) {
    return this.watch(this.ofToken(call), caller, () => this.parts.gateway.handleHeartbeat(call, caller));
  }

  handlePageView(call: Call<'handlePageView'>, caller: WidgetCaller) {
    return this.watch(this.ofToken(call), caller, () => this.parts.gateway.handlePageView(call, caller));
  }

  handleDisconnect(call: Call<'handleDisconnect'>, caller: WidgetCaller) {
    return this.watch(this.ofToken(call), caller, () => this.parts.gateway.handleDisconnect(call, caller));
  }

  private ofToken({ visitorToken }: { readonly visitorToken: string }): FindSite {
    return () => Promise.resolve(this.parts.tokens.read(visitorToken)?.siteId ?? null);
  }

  private async watch<Answer>(
    siteOf: FindSite,
    caller: WidgetCaller,
    act: () => Promise<Answer>,
  ): Promise<Answer> {
    try {
      return await act();
    } catch (error) {
      const code = error instanceof UserProblem ? error.problems[0]?.code : undefined;
      if (code && !ROUTINE.has(code)) void this.note(siteOf, caller, code);
      throw error;
    }
  }

  private async note(
    siteOf: FindSite,
    { origin }: WidgetCaller,
    reason: UserProblemCode | null,
  ): Promise<void> {
    const nowMs = (this.parts.now ?? Date.now)();
    try {
      const siteId = await siteOf();
      if (siteId === null || !this.isDue(`${siteId} ${reason ? 'refusal' : 'identify'}`, nowMs)) return;
      await this.parts.installations.note(siteId, { origin: shownOrigin(origin), reason });
    } catch {
      // It only tells how things are going; the next call tells it again.
    }
  }

  private isDue(key: string, nowMs: number): boolean {
    const notedAtMs = this.noted.get(key);
    if (notedAtMs !== undefined && nowMs - notedAtMs < NOTE_EVERY_MS && nowMs >= notedAtMs) return false;
    this.noted.delete(key);
    this.noted.set(key, nowMs);
    const oldest = this.noted.keys().next();
    if (this.noted.size > MOST_REMEMBERED && !oldest.done) this.noted.delete(oldest.value);
    return true;
  }
}
