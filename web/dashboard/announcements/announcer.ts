import { Store } from '../store';

/** A voice that never stops talking is turned off: this much silence between two messages. */
const SILENCE_MS = 5_000;

/** What a screen reader is told. One message at a time; of those that wait the newest is said. */
export class Announcer {
  readonly message = new Store('');
  private next: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly say = (text: string): void => {
    if (this.timer !== undefined) {
      this.next = text;
      return;
    }
    // The same words twice would be no change, and not be spoken.
    this.message.set(text === this.message.get() ? `${text}\u00a0` : text);
    this.timer = setTimeout(this.breathe, SILENCE_MS);
  };

  private readonly breathe = (): void => {
    this.timer = undefined;
    const text = this.next;
    this.next = null;
    if (text !== null) this.say(text);
  };
}
