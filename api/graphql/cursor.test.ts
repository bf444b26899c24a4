import { Cursors } from './cursor';

const SECRET = 'a secret of at least thirty-two characters';

describe('a cursor', () => {
  const cursors = new Cursors(SECRET);
  const cursor = cursors.write('list a', ['2026-11-25', 'Zoë', null]);

  it('is read back by whoever shares the secret, after a restart too', () => {
    expect(new Cursors(SECRET).read('list a', cursor)).toEqual(['2026-11-25', 'Zoë', null]);
  });

  it.each([
    ['another list', () => cursors.read('list b', cursor)],
    ['another secret', () => new Cursors(`${SECRET}!`).read('list a', cursor)],
    ['a part of it', () => cursors.read('list a', cursor.slice(0, -1))],
    ['more than it', () => cursors.read('list a', `${cursor}AAAA`)],
    ['nothing', () => cursors.read('list a', '')],
    ['a word', () => cursors.read('list a', 'hello')],
    ['a NUL', () => cursors.read('list a', '\0'.repeat(40))],
  ])('is INVALID_CURSOR for %s', (_name, read) => {
    expect(read).toThrow(expect.objectContaining({ extensions: { code: 'INVALID_CURSOR' } }) as Error);
  });

  it('is INVALID_CURSOR when any one bit of it is another', () => {
    const bytes = Buffer.from(cursor, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const damaged = Buffer.from(bytes);
      damaged[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => cursors.read('list a', damaged.toString('base64url'))).toThrow(
        'another list, or is damaged',
      );
    }
  });
});
