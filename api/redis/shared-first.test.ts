import { SharedFirst } from './shared-first';

describe('counting with Redis first', () => {
  let nowMs: number;
  let asked: number;
  let answer: () => Promise<string>;
  let first: SharedFirst;
  const ask = () =>
    first.ask(
      () => {
        asked += 1;
        return answer();
      },
      () => 'own',
    );
  const never = () => new Promise<string>(() => undefined);
  const shared = () => Promise.resolve('shared');

  beforeEach(() => {
    nowMs = asked = 0;
    answer = shared;
    first = new SharedFirst(5, () => nowMs);
  });

  it.each([
    ['does not answer', never],
    ['refuses', () => Promise.reject(new Error('refused'))],
  ])('[X-20] a Redis that %s is left alone for a second', async (_name, fault) => {
    answer = fault;
    const told = [await ask(), await ask()];
    nowMs += 999;
    told.push(await ask());

    expect([told, asked]).toEqual([['own', 'own', 'own'], 1]);
  });

  it('[X-20] then one call finds out whether it is back, and nobody else waits meanwhile', async () => {
    answer = never;
    await ask();
    nowMs += 1_000;
    const told = await Promise.all([ask(), ask(), ask()]);

    expect([told, asked]).toEqual([['own', 'own', 'own'], 2]);
  });

  it('[X-20] once it answers, everybody asks it again', async () => {
    answer = never;
    await ask();
    nowMs += 1_000;
    answer = shared;
    const told = [await ask(), ...(await Promise.all([ask(), ask()]))];

    expect([told, asked]).toEqual([['shared', 'shared', 'shared'], 4]);
  });
});
