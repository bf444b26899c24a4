export interface InstallationFacts {
  readonly lastIdentifyAt?: string | null;
  readonly lastRefusalAt?: string | null;
  readonly lastRefusalOrigin?: string | null;
  readonly lastRefusalReason?: string | null;
}

export type InstallationState = 'waiting' | 'heard' | 'refused';

/** What happened last is what counts: a page that was refused and came in afterwards has been mended. */
export function installationState({ lastIdentifyAt, lastRefusalAt }: InstallationFacts): InstallationState {
  if (lastIdentifyAt == null && lastRefusalAt == null) return 'waiting';
  return timeOf(lastRefusalAt) > timeOf(lastIdentifyAt) ? 'refused' : 'heard';
}

function timeOf(at: string | null | undefined): number {
  return at == null ? 0 : Date.parse(at);
}
