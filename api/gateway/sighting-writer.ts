import type { Log } from '../log';
import { Outage } from '../outage';
import { isDatabaseAway } from '../postgres/is-database-away';
import type { Sighting } from '../visitors/sighting';
import type { SeenVisitor } from '../visitors/seen-visitor';
import { VisitorForgottenError } from '../visitors/visitor-forgotten-error';
import type { VisitorsService } from '../visitors/visitors.service';
import { UserProblem } from '../user-problem';
import { within } from '../within';
import { visitorForgotten } from './visitor-forgotten';
import { personMark } from './visitor-token';
import type { VisitorRef } from '../realtime-session/presence';

/** Who a token, or a tab that was heard a moment ago, says it is. */
export interface KnownVisitor extends VisitorRef {
  /** Mark of the person; null when anonymous. */
  readonly person: string | null;
}

/** What PostgreSQL calls a row whose site is not there. */
const NO_SUCH_SITE = '23503';
/** A visitor whose token says who they are waits no longer than this for PostgreSQL. */
const PATIENCE_MS = 2_000;

/** Stores what identify tells. While PostgreSQL is away, those whom it can tell apart without it are let through. */
export class SightingWriter {
  private readonly outage: Outage;

  constructor(
    private readonly visitors: VisitorsService,
    log: Log,
  ) {
    this.outage = new Outage(log, 'visitor_store');
  }

  /**
   * The visitor, stored. Null when PostgreSQL is away and the token is proof enough: their last-seen follows with the next
   * checkpoint or goodbye, what was told about them does not. Rejects for anybody else while PostgreSQL is away,
   * and with UserProblem when the site or the visitor was erased.
   */
  async store(sighting: Sighting, known: KnownVisitor | null): Promise<SeenVisitor | null> {
    try {
      const seen = this.visitors.identify(sighting);
      const result = await (isProvedBy(known, sighting) ? within(PATIENCE_MS, seen, 'PostgreSQL') : seen);
      this.outage.worked();
      return result;
    } catch (err) {
      // Erased on another node a moment ago, and still remembered here.
      if ((err as { code?: unknown }).code === NO_SUCH_SITE) {
        throw UserProblem.of('SITE_UNKNOWN', 'No site has this siteKey.', 'siteKey');
      }
      if (err instanceof VisitorForgottenError) throw visitorForgotten();
      if (!isDatabaseAway(err)) throw err;
      this.outage.failed(err);
      if (!isProvedBy(known, sighting)) throw err;
      return null;
    }
  }
}

// Who signs in or changes hands has to be looked up first.
function isProvedBy(known: KnownVisitor | null, { externalId, isVerified = false }: Sighting): boolean {
  return known !== null && (externalId === null || personMark(externalId, isVerified) === known.person);
}
