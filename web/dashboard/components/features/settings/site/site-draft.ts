import type { IdentityVerification, SiteSettingsFragment } from '../../../../../generated/settings/graphql';

/** The settings of a site as they stand in the form. */
export interface SiteDraft {
  readonly name: string;
  /** One a line. */
  readonly origins: string;
  /** One a line. */
  readonly parameters: string;
  readonly keepsUrlFragment: boolean;
  readonly identityVerification: IdentityVerification;
  readonly graceSeconds: string;
  readonly retentionDays: string;
}

/** The form as it stands when nothing was changed. */
export function siteDraft({ name, settings }: SiteSettingsFragment): SiteDraft {
  return {
    name,
    origins: settings.allowedOrigins.join('\n'),
    parameters: settings.keptUrlParameters.join('\n'),
    keepsUrlFragment: settings.keepsUrlFragment,
    identityVerification: settings.identityVerification,
    graceSeconds: String(settings.goodbyeGraceSeconds),
    retentionDays: String(settings.retentionDays),
  };
}
