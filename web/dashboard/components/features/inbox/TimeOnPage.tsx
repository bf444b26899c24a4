import { timeOnPage } from '../../../time/time-on-page';
import { useTicking } from '../../../time/use-ticking';

/** How long the visitor has been on the page, moving with the server's clock. */
export function TimeOnPage({ since }: { readonly since: Date }) {
  const spent = useTicking((now) => timeOnPage(since, now));
  return <time dateTime={since.toISOString()}>{spent}</time>;
}
