import type { DataSource } from 'typeorm';
import { AgentsService } from './agents/agents.service';
import { SignInLimits } from './agents/sign-in-limits';
import { ApiKeysService } from './api-keys/api-keys.service';
import { AuditLog } from './audit-log/audit-log';
import { EventsGateway } from './gateway/events.gateway';
import { ExpirySweeper } from './gateway/expiry-sweeper';
import { InstallationWatch } from './gateway/installation-watch';
import { LastSeenCheckpoint } from './gateway/last-seen-checkpoint';
import { LastSeenWriter } from './gateway/last-seen-writer';
import { Retention } from './gateway/retention';
import { RefusedVisitors } from './gateway/refused-visitors';
import { VisitorForgetter } from './gateway/visitor-forgetter';
import { VisitorTokens } from './gateway/visitor-token';
import { WidgetLimits } from './gateway/widget-limits';
import type { Log } from './log';
import { EndsOfPresence } from './realtime-session/ends-of-presence';
import { FirstIdentifies } from './realtime-session/first-identifies';
import { Installations } from './realtime-session/installations';
import { OnlineBeats } from './realtime-session/online-beats';
import { OnlineHistory } from './realtime-session/online-history';
import { PresenceChanges } from './realtime-session/presence-changes';
import { PresenceScripts, type PresenceTimings } from './realtime-session/presence-scripts';
import { RealtimeSessionService } from './realtime-session/realtime-session.service';
import { SiteEraser } from './realtime-session/site-eraser';
import { VisitorEraser } from './realtime-session/visitor-eraser';
import type { RedisClient } from './redis/connect-redis';
import { SitesService } from './sites/sites.service';
import { ForgottenVisitors } from './visitors/forgotten-visitors';
import { PersonHashes } from './visitors/person-hashes';
import { RateLimits } from './rate-limits/rate-limits';
import type { Limits, Timings } from './config';
import { VisitorRoster } from './visitors/visitor-roster';
import { VisitorsService } from './visitors/visitors.service';

export interface ServiceParts {
  readonly dataSource: DataSource;
  readonly commands: RedisClient;
  readonly subscriber: RedisClient;
  readonly secret: string;
  readonly timings: PresenceTimings & Timings;
  readonly limits: Limits;
  readonly log: Log;
  /** Moves Redis's clock for this node; left out outside tests. */
  readonly clockOffsetMs?: () => number;
}

export type Services = ReturnType<typeof createServices>;

/** Everything below the door, put together. Starts nothing. */
export function createServices(parts: ServiceParts) {
  const { dataSource, commands, subscriber, secret, timings, limits, log, clockOffsetMs } = parts;
  const scripts = new PresenceScripts(commands, timings, clockOffsetMs);
  const sessions = new RealtimeSessionService(scripts, timings, log);
  const changes = new PresenceChanges(commands, subscriber, log);
  const visitors = new VisitorsService(dataSource);
  const sites = new SitesService(dataSource);
  const agents = new AgentsService(dataSource, {
    idleMs: timings.agentSessionIdleMs,
    maxMs: timings.agentSessionMaxMs,
  });
  const apiKeys = new ApiKeysService(dataSource);
  const tokens = new VisitorTokens(secret, timings.visitorTokenMs);
  const firsts = new FirstIdentifies(commands, timings.redisReadDeadlineMs);
  const hashes = new PersonHashes(secret);
  const rateLimits = new RateLimits({
    redis: commands,
    limits,
    patienceMs: timings.rateLimitPatienceMs,
    clockOffsetMs,
  });
  const widgetLimits = new WidgetLimits(rateLimits);
  const forgotten = new ForgottenVisitors(dataSource);
  const refused = new RefusedVisitors(forgotten, timings, log);
  const gateway = new EventsGateway(
    sessions,
    visitors,
    sites,
    tokens,
    firsts,
    hashes,
    refused,
    widgetLimits,
    timings,
    log,
  );
  const installations = new Installations(commands, scripts, timings.redisReadDeadlineMs);
  const writer = new LastSeenWriter(new EndsOfPresence(commands), visitors, log);
  const beats = new OnlineBeats(commands);
  const checkpoint = new LastSeenCheckpoint(sessions, beats, visitors, log);
  const eraser = new VisitorEraser(scripts, commands, timings.visitorTokenMs);
  const forgetter = new VisitorForgetter(forgotten, eraser, beats, hashes, refused, log);
  const sweeper = new ExpirySweeper(sessions, writer, checkpoint, forgetter, timings.sweepMs, log);
  return {
    sessions,
    changes,
    history: new OnlineHistory(commands),
    visitors,
    roster: new VisitorRoster(dataSource),
    sites,
    siteEraser: new SiteEraser(commands, timings.visitorTokenMs),
    agents,
    signInLimits: new SignInLimits(commands, timings.redisReadDeadlineMs),
    apiKeys,
    audit: new AuditLog(dataSource),
    rateLimits,
    gateway,
    forgotten,
    refused,
    forgetter,
    retention: new Retention(dataSource, sites, forgotten, forgetter, sessions, log),
    widgetGateway: new InstallationWatch({ gateway, installations, sites, tokens }),
    installations,
    sweeper,
  };
}
