/**
 * Codes that close a socket. Clients of the protocol come back after `tryAgainLater`; the protocol's own code for a fault
 * of the server is not among them, because it makes them give up for good.
 */
export const SOCKET_CLOSE = { tryAgainLater: 1013, badRequest: 4400 } as const;
