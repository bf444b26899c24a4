/** `idle` before the page was seen and after it was left, `stopped` for good. */
export type WidgetState = 'idle' | 'live' | 'retrying' | 'stopped';
