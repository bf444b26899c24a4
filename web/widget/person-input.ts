import { httpUrl } from './http-url';
import type { Person } from './porchlight-api';

/** A person in the words of the contract. */
export interface PersonInput {
  externalId?: string;
  displayName?: string;
  email?: string;
  avatarUrl?: string;
  traits?: Record<string, unknown>;
  identitySignature?: string;
}

/** The {@link PersonInput} of a person as JSON, which also makes it a copy. What was not told is left out. */
export function personInput({ id, name, email, avatar, traits, signature }: Person): string {
  return JSON.stringify({
    externalId: id && `${id}`,
    displayName: name,
    email,
    avatarUrl: httpUrl(avatar),
    traits,
    identitySignature: signature,
  });
}
