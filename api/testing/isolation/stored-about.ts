import { everythingStored } from '../everything-stored';
import type { TestNode } from '../test-node';
import type { Tenant } from './tenant';

/**
 * What is stored about the tenant, a line each: what has an id of theirs in it, or a word of theirs and nothing of the other
 * tenant, who may well use the same words; but for the note that a call was refused. For a quiet node only.
 */
export async function storedAbout(
  { ids, word, site }: Tenant,
  other: Tenant,
  node: TestNode,
): Promise<string[]> {
  const isTheirs = (line: string) =>
    [...ids, site.key].some((id) => line.includes(id)) ||
    (line.includes(word) && !line.includes(other.site.id));
  const isRefusal = (line: string) => line.includes(':installation ');
  return (await everythingStored(node)).filter((line) => isTheirs(line) && !isRefusal(line)).sort();
}
