import { visitorName } from './visitor-name';

/** Two letters for the avatar: of the first and last word of a name, or of an anonymous visitor's short id. */
export function initials(visitor: { readonly id: string; readonly displayName: string | null }): string {
  const words = visitorName(visitor).split(' ');
  const first = [...(words[0] ?? '')];
  const last = [...(words[words.length - 1] ?? '')];
  const isAnonymous = visitorName({ id: visitor.id, displayName: null }) === words.join(' ');
  const letters = isAnonymous ? last.slice(0, 2) : words.length > 1 ? [first[0], last[0]] : first.slice(0, 2);
  return letters.join('').toUpperCase();
}
