import type { UpdateSiteInput } from '../../../../../generated/settings/graphql';
import { entriesOf } from './entries-of';
import type { SiteDraft } from './site-draft';

type Told = Required<Omit<UpdateSiteInput, 'siteId'>>;

/** What the draft changes, and no more, so that two admins who change different things do not undo each other. */
export function siteChanges(draft: SiteDraft, saved: SiteDraft): Partial<Told> {
  const before = told(saved);
  const changes = Object.entries(told(draft)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Told]),
  );
  return Object.fromEntries(changes);
}

function told(draft: SiteDraft): Told {
  return {
    name: draft.name.trim(),
    allowedOrigins: entriesOf(draft.origins).map(({ text }) => text),
    keptUrlParameters: entriesOf(draft.parameters).map(({ text }) => text),
    keepsUrlFragment: draft.keepsUrlFragment,
    identityVerification: draft.identityVerification,
    goodbyeGraceSeconds: Number(draft.graceSeconds),
    retentionDays: Number(draft.retentionDays),
  };
}
