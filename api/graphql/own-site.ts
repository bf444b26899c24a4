import { UserProblem } from '../user-problem';
import { chosenSite } from './chosen-site';
import type { Credential } from './credential';

/** The site a mutation is about, as {@link chosenSite} says. Throws UserProblem when it is not one of the credential's. */
export function ownSite(credential: Credential | null, siteId: string | null | undefined): string {
  const site = chosenSite(credential, siteId);
  if (!site) throw UserProblem.of('NOT_FOUND', 'None of your sites has this id.', 'siteId');
  return site;
}
