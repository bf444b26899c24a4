export type KeyState = 'working' | 'expired' | 'revoked';

export interface KeyEnds {
  readonly expiresAt?: string | null;
  readonly revokedAt?: string | null;
}

/** Whether a key opens anything at that moment, Unix ms, and if not, what ended it. */
export function keyState({ expiresAt, revokedAt }: KeyEnds, nowMs: number): KeyState {
  if (revokedAt != null) return 'revoked';
  return expiresAt != null && Date.parse(expiresAt) <= nowMs ? 'expired' : 'working';
}
