/** After an address change the page gets this long, in ms, to set its title. */
export const SETTLE_MS = 120;
