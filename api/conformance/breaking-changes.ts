import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

/**
 * What would break for somebody whose program is written to the schema `promised`, a sentence each: a member that is gone or
 * renamed, an output that may be null now, an input that has to be given now. What was added breaks nothing.
 */
export async function breakingChanges(promised: string, offered: string): Promise<string[]> {
  const changes = await diff(buildSchema(promised), buildSchema(offered));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message }) => message);
}
