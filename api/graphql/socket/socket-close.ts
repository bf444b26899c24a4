/**
 * Codes that close a socket. Clients of the protocol come back after `goingAway` and `tryAgainLater`, with their next
 * credential after `forbidden`; the protocol's own code for a fault of the server is not among them, because it makes them
 * give up for good.
 */
export const SOCKET_CLOSE = {
  goingAway: 1001,
  tryAgainLater: 1013,
  badRequest: 4400,
  forbidden: 4403,
} as const;
