import { RecentReads } from './recent-reads';

let nowMs = 0;
const now = (): number => nowMs;
const failing = (): Promise<string> => Promise.reject(new Error('away'));

beforeEach(() => {
  nowMs = 1_000_000;
});

it('an answer is given again until it is too old', async () => {
  const recent = new RecentReads<string>({ maxAgeMs: 1_000, now });
  await recent.get('key', () => Promise.resolve('old'));

  nowMs += 999;
  expect(await recent.get('key', () => Promise.resolve('new'))).toBe('old');
  nowMs += 1;
  expect(await recent.get('key', () => Promise.resolve('new'))).toBe('new');
});

it('callers at the same time share one read', async () => {
  const recent = new RecentReads<number>({ maxAgeMs: 1_000, now });
  let reads = 0;

  const answers = await Promise.all([1, 2, 3].map(() => recent.get('key', () => Promise.resolve(++reads))));

  expect(answers).toEqual([1, 1, 1]);
});

it('a failed read rejects and is not remembered', async () => {
  const recent = new RecentReads<string>({ maxAgeMs: 1_000, now });

  await expect(recent.get('key', failing)).rejects.toThrow('away');
  expect(await recent.get('key', () => Promise.resolve('back'))).toBe('back');
});

it('without permission no old answer stands in for a failed read', async () => {
  const recent = new RecentReads<string>({ maxAgeMs: 1_000, now });
  await recent.get('key', () => Promise.resolve('old'));

  nowMs += 1_000;

  await expect(recent.get('key', failing)).rejects.toThrow('away');
});

it('an old answer stands in for failed reads up to its limit', async () => {
  const recent = new RecentReads<string>({ maxAgeMs: 1_000, maxStaleMs: 60_000, now });
  await recent.get('key', () => Promise.resolve('old'));

  nowMs += 59_000;
  expect(await recent.get('key', failing)).toBe('old');
  nowMs += 1_001;
  await expect(recent.get('key', failing)).rejects.toThrow('away');
});

it('after a failed read the old answer is given for a while without trying again', async () => {
  const recent = new RecentReads<string>({ maxAgeMs: 1_000, maxStaleMs: 60_000, now });
  await recent.get('key', () => Promise.resolve('old'));
  nowMs += 5_000;
  await recent.get('key', failing);

  expect(await recent.get('key', () => Promise.resolve('new'))).toBe('old');
});

it('an old answer stands in for a read that hangs', async () => {
  const recent = new RecentReads<string>({ maxAgeMs: 1_000, maxStaleMs: 60_000, now });
  await recent.get('key', () => Promise.resolve('old'));
  nowMs += 1_000;

  expect(await recent.get('key', () => new Promise<string>(() => undefined))).toBe('old');
});

it('a read that was forgotten on the way is not remembered', async () => {
  const recent = new RecentReads<string>({ maxAgeMs: 1_000, now });
  let answer: (value: string) => void = () => undefined;
  const asked = recent.get('key', () => new Promise<string>((resolve) => (answer = resolve)));

  recent.forget('key');
  answer('revoked');

  expect(await asked).toBe('revoked');
  expect(await recent.get('key', () => Promise.resolve('now'))).toBe('now');
});

it('the oldest answers make room for new ones', async () => {
  const recent = new RecentReads<string>({ maxAgeMs: 1_000, capacity: 2, now });
  for (const key of ['a', 'b', 'c']) await recent.get(key, () => Promise.resolve(`${key}1`));

  expect(await recent.get('b', () => Promise.resolve('b2'))).toBe('b1');
  expect(await recent.get('a', () => Promise.resolve('a2'))).toBe('a2');
});
