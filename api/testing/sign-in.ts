import { callApi } from './api-client';

/** Signs an agent in over HTTP and gives back the headers that prove it. Rejects when the agent is refused. */
export async function signIn(
  url: string,
  { email, password }: { email: string; password: string },
): Promise<{ cookie: string }> {
  const query = `mutation ($input: LoginInput!) { login(input: $input) { agent { id } userErrors { code } } }`;
  const { data, headers, errors } = await callApi(url, query, { input: { email, password } });
  const cookie = headers.get('set-cookie')?.split(';', 1)[0];
  if (!cookie) throw new Error(JSON.stringify(errors ?? data));
  return { cookie };
}
