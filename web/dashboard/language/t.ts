import type { MessageId } from './catalogue';
import { i18n } from './i18n';

/** A text in the agent's language, its values put in. Plain text; see Trans for one with elements inside. */
export function t(id: MessageId, values: Readonly<Record<string, string | number>> = {}): string {
  return i18n._(id, values);
}
