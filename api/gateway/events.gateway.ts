import type { Log } from '../log';
import { Outage } from '../outage';
import type { FirstIdentifies } from '../realtime-session/first-identifies';
import type { Page, Presence, ViewedPage, VisitorRef } from '../realtime-session/presence';
import type { RealtimeSessionService, Touch } from '../realtime-session/realtime-session.service';
import type { SitesService } from '../sites/sites.service';
import type { Site } from '../sites/site.entity';
import { UserProblem } from '../user-problem';
import { within } from '../within';
import type { PersonHashes } from '../visitors/person-hashes';
import type { VisitorsService } from '../visitors/visitors.service';
import type { HeartbeatCall, IdentifyCall, PageViewCall, TabCall, TokenCall, WidgetCaller } from './calls';
import { cleanPage } from './clean-page';
import { cleanProfile } from './clean-profile';
import { detectDevice } from './detect-device';
import { checkIdentitySignature } from './identity-signature-check';
import { isAllowedOrigin } from './is-allowed-origin';
import { SightingWriter, type KnownVisitor } from './sighting-writer';
import type { RefusedVisitors } from './refused-visitors';
import { visitorForgotten } from './visitor-forgotten';
import type { WidgetLimits } from './widget-limits';
import { personMark, type VisitorTokenClaims, type VisitorTokens } from './visitor-token';

export interface GatewayTimings {
  readonly heartbeatVisibleMs: number;
  readonly heartbeatHiddenMs: number;
}

/** Used for a goodbye when the site's own setting cannot be read. */
const DEFAULT_GRACE_MS = 5_000;
/** A goodbye waits no longer for PostgreSQL; what it has to store waits in Redis anyway. */
const WRITE_PATIENCE_MS = 2_000;
/** And no longer for the site's own setting; the default grace does as well. */
const SITE_PATIENCE_MS = 250;
const TAB_ID = /^[A-Za-z0-9_-]{8,64}$/;

/** What happens when a visitor comes, stays, moves on and goes. Refuses with UserProblem what the caller can mend. */
export class EventsGateway {
  private readonly presenceOutage: Outage;
  private readonly sightings: SightingWriter;

  constructor(
    private readonly sessions: RealtimeSessionService,
    private readonly visitors: VisitorsService,
    private readonly sites: SitesService,
    private readonly tokens: VisitorTokens,
    private readonly firsts: FirstIdentifies,
    private readonly hashes: PersonHashes,
    private readonly refused: RefusedVisitors,
    private readonly limits: WidgetLimits,
    private readonly timings: GatewayTimings,
    private readonly log: Log,
  ) {
    this.presenceOutage = new Outage(log, 'presence_store');
    this.sightings = new SightingWriter(visitors, log);
  }

  /** The visitor is stored with lastSeenAt = now and is online when this resolves. Without Redis only the former. */
  async handleIdentify(call: IdentifyCall, caller: WidgetCaller) {
    const claims = call.visitorToken ? this.tokens.read(call.visitorToken) : null;
    const refusal = await this.limits.refusalOf(caller, claims?.visitorId ?? null);
    if (refusal) {
      // Nothing is looked up for those who call too often.
      const recent = this.sites.recentByKey(call.siteKey);
      if (recent && isAllowed(caller, recent)) caller.allowOrigin();
      throw refusal;
    }
    // The site first: only then may a page of it read what else is wrong.
    const site = await this.findSite(call.siteKey, caller);
    await this.limits.admitTo(site.id);
    const profile = cleanProfile(call);
    requireTabId(call.tabId);
    const isVerified = await checkIdentitySignature(
      site.identityVerification,
      {
        externalId: profile.externalId ?? null,
        signature: call.identitySignature ?? null,
        isDescribed: isDescribed(call),
      },
      () => this.sites.readIdentitySecrets(site.id),
    );
    // A caller without seq does not send again, and may not know that a tab's name has to be new.
    const isFirst = !call.visitorToken && !profile.externalId && call.seq != null;
    const known = isFirst ? await this.visitorOfTab(site.id, call.tabId) : knownVisitor(claims, site.id);
    const graceMs = site.goodbyeGraceSeconds * 1_000;
    const before = known ? (await this.sessions.getManyPresence([known]))[0]! : null;

    const seen = await this.sightings.store(
      {
        ...profile,
        siteId: site.id,
        visitorId: known?.visitorId ?? null,
        externalId: profile.externalId ?? null,
        isVerified,
        personHash: profile.externalId ? this.hashes.of(site.id, profile.externalId, isVerified) : null,
        avatarUrl: call.avatarUrl,
        traits: call.traits,
        // Only a page's request tells what device its visitor has; a program's tells about the program.
        device: caller.origin === null ? null : detectDevice(caller.userAgent),
        seenAt: this.redisNow(before),
        startsVisit: before?.state !== 'ONLINE' && before?.state !== 'UNKNOWN',
        graceMs,
      },
      known,
    );
    // PostgreSQL is away and could not refuse them.
    if (!seen && this.refused.has(known!.visitorId)) throw visitorForgotten();
    const visitor = { siteId: site.id, visitorId: seen?.visitor.id ?? known!.visitorId };
    if (known && known.visitorId !== visitor.visitorId) await this.leaveOldSelf(known, call);
    const { nowMs } = await this.touch({
      ...sessionOf(call, visitor),
      operation: 'IDENTIFIED',
      isVisible: call.isVisible ?? true,
      page: call.page ? cleanPage(call.page, site) : null,
      isProfileChanged: seen?.isProfileChanged,
    });
    if (isFirst && !known) {
      await this.tryPresence(() => this.firsts.remember(site.id, call.tabId, visitor.visitorId));
    }
    const person = seen ? personMark(seen.visitor.externalId, seen.visitor.isVerified) : known!.person;
    const { keptUrlParameters, keepsUrlFragment } = site;
    const urlRules = { keptUrlParameters, keepsUrlFragment };
    const { token, expiresAtMs } = this.tokens.issue(
      { ...visitor, origin: caller.origin, person, urlRules },
      nowMs,
    );
    return {
      visitor: seen?.visitor ?? null,
      visitorToken: token,
      visitorTokenExpiresAt: new Date(expiresAtMs),
      nextHeartbeatSeconds: this.nextHeartbeatSeconds(call.isVisible ?? true),
    };
  }

  /** Moves the deadline; touches no SQL. Without Redis it answers as usual, so that the next one restores the visitor. */
  async handleHeartbeat(call: HeartbeatCall, caller: WidgetCaller) {
    const visitor = await this.authenticate(call, caller);
    const isVisible = call.isVisible ?? true;
    const { nowMs } = await this.touch({
      ...sessionOf(call, visitor),
      operation: 'HEARTBEAT_RESUMED',
      isVisible,
      page: call.page ? cleanPage(call.page, visitor.urlRules) : null,
    });
    return { nextHeartbeatSeconds: this.nextHeartbeatSeconds(isVisible), serverTime: new Date(nowMs) };
  }

  async handlePageView(call: PageViewCall, caller: WidgetCaller) {
    const visitor = await this.authenticate(call, caller);
    const page: Page = cleanPage(call.page, visitor.urlRules);
    const { nowMs, pageSinceMs } = await this.touch({
      ...sessionOf(call, visitor),
      operation: 'NAVIGATED',
      isVisible: null,
      page,
    });
    const viewed: ViewedPage = { ...page, sinceMs: pageSinceMs ?? nowMs };
    return { page: viewed, nextHeartbeatSeconds: this.nextHeartbeatSeconds(true) };
  }

  /** The tab's session is over and lastSeenAt is stored when this resolves. */
  async handleDisconnect(call: TokenCall, caller: WidgetCaller) {
    const { siteId, visitorId } = await this.authenticate(call, caller);
    const visitor = { siteId, visitorId };
    const graceMs = await this.graceOf(visitor.siteId);
    const left = await this.tryPresence(() => this.sessions.leave({ ...sessionOf(call, visitor), graceMs }));
    if (left?.status === 'FORGOTTEN') throw visitorForgotten();
    if (!left || left.isFirst) {
      await this.storeLastSeen(visitor, new Date(left?.nowMs ?? this.sessions.nowMs()));
    }
    return { visitor, isStillOnline: left ? left.isStillOnline : null };
  }

  // One clock for all: Redis's. Null lets the database say what time it is, rather than this node.
  private redisNow(before: Presence | null): Date | null {
    const nowMs = before && before.state !== 'UNKNOWN' ? before.asOfMs : this.sessions.knownNowMs();
    return nowMs === null ? null : new Date(nowMs);
  }

  // The light has to go out now, whatever PostgreSQL does.
  private async graceOf(siteId: string): Promise<number> {
    const finding = within(SITE_PATIENCE_MS, this.sites.findById(siteId), 'PostgreSQL');
    const site = await finding.catch(() => null);
    return site ? site.goodbyeGraceSeconds * 1_000 : DEFAULT_GRACE_MS;
  }

  private async findSite(siteKey: string, caller: WidgetCaller): Promise<Site> {
    const site = await this.sites.findByKey(siteKey);
    if (!site) throw UserProblem.of('SITE_UNKNOWN', 'No site has this siteKey.', 'siteKey');
    if (!isAllowed(caller, site)) {
      throw UserProblem.of('ORIGIN_NOT_ALLOWED', `This site does not accept calls from ${caller.origin}.`);
    }
    caller.allowOrigin();
    return site;
  }

  // The answer to a tab's first identify may be lost; sent again, it must not make a second visitor.
  private async visitorOfTab(siteId: string, tabId: string): Promise<KnownVisitor | null> {
    const visitorId = await this.tryPresence(() => this.firsts.find(siteId, tabId));
    return visitorId ? { siteId, visitorId, person: null } : null;
  }

  private async authenticate(call: TokenCall, caller: WidgetCaller): Promise<VisitorTokenClaims> {
    const claims = this.tokens.read(call.visitorToken);
    if (claims) this.requireOrigin(claims, caller);
    const refusal = await this.limits.refusalOf(caller, claims?.visitorId ?? null);
    if (refusal) throw refusal;
    if (!claims) throw UserProblem.of('VISITOR_TOKEN_INVALID', 'Identify again.', 'visitorToken');
    if (claims.expiresAtMs <= this.sessions.nowMs()) {
      throw UserProblem.of('VISITOR_TOKEN_EXPIRED', 'Identify again to renew the token.', 'visitorToken');
    }
    // Identify asks PostgreSQL; what comes here may meet a Redis that has lost its memory.
    if (this.refused.has(claims.visitorId)) throw visitorForgotten();
    requireTabId(call.tabId);
    return claims;
  }

  // The origin was checked against the site when the token was made; so no heartbeat has to read the site.
  private requireOrigin(claims: VisitorTokenClaims, caller: WidgetCaller): void {
    if (caller.origin !== null && caller.origin !== claims.origin) {
      throw UserProblem.of('ORIGIN_NOT_ALLOWED', `This token was not made for ${caller.origin}.`);
    }
    caller.allowOrigin();
  }

  // The same tab now belongs to somebody else: the light of who it was goes out.
  private async leaveOldSelf(known: VisitorRef, call: TabCall): Promise<void> {
    await this.tryPresence(() => this.sessions.leave({ ...sessionOf(call, known), graceMs: 0 }));
  }

  /** Refuses a session that has ended and a visitor who was erased; absorbs a Redis that does not answer. */
  private async touch(touch: Touch): Promise<{ nowMs: number; pageSinceMs: number | null }> {
    const touched = await this.tryPresence(() => this.sessions.touch(touch));
    if (touched?.status === 'FORGOTTEN') throw visitorForgotten();
    if (touched?.status === 'ENDED') {
      throw UserProblem.of('SESSION_ENDED', 'This tab has said goodbye. Identify with a new tabId.', 'tabId');
    }
    return touched ?? { nowMs: this.sessions.nowMs(), pageSinceMs: null };
  }

  private async tryPresence<T>(act: () => Promise<T>): Promise<T | null> {
    try {
      const result = await act();
      this.presenceOutage.worked();
      return result;
    } catch (err) {
      this.presenceOutage.failed(err);
      return null;
    }
  }

  // When PostgreSQL is away the end of presence waits in Redis, where the script has put it.
  private async storeLastSeen(visitor: VisitorRef, lastSeenAt: Date): Promise<void> {
    try {
      await within(WRITE_PATIENCE_MS, this.visitors.seenUntil({ ...visitor, lastSeenAt }), 'PostgreSQL');
    } catch (err) {
      this.log.warn({ err, visitorId: visitor.visitorId }, 'last_seen_not_stored');
    }
  }

  private nextHeartbeatSeconds(isVisible: boolean): number {
    return (isVisible ? this.timings.heartbeatVisibleMs : this.timings.heartbeatHiddenMs) / 1_000;
  }
}

function isAllowed({ origin }: WidgetCaller, { allowedOrigins }: Site): boolean {
  return origin === null || isAllowedOrigin(origin, allowedOrigins);
}

// An expired token still says who it was; identify is what renews it.
function knownVisitor(claims: VisitorTokenClaims | null, siteId: string): KnownVisitor | null {
  return claims?.siteId === siteId ? claims : null;
}

function sessionOf(call: TabCall, { siteId, visitorId }: VisitorRef) {
  return { siteId, visitorId, tabId: call.tabId, seq: call.seq ?? null };
}

// What is told as null is told as well: it takes away what was known.
function isDescribed({ displayName, email, avatarUrl, traits }: IdentifyCall): boolean {
  return [displayName, email, avatarUrl, traits].some((value) => value !== undefined);
}

function requireTabId(tabId: string): void {
  if (TAB_ID.test(tabId)) return;
  throw UserProblem.of('INVALID', 'tabId must be 8 to 64 characters of A-Z, a-z, 0-9, _ and -.', 'tabId');
}
