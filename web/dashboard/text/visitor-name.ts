import { t } from '../language/t';
import { idTail } from './id-tail';
import { plainText } from './plain-text';

/** What to call a visitor: their name, else "Visitor" and the end of the id. */
export function visitorName(visitor: { readonly id: string; readonly displayName: string | null }): string {
  const name = plainText(visitor.displayName ?? '');
  return name === '' ? t('visitor.anonymous', { tail: idTail(visitor.id) }) : name;
}
