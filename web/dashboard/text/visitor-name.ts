import { plainText } from './plain-text';

const ID_TAIL = 4;

/** What to call a visitor: their name, else "Visitor" and the end of the id. */
export function visitorName(visitor: { readonly id: string; readonly displayName: string | null }): string {
  const name = plainText(visitor.displayName ?? '');
  return name === '' ? `Visitor ${visitor.id.slice(-ID_TAIL).toUpperCase()}` : name;
}
