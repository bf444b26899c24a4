import type { Person } from './person';

/** A person in the words of the contract. */
export interface PersonInput {
  externalId?: string;
  displayName?: string;
  email?: string;
  traits?: Record<string, unknown>;
}

/** The {@link PersonInput} of a person as JSON, which also makes it a copy. Traits that are not flat are left out. */
export function personInput({ id, name, email, traits }: Person): string {
  const input = { externalId: id && `${id}`, displayName: name, email, traits };
  return JSON.stringify(input, (key, value: unknown) =>
    key && key !== 'traits' && Object(value) === value ? undefined : value,
  );
}
