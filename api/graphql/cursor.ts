import { createHmac, timingSafeEqual } from 'node:crypto';
import { apiError } from './api-error';

const SIGNATURE_BYTES = 12;

/** Makes and reads opaque cursors. A cursor is worth nothing outside the list (`scope`) it was made for, and survives a restart. */
export class Cursors {
  private readonly key: Buffer;

  constructor(secret: string) {
    this.key = createHmac('sha256', secret).update('cursor').digest();
  }

  write(scope: string, value: unknown): string {
    const payload = Buffer.from(JSON.stringify(value));
    return Buffer.concat([this.sign(scope, payload), payload]).toString('base64url');
  }

  /** Throws INVALID_CURSOR for what is malformed, foreign, or of another list. */
  read<T>(scope: string, cursor: string): T {
    const bytes = Buffer.from(cursor, 'base64url');
    const signature = bytes.subarray(0, SIGNATURE_BYTES);
    const payload = bytes.subarray(SIGNATURE_BYTES);
    if (signature.length < SIGNATURE_BYTES || !timingSafeEqual(signature, this.sign(scope, payload))) {
      throw apiError(
        'INVALID_CURSOR',
        'This cursor belongs to another list, or is damaged. Start again without it.',
      );
    }
    return JSON.parse(payload.toString()) as T;
  }

  private sign(scope: string, payload: Buffer): Buffer {
    return createHmac('sha256', this.key)
      .update(scope)
      .update('\0')
      .update(payload)
      .digest()
      .subarray(0, SIGNATURE_BYTES);
  }
}
