import { extendSchema, parse, type GraphQLField } from 'graphql';
import { newId, kindOf } from '../typed-id';
import { callApi } from '../testing/api-client';
import { askTenantApi, type TenantAnswer } from '../testing/isolation/ask-tenant-api';
import { createFullTenant } from '../testing/isolation/create-full-tenant';
import { foreignValues } from '../testing/isolation/foreign-values';
import { OperationBuilder, type BuiltOperation } from '../testing/isolation/operation-builder';
import { referencesIn, unknownArguments, type ReferencePlace } from '../testing/isolation/references';
import { isRefused, refusalsOf } from '../testing/isolation/refusals';
import { storedAbout } from '../testing/isolation/stored-about';
import type { Tenant } from '../testing/isolation/tenant';
import { RawSocket } from '../testing/raw-socket';
import { recordCommands } from '../testing/record-commands';
import { recordStatements } from '../testing/record-statements';
import { startTestNode, type TestNode } from '../testing/test-node';
import { buildApiSchema } from './build-schema';

const HOUR_MS = '3600000';
const LONG_VISITS = { PORCHLIGHT_SESSION_TTL_VISIBLE_MS: HOUR_MS, PORCHLIGHT_SESSION_TTL_HIDDEN_MS: HOUR_MS };
// They leave nothing to ask about, so they come when everything else was asked.
// Channels are left, and a node listens to itself, in their own time.
const OF_CHANNELS = /^s?(un)?subscribe$|^s?publish$/i;
const LOOKS = 5;
const STRONGEST = ['a page of the site', 'an admin', 'a key for everything'];
const LAST = [
  'rotateIdentitySecret',
  'disconnect',
  'removeAgent',
  'revokeApiKey',
  'createSite',
  'deleteSite',
  'logout',
];

const schema = buildApiSchema();
const references = referencesIn(schema);
const roots = ['Query', 'Subscription', 'Mutation'].flatMap((typeName) => {
  const type = schema.getType(typeName) as ReturnType<typeof schema.getQueryType>;
  return Object.values(type!.getFields()).map((field) => ({ typeName, field }));
});
const withoutReference = roots.filter(
  ({ field, typeName }) =>
    !references.some(
      (place) => place.typeName === typeName && place.field.name === field.name && place.isRequired,
    ),
);
const lastOnes = <T extends { field: GraphQLField<unknown, unknown> }>(places: readonly T[]): T[] =>
  [...places].sort((a, b) => LAST.indexOf(a.field.name) - LAST.indexOf(b.field.name));

/** The id of something of the same kind that is not there. */
function absentTwin(id: string): string {
  const kind = kindOf(id);
  return kind ? newId(kind) : id.replace(/site_[0-9a-z]{26}/, newId('site'));
}

describe('two tenants on one node', () => {
  let node: TestNode;
  let ours: Tenant;
  let theirs: Tenant;
  let operations: OperationBuilder;
  let owner: OperationBuilder;

  beforeAll(async () => {
    node = await startTestNode({ env: LONG_VISITS });
    ours = await createFullTenant(node, 'acmewort');
    theirs = await createFullTenant(node, 'zorblax');
    operations = new OperationBuilder(schema, { ours, theirs });
    owner = new OperationBuilder(schema, { ours: theirs, theirs });
  });
  afterAll(() => node.close());

  // What a page carries, it carries from its own origin; programs and agents have no business with it.
  const callersOf = (
    { callers }: Tenant,
    { kind, field }: ReferencePlace,
  ): [string, Record<string, string>][] => {
    const isForPages = field.args.some(({ type }) =>
      /(Identify|Heartbeat|RecordPageView|Disconnect)Input/.test(String(type)),
    );
    const everybody = Object.entries({ nobody: {}, ...callers });
    return kind === 'SITE_KEY' || isForPages
      ? everybody.filter(([name]) => name === 'a page of the site')
      : everybody.filter(([name]) => name !== 'a page of the site');
  };
  const workFor = async (place: ReferencePlace, id: string, headers: Record<string, string>) => {
    const answers: TenantAnswer[] = [];
    let statements: string[] = [];
    const commands = await recordCommands(node.redis.url, async () => {
      statements = await recordStatements(async () => {
        for (const operation of operations.build(place, id)) {
          answers.push(await askTenantApi(node.url, operation, headers));
        }
      });
    });
    return {
      answers,
      statements,
      commands: commands.map(([name = '']) => name).filter((name) => !OF_CHANNELS.test(name)),
    };
  };
  // What a node does of its own accord may fall into one of two looks; a difference that is real is there every time.
  const compare = async (place: ReferencePlace, id: string, headers: Record<string, string>) => {
    for (let triesLeft = LOOKS; ; triesLeft--) {
      const foreign = JSON.stringify(await workFor(place, id, headers));
      const absent = JSON.stringify(await workFor(place, absentTwin(id), headers));
      if (foreign === absent || triesLeft === 0) return { foreign, absent };
    }
  };
  const view = async ({ visitor, origin }: Tenant) => {
    const input = { visitorToken: visitor.token, tabId: visitor.tabId, page: { url: `${origin}/next` } };
    const query = `mutation ($input: RecordPageViewInput!) { recordPageView(input: $input) { userErrors { code } } }`;
    expect((await callApi(node.url, query, { input }, { origin })).data['recordPageView'].userErrors).toEqual(
      [],
    );
  };
  const toldMarks = (text: string) => theirs.marks.filter((mark) => text.includes(mark));

  const tellsNothing = async (place: (typeof roots)[number]) => {
    const before = await storedAbout(theirs, ours, node);
    const told: string[] = [];
    for (const [caller, headers] of Object.entries({ nobody: {}, ...ours.callers })) {
      for (const operation of operations.build(place)) {
        const { text } = await askTenantApi(node.url, operation, headers);
        if (toldMarks(text).length > 0) told.push(`${caller}: ${text.slice(0, 300)}`);
      }
    }
    expect(told).toEqual([]);
    expect(await storedAbout(theirs, ours, node)).toEqual(before);
  };

  it('[X-14] every argument of the schema is known to name something of a site, or not to', () => {
    expect(unknownArguments(schema)).toEqual([]);
  });

  it('[X-14] an argument that nobody has thought about is complained of, wherever it is added', () => {
    const later = extendSchema(
      schema,
      parse(`extend type Query { vault(vaultId: ID!): String } extend type Site { notes(afterNote: ID): Int }
             extend input UpdateSiteInput { ownerId: ID }`),
    );

    expect(
      unknownArguments(later)
        .map((sentence) => sentence.split(' ', 1)[0])
        .sort(),
    ).toEqual(['Query.vault(vaultId:)', 'Site.notes(afterNote:)', 'UpdateSiteInput.ownerId']);
  });

  it.each(withoutReference.filter(({ typeName }) => typeName !== 'Mutation'))(
    '[X-14] $field.name of $typeName tells nothing of another site',
    tellsNothing,
  );

  it.each(lastOnes(references))(
    "[X-14] another site's value in $coordinate of $field.name is refused, tells nothing and changes nothing there",
    async (place) => {
      const before = await storedAbout(theirs, ours, node);
      const wrong: string[] = [];
      for (const value of foreignValues(place.kind, theirs)) {
        for (const operation of operations.build(place, value)) {
          for (const [caller, headers] of callersOf(ours, place)) {
            const { outcome, text } = await askTenantApi(node.url, operation, headers);
            if (!isRefused(outcome, place.kind, place.coordinate) || toldMarks(text).length > 0) {
              wrong.push(`${caller} with ${String(value)}: ${outcome} ${text.slice(0, 300)}`);
            }
          }
        }
      }

      expect(wrong).toEqual([]);
      expect(before.length).toBeGreaterThan(20);
      expect(await storedAbout(theirs, ours, node)).toEqual(before);
    },
  );

  it.each(references.filter(({ kind }) => kind === 'ID'))(
    '[X-39] $coordinate of $field.name answers alike for what is foreign and for what is not there, with the same work',
    async (place) => {
      const caller = ours.callers[place.typeName === 'Mutation' ? 'an admin' : 'a key for everything']!;
      const differences: string[] = [];
      // The first call of all may have to bring a script along.
      const malformed = (await workFor(place, 'nonsense', caller)).answers[0]!.text;
      for (const id of theirs.ids) {
        const { foreign, absent } = await compare(place, id, caller);
        if (foreign !== absent) differences.push(`${id}: ${foreign} and ${absent}`);
        if (!foreign.includes(JSON.stringify(malformed)))
          differences.push(`${id}, and malformed ${malformed}`);
      }

      expect(differences).toEqual([]);
    },
  );

  it.each(lastOnes(withoutReference.filter(({ typeName }) => typeName === 'Mutation')))(
    '[X-14] $field.name of $typeName tells nothing of another site and changes nothing there',
    tellsNothing,
  );

  it('[X-14] a feed that was opened with ids of another site stays silent about it', async () => {
    const { authorization = '' } = ours.callers['a key for everything']!;
    const socket = await RawSocket.connect(node.url, authorization.slice('Bearer '.length));
    const heard: string[] = [];
    socket.socket.on('message', (data: Buffer) => heard.push(data.toString()));
    const place = references.find(
      ({ coordinate }) => coordinate === 'Subscription.visitorPresenceChanged(visitorIds:)',
    )!;
    const [{ query, variables }] = operations.build(place, [...theirs.ids, ours.visitor.id]) as [
      BuiltOperation,
    ];
    socket.subscribe('1', query, variables);
    await socket.next('next', '1');

    await view(theirs);
    await view(ours);

    await socket.next('next', '1');
    expect(heard.filter((text) => toldMarks(text).length > 0)).toEqual([]);
    await socket.close();
  });

  // Last, for its owner may also erase it: what is refused to everybody proves nothing.
  it.each(lastOnes(references.filter(({ kind, coordinate }) => refusalsOf(kind, coordinate))))(
    'the owner is answered where strangers are refused: $coordinate of $field.name',
    async (place) => {
      const outcomes: string[] = [];
      for (const value of foreignValues(place.kind, theirs)) {
        for (const operation of owner.build(place, value)) {
          for (const [, headers] of callersOf(theirs, place).filter(([name]) => STRONGEST.includes(name))) {
            outcomes.push((await askTenantApi(node.url, operation, headers)).outcome);
          }
        }
      }

      const answers = outcomes.filter((outcome) => !isRefused(outcome, place.kind, place.coordinate));
      expect({ outcomes, isAnswered: answers.length > 0 }).toEqual({ outcomes, isAnswered: true });
    },
  );
});
