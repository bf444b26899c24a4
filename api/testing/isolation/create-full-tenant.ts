import { ApiScope } from '../../access';
import { AgentRole } from '../../agents/agent-role';
import { identitySignature } from '../../gateway/identity-signature';
import { IdentityVerification } from '../../sites/identity-verification';
import { callApi } from '../api-client';
import { signIn } from '../sign-in';
import { createTenant, type TestNode } from '../test-node';
import type { Tenant } from './tenant';

const PASSWORD = 'correct horse battery staple';
// Whoever does not look like a browser is taken for a bot, and left out of lists.
const BROWSER = 'Mozilla/5.0 (X11; Linux x64; rv:143.0) Gecko/20100101 Firefox/143.0';
const tabOf = (word: string, number: number) => `tab-${word}-${number}`;
const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) {
  visitorToken visitor { id } userErrors { code message } } }`;
const POSITIONS = `{
  visitors(first: 1) { presenceCursor pageInfo { endCursor } }
  byName: visitors(first: 1, sort: NAME_ASC) { pageInfo { endCursor } }
  presenceChanges(first: 1) { nodes { id } pageInfo { endCursor } } }`;

/** A tenant with agents, keys, visitors who are online, changes and cursors; what it was given all holds the word. */
export async function createFullTenant(node: TestNode, word: string): Promise<Tenant> {
  const { site, agent } = await createTenant(node, word);
  const origin = `https://${word}.test`;
  await node.services.sites.update(site.id, {
    allowedOrigins: [origin],
    identityVerification: IdentityVerification.OPTIONAL,
  });
  const member = await addMember(node, site.id, word);
  const admin = await signIn(node.url, agent);
  const keys = await createKeys(node, site.id, word);
  const people = await arrive(node, site.id, site.key, word);
  const found = await callApi(node.url, POSITIONS, {}, admin);
  const [spareKeyId, adminId] = [keys.spareId, (await node.services.agents.listOfSite(site.id))[0]!.id];
  const changeId = found.data['presenceChanges'].nodes[0].id as string;
  const cursors = [
    found.data['visitors'].pageInfo.endCursor,
    found.data['byName'].pageInfo.endCursor,
    found.data['visitors'].presenceCursor,
    found.data['presenceChanges'].pageInfo.endCursor,
    await recordedAct(node, site.id, adminId),
  ] as string[];
  const ids = [site.id, people.visitor.id, people.anonymousId, adminId, member.id, spareKeyId, changeId];
  const marks = [word, site.key, people.visitor.token, ...ids, ...cursors];
  if (!marks.every(Boolean)) throw new Error(`Something of the tenant is missing: ${JSON.stringify(marks)}`);
  return {
    site,
    origin,
    word,
    visitor: people.visitor,
    agentEmails: [agent.email, member.email],
    memberId: member.id,
    spareKeyId,
    ids,
    cursors,
    marks,
    callers: {
      'a page of the site': { origin, 'user-agent': BROWSER },
      'an admin': admin,
      'a member': await signIn(node.url, { email: member.email, password: PASSWORD }),
      ...keys.callers,
    },
  };
}

async function recordedAct({ services }: TestNode, siteId: string, agentId: string) {
  const actor = { id: agentId, name: 'An admin' };
  await services.audit.record({ siteId, actor, action: 'updateSite' });
  return (await services.audit.list(siteId, 1, null))![0]!.id;
}

async function addMember({ services }: TestNode, siteId: string, word: string) {
  const email = `${word}-member@example.com`;
  const role = AgentRole.MEMBER;
  const { agent } = await services.agents.create({
    email,
    displayName: `${word} member`,
    role,
    password: PASSWORD,
  });
  await services.sites.addAgent(siteId, agent.id);
  return agent;
}

async function createKeys({ services }: TestNode, siteId: string, word: string) {
  const create = (scopes: ApiScope[]) =>
    services.apiKeys.create({ siteId, name: `${word} key`, scopes, expiresAt: null });
  const callers: Record<string, Record<string, string>> = {};
  for (const scope of Object.values(ApiScope)) {
    callers[`a key for ${scope}`] = { authorization: `Bearer ${(await create([scope])).secret}` };
  }
  callers['a key for everything'] = {
    authorization: `Bearer ${(await create(Object.values(ApiScope))).secret}`,
  };
  return { callers, spareId: (await create([ApiScope.VISITORS_READ])).apiKey.id };
}

async function arrive({ services, url }: TestNode, siteId: string, siteKey: string, word: string) {
  const identify = async (input: object) => {
    const page = { url: `https://${word}.test/${word}-page`, title: `${word} title` };
    const told = { siteKey, page, ...input };
    const { data } = await callApi(
      url,
      IDENTIFY,
      { input: told },
      { origin: `https://${word}.test`, 'user-agent': BROWSER },
    );
    const { visitor, visitorToken, userErrors } = data['identify'];
    if (!visitor) throw new Error(JSON.stringify(userErrors));
    return { id: visitor.id as string, token: visitorToken as string };
  };
  const externalId = `${word}-maria`;
  const [secret] = await services.sites.readIdentitySecrets(siteId);
  const signature = identitySignature(externalId, secret!);
  const known = await identify({
    tabId: tabOf(word, 1),
    externalId,
    identitySignature: signature,
    displayName: `${word} Maria`,
    email: `${word}@example.com`,
    avatarUrl: `https://${word}.test/maria.png`,
    traits: { plan: `${word} plan` },
  });
  const { id: anonymousId } = await identify({ tabId: tabOf(word, 2) });
  return { visitor: { ...known, externalId, signature, tabId: tabOf(word, 1) }, anonymousId };
}
