import { toastText } from './toast-text';
import { pageAnnouncer } from './page-announcer';

const SHOWN_MS = 2_500;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Shows and speaks a short word for a moment. */
export function toast(text: string): void {
  clearTimeout(timer);
  toastText.set(text);
  pageAnnouncer.say(text);
  timer = setTimeout(() => toastText.set(null), SHOWN_MS);
}
