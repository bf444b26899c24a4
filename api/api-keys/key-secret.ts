import { createHash, randomBytes } from 'node:crypto';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SECRET = /^(pl_([0-9A-Za-z]{8})_[0-9A-Za-z]{43})([0-9A-Za-z]{6})$/;

function base62(bytes: Uint8Array, length: number): string {
  let rest = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  for (let i = 0; i < length; i++, rest /= 62n) text = DIGITS.charAt(Number(rest % 62n)) + text;
  return text;
}

function checksum(body: string): string {
  return base62(createHash('sha256').update(body).digest().subarray(0, 4), 6);
}

/** The secret of an API key: `pl_<prefix>_<256 random bits><checksum>`, told from a typo without asking anybody. */
export class KeySecret {
  private constructor(
    readonly text: string,
    readonly prefix: string,
  ) {}

  static random(): KeySecret {
    const prefix = base62(randomBytes(8), 8);
    const body = `pl_${prefix}_${base62(randomBytes(32), 43)}`;
    return new KeySecret(body + checksum(body), prefix);
  }

  /** Null when the text cannot be one of our secrets. */
  static parse(text: string): KeySecret | null {
    const [, body = '', prefix = '', sum] = SECRET.exec(text) ?? [];
    return sum !== undefined && checksum(body) === sum ? new KeySecret(text, prefix) : null;
  }

  /** What is stored in its place, in hex. One fast hash is enough, because nobody can guess 256 random bits. */
  hash(): string {
    return createHash('sha256').update(this.text).digest('hex');
  }
}
