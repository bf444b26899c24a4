import { plainText } from '../../../../text/plain-text';
import styles from './Marked.module.css';

export interface MarkedProps {
  readonly text: string;
  /** What was searched for; empty marks nothing. */
  readonly search: string;
}

/** A text with every place marked that the search has found. */
export function Marked({ text, search }: MarkedProps) {
  const wanted = plainText(search).toLowerCase();
  const inLower = text.toLowerCase();
  // Some letters change their length in lower case: then nothing can be pointed at.
  if (wanted === '' || inLower.length !== text.length) return <>{text}</>;

  const parts = [];
  let from = 0;
  for (let at = inLower.indexOf(wanted); at !== -1; at = inLower.indexOf(wanted, from)) {
    parts.push(text.slice(from, at));
    from = at + wanted.length;
    parts.push(
      <mark key={at} className={styles.hit}>
        {text.slice(at, from)}
      </mark>,
    );
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
}
