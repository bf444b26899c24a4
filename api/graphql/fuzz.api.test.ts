import fc from 'fast-check';
import { answerProblem } from '../testing/fuzz/answer-problem';
import { Choices } from '../testing/fuzz/choices';
import { DocumentWriter, type WrittenRequest } from '../testing/fuzz/document-writer';
import { fuzzSettings } from '../testing/fuzz/fuzz-settings';
import { createFullTenant } from '../testing/isolation/create-full-tenant';
import type { Tenant } from '../testing/isolation/tenant';
import { converse } from '../testing/fuzz/converse';
import { writeBytes } from '../testing/fuzz/write-bytes';
import { writeSocketMessage } from '../testing/fuzz/write-socket-message';
import { sendBytes } from '../testing/send-bytes';
import { startTestNode, type TestNode } from '../testing/test-node';
import { buildApiSchema } from './build-schema';

jest.setTimeout(180_000);

const schema = buildApiSchema();
// Over HTTP a subscription is refused whatever it is.
const KINDS = [
  ...Array<'query'>(9).fill('query'),
  ...Array<'mutation'>(10).fill('mutation'),
  'subscription',
] as const;
// 1000 is ours; 1002, 1003, 1007 and 1009 are the library's, for frames; the others the protocol's. Never 1006, 1011 or 4500.
const PROPER_ENDS = [1000, 1002, 1003, 1007, 1009, 4400, 4401, 4403, 4409, 4429];
const choices = fc.array(fc.nat(0xffff), { maxLength: 120, size: 'max' });

describe('whatever is sent', () => {
  let node: TestNode;
  let visited: Tenant;
  let administered: Tenant;
  let theirs: Tenant;

  beforeAll(async () => {
    node = await startTestNode();
    visited = await createFullTenant(node, 'acmewort');
    administered = await createFullTenant(node, 'initech');
    theirs = await createFullTenant(node, 'zorblax');
  });
  afterAll(() => node.close());

  // What is administered changes on the way; what is visited must not, or nobody could visit it any more.
  const callerOf = (by: Choices): [Tenant, Record<string, string>] => {
    const { 'a page of the site': page, 'a key for VISITORS_READ': reader } = visited.callers;
    const { 'an admin': admin, 'a key for everything': key } = administered.callers;
    return by.of<[Tenant, Record<string, string>]>([
      [administered, admin!],
      [administered, key!],
      [visited, reader!],
      [visited, page!],
      [administered, admin!],
      [administered, key!],
      [visited, page!],
      [visited, {}],
    ]);
  };
  const isWell = async () => {
    const response = await fetch(`${node.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...theirs.callers['a key for everything'] },
      body: '{"query":"{ visitors(first: 2) { nodes { id displayName isOnline } } }"}',
    });
    const { data } = (await response.json()) as { data: { visitors: { nodes: unknown[] } } };
    return response.status === 200 && data.visitors.nodes.length === 2;
  };
  // Each is looked at once, so that one bad input does not make the next ones look bad.
  const troubles = () => node.events.splice(0).filter(({ level }) => level === 'error' || level === 'warn');

  it('documents and variables made of the schema get an answer, and the next request gets a good one', async () => {
    const { batch, inputs, parameters } = fuzzSettings(0.7);
    const statuses = new Map<number, number>();
    const send = async (numbers: readonly number[]) => {
      const by = new Choices(numbers);
      const [tenant, headers] = callerOf(by);
      const request = new DocumentWriter(schema, by, tenant).write(KINDS);
      const { status, text } = await post(node.url, request, request.query.includes('logout') ? {} : headers);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const problem = status >= 500 ? `status ${status}` : answerProblem(text, theirs.marks);
      if (problem) throw new Error(`${problem}: ${JSON.stringify(request)} got ${text}`);
    };

    await fc.assert(
      fc.asyncProperty(fc.array(choices, { minLength: batch, maxLength: batch }), async (lists) => {
        await Promise.all(lists.map(send));
        expect(await isWell()).toBe(true);
        expect(troubles()).toEqual([]);
      }),
      parameters,
    );

    console.info(`${inputs} documents, seed ${parameters.seed}: ${JSON.stringify([...statuses])}`);
  });

  it('messages on a socket get an answer or a proper end, and the next socket a good one', async () => {
    const { batch, inputs, parameters } = fuzzSettings(0.15);
    const ends = new Map<number, number>();

    await fc.assert(
      fc.asyncProperty(fc.array(choices, { minLength: batch, maxLength: batch }), async (lists) => {
        const by = new Choices(lists[0]!);
        const [tenant, headers] = callerOf(by);
        const messages = lists.map((numbers) => writeSocketMessage(schema, new Choices(numbers), tenant));
        const { code, answers } = await converse(node.url, messages, {
          headers,
          isHasty: by.isOneOf100(10),
        });
        ends.set(code, (ends.get(code) ?? 0) + 1);
        const problems = answers.map((text) => answerProblem(text, theirs.marks)).filter(Boolean);
        expect({ messages, answers, problems, isProper: PROPER_ENDS.includes(code), code }).toMatchObject({
          problems: [],
          isProper: true,
        });
        expect(await isWell()).toBe(true);
        expect(troubles()).toEqual([]);
      }),
      parameters,
    );

    console.info(`${inputs} messages, seed ${parameters.seed}: ${JSON.stringify([...ends])}`);
  });

  it('bytes that are nearly a request or a socket get a refusal or nothing, and the next request a good answer', async () => {
    const { batch, inputs, parameters } = fuzzSettings(0.15);
    const statuses = new Map<string, number>();
    const send = async (numbers: readonly number[]) => {
      const bytes = writeBytes(new Choices(numbers));
      const text = await sendBytes(node.url, bytes);
      const found = [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status = '']) => status);
      for (const status of found.length > 0 ? found : ['none']) {
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      if (found.some((status) => status.startsWith('5'))) {
        throw new Error(`${JSON.stringify(bytes.toString('latin1'))} got ${text}`);
      }
    };

    await fc.assert(
      fc.asyncProperty(fc.array(choices, { minLength: batch, maxLength: batch }), async (lists) => {
        await Promise.all(lists.map(send));
        expect(await isWell()).toBe(true);
        expect(troubles()).toEqual([]);
      }),
      parameters,
    );

    console.info(`${inputs} byte strings, seed ${parameters.seed}: ${JSON.stringify([...statuses])}`);
  });
});

async function post(url: string, request: WrittenRequest, headers: Record<string, string>) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(request),
  });
  return { status: response.status, text: await response.text() };
}
