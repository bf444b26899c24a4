const SECRETS: readonly RegExp[] = [
  /eyJ[\w-]{5,}\.[\w-]+\.[\w-]*/, // a JSON Web Token
  /(?<![0-9a-z])[0-9a-f]{32,}(?![0-9a-z])/i, // a key, a hash, a token in hex
  /[^\s@]@[^\s@]+\.[a-z]{2,}/i, // an e-mail address
];
const REDACTED = 'redacted';

/** The piece of an address as it is; or a word in its place when it holds what looks like a secret or an e-mail address. */
export function redactSegment(segment: string): string {
  const text = decode(segment);
  return SECRETS.some((secret) => secret.test(text)) ? REDACTED : segment;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // a percent sign of its own
  }
}
