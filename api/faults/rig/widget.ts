import { randomBytes } from 'node:crypto';
import { callApi } from '../../testing/api-client';

const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) {
  visitor { id } visitorToken userErrors { code } } }`;
const HEARTBEAT = `mutation ($input: HeartbeatInput!) { heartbeat(input: $input) {
  nextHeartbeatSeconds userErrors { code } } }`;
const VIEW = `mutation ($input: RecordPageViewInput!) { recordPageView(input: $input) { userErrors { code } } }`;
const DISCONNECT = `mutation ($input: DisconnectInput!) { disconnect(input: $input) {
  isStillOnline userErrors { code } } }`;

/** One page load of one visitor, calling whichever node it is told to over real HTTP. */
export class Widget {
  seq = 0;
  /** As the answer to the goodbye said; null before it, and when the node could not tell. */
  isStillOnline: boolean | null = null;

  private constructor(
    readonly visitorId: string,
    readonly token: string,
    readonly tabId: string,
  ) {}

  /** Rejects when the node does not let the visitor in. */
  static async open(
    url: string,
    siteKey: string,
    visitorToken?: string,
    tabId = newTabId(),
  ): Promise<Widget> {
    const input = { siteKey, tabId, seq: 0, visitorToken, page: { url: 'https://acme.test/' } };
    const { data, errors } = await callApi(url, IDENTIFY, { input });
    const payload = data?.['identify'];
    if (errors || payload.userErrors.length > 0)
      throw new Error(JSON.stringify(errors ?? payload.userErrors));
    return new Widget(payload.visitor.id as string, payload.visitorToken as string, tabId);
  }

  /** The code of the refusal, or null. Rejects when there is no answer. */
  beat(url: string, seq = ++this.seq): Promise<string | null> {
    return this.call(url, HEARTBEAT, 'heartbeat', { seq });
  }

  view(url: string, page: string): Promise<string | null> {
    return this.call(url, VIEW, 'recordPageView', { seq: ++this.seq, page: { url: page } });
  }

  leave(url: string, seq = ++this.seq): Promise<string | null> {
    return this.call(url, DISCONNECT, 'disconnect', { seq });
  }

  private async call(url: string, mutation: string, field: string, more: object): Promise<string | null> {
    const input = { visitorToken: this.token, tabId: this.tabId, ...more };
    const { data, errors, status } = await callApi(url, mutation, { input });
    if (errors || status !== 200) throw new Error(`${status} ${JSON.stringify(errors)}`);
    this.isStillOnline = (data[field].isStillOnline as boolean | undefined) ?? null;
    return (data[field].userErrors[0]?.code as string | undefined) ?? null;
  }
}

function newTabId(): string {
  return `tab-${randomBytes(8).toString('hex')}`;
}
