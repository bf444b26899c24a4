import { Agent, request } from 'node:http';

/** Few connections, kept: what is measured is not how fast a machine opens sockets. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Posts a body and resolves to the parsed answer, whatever its status. Rejects when there is none. */
export function postJson(url: string, body: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      { agent, method: 'POST', headers: { 'content-type': 'application/json' } },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('error', reject);
        response.on('end', () => resolve(JSON.parse(text)));
      },
    );
    call.on('error', reject);
    call.end(JSON.stringify(body));
  });
}
