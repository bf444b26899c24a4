import { MicroBatch } from './micro-batch';

/** Writes that end when the test says so. */
function controlledWrites() {
  const writes: { items: readonly string[]; end: (error?: Error) => void }[] = [];
  const write = (items: readonly string[]) =>
    new Promise<string[]>((resolve, reject) => {
      const end = (error?: Error) =>
        error ? reject(error) : resolve(items.map((item) => item.toUpperCase()));
      writes.push({ items, end });
    });
  return { writes, write };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

it('the first comer does not wait, and everybody who comes meanwhile is written together', async () => {
  const { writes, write } = controlledWrites();
  const batch = new MicroBatch(write, 100);

  const first = batch.add('a');
  await turn();
  const others = ['b', 'c', 'd'].map((item) => batch.add(item));
  await turn();
  expect(writes.map(({ items }) => items)).toEqual([['a']]);
  writes[0]!.end();
  expect(await first).toBe('A');
  await turn();
  expect(writes[1]!.items).toEqual(['b', 'c', 'd']);
  writes[1]!.end();

  expect(await Promise.all(others)).toEqual(['B', 'C', 'D']);
});

it('no batch is larger than it may be', async () => {
  const sizes: number[] = [];
  const batch = new MicroBatch((items: readonly number[]) => {
    sizes.push(items.length);
    return Promise.resolve([...items]);
  }, 100);

  const results = await Promise.all(Array.from({ length: 250 }, (_, i) => batch.add(i)));

  expect(results).toEqual(Array.from({ length: 250 }, (_, i) => i));
  expect(Math.max(...sizes)).toBe(100);
});

it('an item that cannot be written fails alone', async () => {
  const batch = new MicroBatch((items: readonly string[]) => {
    if (items.includes('bad')) return Promise.reject(new Error(`cannot write ${items.join()}`));
    return Promise.resolve([...items]);
  }, 100);

  const results = await Promise.allSettled(['a', 'bad', 'c'].map((item) => batch.add(item)));

  expect(results).toEqual([
    { status: 'fulfilled', value: 'a' },
    { status: 'rejected', reason: new Error('cannot write bad') },
    { status: 'fulfilled', value: 'c' },
  ]);
});
