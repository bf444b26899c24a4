import { useCallback, useContext } from 'react';
import { SecondsContext } from '../../../../time/seconds-context';
import { TickerContext } from '../../../../time/ticker-context';
import { timeOnPage } from '../../../../time/time-on-page';
import { useStoreInSlices } from '../../../../use-store-in-slices';

const MINUTE_MS = 60_000;

/** How long the visitor has been on the page, moving with the server's clock: by seconds in the first minute only. */
export function TimeOnPage({ since }: { readonly since: Date }) {
  const seconds = useContext(SecondsContext);
  const tens = useContext(TickerContext);
  const isYoung = tens.nowMs() - since.getTime() < MINUTE_MS;
  const ticker = isYoung ? seconds : tens;
  const sinceMs = since.getTime();
  const spentAt = useCallback((nowMs: number) => timeOnPage(new Date(sinceMs), new Date(nowMs)), [sinceMs]);
  const spent = useStoreInSlices(ticker.time, spentAt);
  return <time dateTime={since.toISOString()}>{spent}</time>;
}
