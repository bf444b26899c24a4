import { useEffect } from 'react';
import { pageAnnouncer } from '../../../../announcements/page-announcer';

export interface SaidProps {
  /** Empty: nothing to say. */
  readonly text: string;
  readonly className?: string;
}

/** A word about what was just done, that is also spoken by the page's one voice. */
export function Said({ text, className }: SaidProps) {
  useEffect(() => {
    if (text !== '') pageAnnouncer.say(text);
  }, [text]);
  return <span className={className}>{text}</span>;
}
