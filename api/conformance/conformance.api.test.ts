import { untilPasses } from '../testing/until-passes';
import { startTestNode, type TestNode } from '../testing/test-node';
import { ALL_CASES } from './all-cases';

let node: TestNode;

beforeAll(async () => {
  node = await startTestNode();
});
afterAll(() => node.close());

describe.each(Object.entries(ALL_CASES))('%s', (_name, cases) => {
  it.each(cases)('$title', ({ run }) => run(node));
});

it('the audit is the whole of it', () => {
  expect(ALL_CASES['GraphQL over HTTP, the audit']).toHaveLength(61);
});

it('[X-11] no key that was sent, in the address or elsewhere, is in the log', () => {
  expect(JSON.stringify(node.events)).not.toContain(node.apiKey);
});

it('nothing of all this is followed any more', async () => {
  await untilPasses(() => Promise.resolve(expect(node.services.changes.followerCount).toBe(0)));
});
