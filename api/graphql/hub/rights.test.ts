import { ApiScope } from '../../access';
import { AgentRole } from '../../agents/agent-role';
import type { Credential } from '../credential';
import { rightsOf } from './rights';

const agent = (id: string, role: AgentRole, siteIds = ['s1']) =>
  ({ kind: 'AGENT', agent: { id, role, email: `${id}@acme.test` }, siteIds }) as unknown as Credential;
const key = (id: string, scopes: ApiScope[], siteIds = ['s1']) =>
  ({ kind: 'API_KEY', apiKey: { id, scopes, name: id }, siteIds }) as unknown as Credential;
const { VISITORS_READ, VISITORS_PII_READ } = ApiScope;

describe('the rights that callers share', () => {
  it('are the same for callers who may see the same', () => {
    const [one, other] = [
      agent('a', AgentRole.ADMIN, ['s1', 's2']),
      agent('b', AgentRole.ADMIN, ['s2', 's1']),
    ];

    expect(rightsOf(one)).toEqual(rightsOf(other));
    expect(rightsOf(key('k', [VISITORS_READ, VISITORS_PII_READ])).key).toBe(
      rightsOf(key('l', [VISITORS_PII_READ, VISITORS_READ])).key,
    );
  });

  it.each<[string, Credential]>([
    ['role', agent('a', AgentRole.MEMBER)],
    ['site', agent('a', AgentRole.ADMIN, ['s2'])],
    ['number of sites', agent('a', AgentRole.ADMIN, ['s1', 's2'])],
    ['kind', key('k', Object.values(ApiScope))],
  ])('are others for another %s', (_name, other) => {
    expect(rightsOf(other).key).not.toBe(rightsOf(agent('a', AgentRole.ADMIN)).key);
  });

  it('are others for other scopes', () => {
    expect(rightsOf(key('k', [VISITORS_READ])).key).not.toBe(
      rightsOf(key('k', [VISITORS_READ, VISITORS_PII_READ])).key,
    );
  });

  it('hold nothing about the person or the key', () => {
    expect(JSON.stringify(rightsOf(agent('agent_1', AgentRole.ADMIN)))).not.toContain('agent_1');
    expect(JSON.stringify(rightsOf(key('key_1', [VISITORS_READ])))).not.toContain('key_1');
  });
});
