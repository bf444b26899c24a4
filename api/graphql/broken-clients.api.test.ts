import { RawSocket } from '../testing/raw-socket';
import { sendBytes } from '../testing/send-bytes';
import { startTestNode, type TestNode } from '../testing/test-node';

describe('a client that is broken', () => {
  let node: TestNode;

  beforeAll(async () => {
    node = await startTestNode();
  });
  afterAll(() => node.close());
  afterEach(() => {
    expect(node.events.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it.each(['connection_ack', 'next', 'error'])('is told for good when it says %s', async (type) => {
    const socket = await RawSocket.connect(node.url, node.apiKey);

    socket.send({ type, id: '1', payload: [{ message: 'x' }] });

    expect((await socket.closed).code).toBe(4400);
  });

  it('is sent away with as much of the reason as fits, however long the id that it uses twice', async () => {
    const socket = await RawSocket.connect(node.url, node.apiKey);
    const id = 'é'.repeat(500);

    socket.subscribe(id, 'subscription { visitorPresenceChanged { cursor } }');
    socket.subscribe(id, 'subscription { visitorPresenceChanged { cursor } }');

    const { code, reason } = await socket.closed;
    expect(code).toBe(4409);
    expect(reason).toMatch(/^Subscriber for é+$/);
  });

  it.each(['Host:', 'Host: [', 'Host: a b'])('gets 400 for a request with the line "%s"', async (line) => {
    const request = `GET /graphql?query=%7B__typename%7D HTTP/1.1\r\n${line}\r\n\r\n`;

    expect(await sendBytes(node.url, Buffer.from(request))).toMatch(/^HTTP\/1.1 400 /);
  });
});
