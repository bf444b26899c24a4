import { identitySignature } from '../gateway/identity-signature';
import type { IdentifyCall } from '../gateway/calls';
import { IdentityVerification } from '../sites/identity-verification';
import { startCaseNode, type CaseNode } from '../testing/case-node';
import { createTenant } from '../testing/test-node';
import { whatIsStored } from '../testing/what-is-stored';

const TAB = 'tab-aaaaaaaa';
const EMAIL = 'a@x.test';

describe('nobody becomes somebody else', () => {
  let node: CaseNode;
  let secret: string;
  beforeAll(async () => {
    node = await startCaseNode();
    secret = (await node.services.sites.rotateIdentitySecret(node.site.id, 0))!;
  });
  afterAll(() => node.close());
  beforeEach(() => demand(IdentityVerification.OFF));

  const demand = (identityVerification: IdentityVerification) =>
    node.services.sites.update(node.site.id, { identityVerification });
  const signed = (externalId: string, by = secret) => ({
    externalId,
    identitySignature: identitySignature(externalId, by),
  });
  const open = (input: Partial<IdentifyCall> = {}) => node.identify({ tabId: TAB, ...input });
  const refusalOf = async (input: Partial<IdentifyCall>) => {
    const { data } = await node.send('identify', { tabId: TAB, ...input });
    const { visitor, userErrors } = data['identify'] as { visitor: unknown; userErrors: { code: string }[] };
    expect(visitor).toBeNull();
    return userErrors.map(({ code }) => code);
  };
  const look = async (id: string) => (await node.services.visitors.findById([node.site.id], id))!;
  const byExternalId = (externalId: string) =>
    node.ask<{ visitorByExternalId: { id: string; isVerified: boolean } | null }>(
      'query ($externalId: String!) { visitorByExternalId(externalId: $externalId) { id isVerified } }',
      { externalId },
    );

  it('case 58: where signatures are required, a claimed id is refused, its owner is untouched and nobody comes online', async () => {
    await demand(IdentityVerification.REQUIRED);
    await open({ ...signed('c58'), tabId: 'tab-of-owner', displayName: 'Owner' });
    const before = await whatIsStored(node);

    expect(await refusalOf({ externalId: 'c58', displayName: 'Evil' })).toEqual([
      'IDENTITY_SIGNATURE_REQUIRED',
    ]);

    expect(await whatIsStored(node)).toEqual(before);
  });

  it('case 58: where signatures are required, anonymous presence goes on', async () => {
    await demand(IdentityVerification.REQUIRED);

    const { visitor, visitorToken } = await open({ page: { url: 'https://acme.test/' } });
    await node.heartbeat({ visitorToken, tabId: TAB });

    expect(await node.isOnline(visitor.id)).toBe(true);
  });

  describe('every way to name or describe somebody', () => {
    it.each<[string, Partial<IdentifyCall>]>([
      ['an external id', { externalId: 'c59' }],
      ['a name', { displayName: 'Evil' }],
      ['an e-mail address', { email: 'evil@x.test' }],
      ['a picture', { avatarUrl: 'https://evil.test/a.png' }],
      ['traits', { traits: { plan: 'free' } }],
      ['no name any more', { displayName: null }],
      ['a signature of nothing', { displayName: 'Evil', identitySignature: '0'.repeat(64) }],
    ])(
      'case 59: %s without a signature is refused, also to a browser known as the owner',
      async (_, claim) => {
        await demand(IdentityVerification.REQUIRED);
        const owner = await open({ ...signed('c59'), displayName: 'Owner', email: EMAIL });

        expect(await refusalOf(claim)).toEqual(['IDENTITY_SIGNATURE_REQUIRED']);
        expect(await refusalOf({ ...claim, visitorToken: owner.visitorToken })).toEqual([
          'IDENTITY_SIGNATURE_REQUIRED',
        ]);

        expect(await look(owner.visitor.id)).toMatchObject({ displayName: 'Owner', email: EMAIL });
      },
    );

    it.each([IdentityVerification.OPTIONAL, IdentityVerification.REQUIRED])(
      'case 59: a wrong signature is refused where it is %s',
      async (mode) => {
        await demand(mode);
        const foreign = (await createTenant(node, 'Globex')).site;
        const foreignSecret = (await node.services.sites.rotateIdentitySecret(foreign.id, 0))!;
        const { identitySignature: ofOther } = signed('c59-other');
        const before = await whatIsStored(node);

        for (const claim of [
          signed('c59', foreignSecret),
          { externalId: 'c59', identitySignature: ofOther },
          { ...signed('C59'), externalId: 'c59' },
          { externalId: 'c59', identitySignature: 'nonsense' },
        ]) {
          expect(await refusalOf({ ...claim, email: EMAIL })).toEqual(['IDENTITY_SIGNATURE_INVALID']);
        }

        expect(await whatIsStored(node)).toEqual(before);
      },
    );

    it('case 59: a browser left signed in changes nothing about the verified person without a signature', async () => {
      await demand(IdentityVerification.OPTIONAL);
      const anonymous = await open();
      const owner = await open({
        ...signed('c59-shared'),
        visitorToken: anonymous.visitorToken,
        displayName: 'Owner',
      });

      for (const { visitorToken } of [anonymous, owner]) {
        await open({ visitorToken, displayName: 'Evil', email: 'evil@x.test', traits: { plan: 'free' } });
      }

      expect(owner.visitor.id).toBe(anonymous.visitor.id);
      expect(await look(owner.visitor.id)).toMatchObject({
        displayName: 'Owner',
        email: null,
        traits: null,
        isVerified: true,
      });
    });
  });

  it('case 60: two ids with one e-mail address are two visitors, verified or not', async () => {
    await demand(IdentityVerification.OPTIONAL);
    const calls = [signed('c60-1'), signed('c60-2'), { externalId: 'c60-1' }, { externalId: 'c60-2' }, {}];

    const ids: string[] = [];
    for (const call of calls) ids.push((await open({ ...call, email: EMAIL })).visitor.id);

    expect(new Set(ids).size).toBe(5);
  });

  it('case 61: a claimed person who then proves it is somebody else; the claimed one’s light goes out', async () => {
    await demand(IdentityVerification.OPTIONAL);
    const claimed = await open({ externalId: 'c61', displayName: 'Claimed' });

    const verified = await open({ ...signed('c61'), visitorToken: claimed.visitorToken });

    expect(verified.visitor.id).not.toBe(claimed.visitor.id);
    expect(await node.isOnline(claimed.visitor.id)).toBe(false);
    expect(await look(verified.visitor.id)).toMatchObject({ isVerified: true, displayName: null });
    expect(await look(claimed.visitor.id)).toMatchObject({ isVerified: false, displayName: 'Claimed' });
    expect(await byExternalId('c61')).toEqual({
      visitorByExternalId: { id: verified.visitor.id, isVerified: true },
    });
  });

  it('case 63: a token of one site opens nothing on another, and its beats stay where they belong', async () => {
    const theirs = (await createTenant(node, 'Initech')).site;
    const { visitor, visitorToken } = await node.identify({ siteKey: theirs.key, tabId: TAB });
    const ours = await open({ visitorToken });

    await node.heartbeat({ visitorToken, tabId: 'tab-of-theirs' });

    expect(ours.visitor.id).not.toBe(visitor.id);
    const sessions = await Promise.all(
      [
        { siteId: theirs.id, visitorId: visitor.id },
        { siteId: node.site.id, visitorId: ours.visitor.id },
        { siteId: node.site.id, visitorId: visitor.id },
      ].map(async (ref) => (await node.services.sessions.getManyPresence([ref], 'sessions'))[0]!.sessions),
    );
    expect(sessions.map((of) => of?.map(({ tabId }) => tabId).sort())).toEqual([
      [TAB, 'tab-of-theirs'],
      [TAB],
      [],
    ]);
  });

  it('case 65: after a goodbye, whoever opens a page without the token is somebody new and the last one is offline', async () => {
    await demand(IdentityVerification.OPTIONAL);
    const last = await open({ ...signed('c65'), displayName: 'Last' });
    await node.disconnect({ visitorToken: last.visitorToken, tabId: TAB });

    const next = await open({ tabId: 'tab-of-the-next' });

    expect(next.visitor.id).not.toBe(last.visitor.id);
    expect(await node.isOnline(last.visitor.id)).toBe(false);
    expect(await look(next.visitor.id)).toMatchObject({ externalId: null, displayName: null });
  });

  it('[X-21] a site that does not verify ignores signatures and verifies nobody', async () => {
    const right = await open(signed('off'));
    const wrong = await open({ externalId: 'off', identitySignature: 'nonsense' });

    expect(wrong.visitor.id).toBe(right.visitor.id);
    expect(await look(right.visitor.id)).toMatchObject({ isVerified: false });
  });

  it('[X-21] after a rotation the secret before signs until its grace is over', async () => {
    await demand(IdentityVerification.REQUIRED);
    const before = secret;
    secret = (await node.services.sites.rotateIdentitySecret(node.site.id, 3_600_000))!;

    const old = await open(signed('rotated', before));
    const fresh = await open(signed('rotated'));
    expect(fresh.visitor.id).toBe(old.visitor.id);
    secret = (await node.services.sites.rotateIdentitySecret(node.site.id, 0))!;

    expect(await refusalOf(signed('rotated', before))).toEqual(['IDENTITY_SIGNATURE_INVALID']);
  });

  it('[X-24] identifying as somebody tells nothing about them', async () => {
    await demand(IdentityVerification.OPTIONAL);
    await open({ ...signed('known'), displayName: 'Known' });

    const { data, errors } = await node.send('identify', { tabId: TAB, externalId: 'known' });

    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).not.toContain('Known');
  });

  it('lists of visitors can be narrowed to the verified ones', async () => {
    await demand(IdentityVerification.OPTIONAL);
    const verified = await open(signed('list'));
    const claimed = await open({ externalId: 'list' });
    const list = async (isVerified: boolean) => {
      const { visitors } = await node.ask<{ visitors: { nodes: { id: string; isVerified: boolean }[] } }>(
        'query ($isVerified: Boolean) { visitors(first: 100, filter: { isVerified: $isVerified }) { nodes { id isVerified } } }',
        { isVerified },
      );
      expect(visitors.nodes.every((visitor) => visitor.isVerified === isVerified)).toBe(true);
      return visitors.nodes.map(({ id }) => id);
    };

    expect(await list(true)).toEqual(expect.arrayContaining([verified.visitor.id]));
    expect(await list(false)).toEqual(expect.arrayContaining([claimed.visitor.id]));
  });
});
