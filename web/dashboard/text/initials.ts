import { idTail } from './id-tail';
import { plainText } from './plain-text';

/** Two letters for the avatar: of the first and last word of a name, or of an anonymous visitor's short id. */
export function initials(visitor: { readonly id: string; readonly displayName: string | null }): string {
  const name = plainText(visitor.displayName ?? '');
  if (name === '') return idTail(visitor.id).slice(0, 2);

  const words = name.split(' ').map((word) => [...word]);
  const [first = []] = words;
  const last = words[words.length - 1] ?? [];
  const letters = words.length > 1 ? [first[0], last[0]] : first.slice(0, 2);
  return letters.join('').toUpperCase();
}
