/** How much of the service one caller may use: points a full bucket holds, and points that come back each second. */
export const LIMITS = {
  apiKeyLimit: 2_000,
  apiKeyRestorePerSecond: 50,
  agentLimit: 10_000,
  agentRestorePerSecond: 500,
  // Twenty tabs, each with a call in five seconds.
  visitorLimit: 60,
  visitorRestorePerSecond: 4,
  // A thousand visible tabs behind one address.
  addressLimit: 1_000,
  addressRestorePerSecond: 50,
  siteLimit: 20_000,
  siteRestorePerSecond: 2_000,
} as const;
