const PRIVATE_NAME = /(^|\.)(localhost|local|internal|lan|home\.arpa)$/;
const PRIVATE_ADDRESS =
  /^(127|10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.|^\[(::1|f[cde])/;

/** True where the name of a host alone says that it is this machine or in a private network. */
export function isPrivateHost(hostname: string): boolean {
  return PRIVATE_NAME.test(hostname) || PRIVATE_ADDRESS.test(hostname) || !/[.:]/.test(hostname);
}
