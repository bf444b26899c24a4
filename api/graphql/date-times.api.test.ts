import { callApi } from '../testing/api-client';
import { signIn } from '../testing/sign-in';
import { startTestNode, type TestNode } from '../testing/test-node';

const CREATE = `mutation ($at: DateTime) { createApiKey(input: { name: "x", scopes: [VISITORS_READ], expiresAt: $at }) {
  apiKey { expiresAt } userErrors { code } } }`;

describe('an instant', () => {
  let node: TestNode;
  let headers: Record<string, string>;

  beforeAll(async () => {
    node = await startTestNode();
    headers = await signIn(node.url, node.agent);
  });
  afterAll(() => node.close());

  it.each([
    ['2999-11-25T00:00:00+02:00', '2999-11-24T22:00:00.000Z'],
    ['2999-11-25T10:00:00.1239Z', '2999-11-25T10:00:00.123Z'],
  ])('%s is kept as %s', async (given, kept) => {
    const { data, errors } = await callApi(node.url, CREATE, { at: given }, headers);

    expect(errors).toBeUndefined();
    expect(data['createApiKey']).toEqual({ apiKey: { expiresAt: kept }, userErrors: [] });
  });

  it.each(['2999-11-25', '2999-13-01T00:00:00Z', '2999-11-25T00:00:00', 32_503_680_000_000, true])(
    '%p is refused, as a variable and in the document',
    async (given) => {
      const asVariable = await callApi(node.url, CREATE, { at: given }, headers);
      const document = CREATE.replace('($at: DateTime)', '').replace('$at', JSON.stringify(given));
      const inDocument = await callApi(node.url, document, {}, headers);

      const refusals = [asVariable, inDocument].map(({ status, errors }) => [
        status,
        errors?.map(({ extensions }) => extensions['code']),
      ]);
      expect(refusals).toEqual([
        [400, ['BAD_USER_INPUT']],
        [400, ['GRAPHQL_VALIDATION_FAILED']],
      ]);
    },
  );
});
