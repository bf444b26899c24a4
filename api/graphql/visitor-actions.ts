import type { AuditLog } from '../audit-log/audit-log';
import { cleanProfile } from '../gateway/clean-profile';
import type { VisitorForgetter } from '../gateway/visitor-forgetter';
import type { Log } from '../log';
import type { RealtimeSessionService } from '../realtime-session/realtime-session.service';
import { UserProblem } from '../user-problem';
import type { ForgottenVisitors } from '../visitors/forgotten-visitors';
import type { VisitorsService } from '../visitors/visitors.service';
import { apiError } from './api-error';
import { auditActor } from './audit-actor';
import { isAdmin, type Credential } from './credential';
import type { ForgetVisitorInput, UpdateVisitorInput } from './inputs/visitor-inputs';

export interface VisitorActionsParts {
  readonly visitors: VisitorsService;
  readonly forgotten: ForgottenVisitors;
  readonly forgetter: VisitorForgetter;
  readonly sessions: RealtimeSessionService;
  readonly audit: AuditLog;
  readonly log: Log;
}

/** Changing and erasing visitors. */
export class VisitorActions {
  constructor(private readonly parts: VisitorActionsParts) {}

  /** What an agent says stands until the page says otherwise at an identify. */
  async update({ visitorId, ...told }: UpdateVisitorInput, credential: Credential | null) {
    const { displayName, email } = cleanProfile(told);
    const actor = auditActor(credential);
    const edited = await this.parts.visitors.updateProfile(
      credential?.siteIds ?? [],
      visitorId,
      { displayName, email, traits: told.traits },
      ({ siteId }, transaction) =>
        this.parts.audit.record({ siteId, actor, action: 'updateVisitor', subject: visitorId }, transaction),
    );
    if (!edited) notFound();
    const { visitor, isChanged } = edited;
    if (!isChanged) return { visitor };
    await this.parts.sessions
      .retell({ siteId: visitor.siteId, visitorId })
      .catch((err: unknown) => this.parts.log.warn({ err, visitorId }, 'change_not_told'));
    return { visitor };
  }

  /** Repeating it answers as the first time did. */
  async forget({ visitorId, suppressFuture }: ForgetVisitorInput, credential: Credential | null) {
    if (credential?.kind === 'AGENT' && !isAdmin(credential)) {
      throw apiError('FORBIDDEN', 'forgetVisitor needs an agent with the role ADMIN.');
    }
    const sites = credential?.siteIds ?? [];
    const visitor = await this.parts.visitors.findById(sites, visitorId);
    if (!visitor) {
      const note = (await this.parts.forgotten.findNote(sites, visitorId)) ?? notFound();
      return { forgottenVisitorId: visitorId, isComplete: note.hasLeftPresence };
    }
    const { siteId } = visitor;
    const entry = { siteId, actor: auditActor(credential), action: 'forgetVisitor' } as const;
    const forgotten = await this.parts.forgetter.forget({
      siteId,
      visitorId,
      mayReturn: suppressFuture === false,
      alongside: (ids, transaction) =>
        this.parts.audit.record({ ...entry, subject: ids.join(', ') }, transaction),
    });
    // Null when another call was faster; that one knows.
    return { forgottenVisitorId: visitorId, isComplete: forgotten?.isComplete ?? false };
  }
}

function notFound(): never {
  throw UserProblem.of('NOT_FOUND', 'No visitor of your sites has this id.', 'visitorId');
}
