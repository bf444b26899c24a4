import { PERSON } from './open-chromium';
import type { RunningPorchlight } from './running-porchlight';

export interface SimulatedVisitor {
  readonly id: string;
  moves(to: { readonly path: string; readonly title: string }): Promise<void>;
  leaves(): Promise<void>;
}

interface Coming {
  readonly name?: string;
  readonly email?: string;
  readonly path?: string;
  readonly title?: string;
}

const IDENTIFY = `mutation ($input: IdentifyInput!) { payload: identify(input: $input) {
  visitor { id } visitorToken userErrors { message } } }`;
const RECORD_PAGE_VIEW = `mutation ($input: RecordPageViewInput!) { payload: recordPageView(input: $input) {
  userErrors { message } } }`;
const DISCONNECT = `mutation ($input: DisconnectInput!) { payload: disconnect(input: $input) { userErrors { message } } }`;

let tabs = 0;

/** A visitor with one tab, who does what the widget does but without a browser. */
export async function visitorComes(
  porchlight: RunningPorchlight,
  { name, email, path = '/pricing', title = 'Pricing' }: Coming = {},
): Promise<SimulatedVisitor> {
  const demoPage = await (await fetch(porchlight.demoUrl)).text();
  const siteKey = /data-site="([^"]+)"/.exec(demoPage)?.[1];
  const tabId = `simulated-${process.pid}-${++tabs}`;
  const page = (at: string, of: string) => ({ url: `https://shop.example.com${at}`, title: of });
  const { visitor, visitorToken } = await call(porchlight, IDENTIFY, {
    siteKey,
    tabId,
    displayName: name,
    email,
    externalId: email,
    locale: 'pt-PT',
    timeZone: 'Europe/Lisbon',
    page: page(path, title),
  });
  return {
    id: visitor.id,
    moves: async (to) => {
      await call(porchlight, RECORD_PAGE_VIEW, { tabId, visitorToken, page: page(to.path, to.title) });
    },
    leaves: async () => {
      await call(porchlight, DISCONNECT, { tabId, visitorToken });
    },
  };
}

interface Payload {
  readonly visitor: { readonly id: string };
  readonly visitorToken: string;
  readonly userErrors: readonly object[];
}

async function call({ dashboardUrl }: RunningPorchlight, query: string, input: object): Promise<Payload> {
  const response = await fetch(new URL('/graphql', dashboardUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': PERSON },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const { data, errors = [] } = (await response.json()) as {
    data?: { payload: Payload };
    errors?: object[];
  };
  const problems = [...errors, ...(data?.payload.userErrors ?? [])];
  if (!data || problems.length > 0) {
    throw new Error(`The API refused a simulated visitor: ${JSON.stringify(problems)}`);
  }
  return data.payload;
}
