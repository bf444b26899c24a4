import type { AuditLog } from '../audit-log/audit-log';
import type { Log } from '../log';
import type { SiteEraser } from '../realtime-session/site-eraser';
import type { Site } from '../sites/site.entity';
import type { SitesService } from '../sites/sites.service';
import { UserProblem } from '../user-problem';
import { apiError } from './api-error';
import { auditActor } from './audit-actor';
import type { Credential } from './credential';
import type {
  CreateSiteInput,
  DeleteSiteInput,
  RotateIdentitySecretInput,
  UpdateSiteInput,
} from './inputs/site-inputs';
import { ownSite } from './own-site';
import { checkSettings } from './site-settings-check';

const HOUR_MS = 3_600_000;
const LONGEST_GRACE_HOURS = 30 * 24;

/** Making sites, changing and erasing them. */
export class SiteActions {
  constructor(
    private readonly sites: SitesService,
    private readonly eraser: SiteEraser,
    private readonly audit: AuditLog,
    private readonly log: Log,
  ) {}

  /** The agent who makes a site is its first member. */
  async create(input: CreateSiteInput, credential: Credential | null) {
    const { name = '', allowedOrigins } = checkSettings(input);
    const actor = auditActor(credential);
    const site = await this.sites.create(
      { name, allowedOrigins, founderId: actor.id },
      ({ id: siteId }, transaction) =>
        this.audit.record({ siteId, actor, action: 'createSite', subject: name }, transaction),
    );
    return { site };
  }

  async update({ siteId, ...settings }: UpdateSiteInput, credential: Credential | null) {
    const actor = auditActor(credential);
    const site = await this.sites.update(
      ownSite(credential, siteId),
      checkSettings(settings),
      ({ site: { id }, changed }, transaction) =>
        this.audit.record(
          { siteId: id, actor, action: 'updateSite', subject: changed.join(', ') },
          transaction,
        ),
    );
    return { site: site ?? notFound() };
  }

  async delete({ siteId, confirmName }: DeleteSiteInput, credential: Credential | null) {
    const site = await this.sites.findById(ownSite(credential, siteId));
    if (!site) notFound();
    if (site.name !== confirmName) {
      throw UserProblem.of('INVALID', 'confirmName must be the name of the site.', 'confirmName');
    }
    await this.erase(site);
    // Its audit log went with it, so this is where the act can be found.
    this.log.info({ siteId: site.id, actorId: auditActor(credential).id }, 'site_deleted');
    return { deletedSiteId: site.id };
  }

  async rotateIdentitySecret(
    { siteId, graceHours }: RotateIdentitySecretInput,
    credential: Credential | null,
  ) {
    const id = ownSite(credential, siteId);
    const hours = graceHours ?? 24;
    if (hours < 0 || hours > LONGEST_GRACE_HOURS) {
      throw UserProblem.of('INVALID', `graceHours must be 0 to ${LONGEST_GRACE_HOURS}.`, 'graceHours');
    }
    const entry = { siteId: id, actor: auditActor(credential), action: 'rotateIdentitySecret' } as const;
    const secret = await this.sites.rotateIdentitySecret(id, hours * HOUR_MS, (_, transaction) =>
      this.audit.record({ ...entry, subject: `grace of ${hours} h` }, transaction),
    );
    return { secret: secret ?? notFound() };
  }

  // Redis first: from then on nobody of the site can come, so nothing is written behind the back of the second step.
  private async erase({ id }: Site): Promise<void> {
    await this.eraser.erase(id).catch((error: Error) => {
      const message = 'The presence of the site cannot be erased at the moment; nothing was erased.';
      throw apiError('PRESENCE_UNAVAILABLE', message, error);
    });
    try {
      await this.sites.delete(id);
    } catch (error) {
      await this.eraser.restore(id);
      throw error;
    }
  }
}

function notFound(): never {
  throw UserProblem.of('NOT_FOUND', 'None of your sites has this id.', 'siteId');
}
