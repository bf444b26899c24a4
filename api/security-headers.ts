import type { FastifyReply, FastifyRequest } from 'fastify';

const YEAR_S = 31_536_000;

// Scripts and styles come from our own files only; what sets a style at run time does so by script.
const DASHBOARD_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');
const DEMO_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const UNUSED_FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/** For the dashboard's document. Addresses name visitors, so that they are told to nobody. */
export const DASHBOARD_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': DASHBOARD_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': UNUSED_FEATURES,
  'cache-control': 'no-cache',
};

/** For the demo's documents, which show an agent where their visitor came from. */
export const DEMO_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': DEMO_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': UNUSED_FEATURES,
  'referrer-policy': 'same-origin',
};

const EVERYWHERE: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Adds to an answer what protects whoever reads it; what the answer says itself stays. */
export function addSecurityHeaders(request: FastifyRequest, reply: FastifyReply): void {
  for (const [name, value] of Object.entries(EVERYWHERE)) {
    if (!reply.hasHeader(name)) void reply.header(name, value);
  }
  // Over http a browser ignores it, and so should whoever reads our answers.
  if (request.protocol === 'https') void reply.header('strict-transport-security', `max-age=${YEAR_S}`);
}
