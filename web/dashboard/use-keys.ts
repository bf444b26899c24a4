import { useEffect, useRef } from 'react';
import { preferences } from './preferences';

/** What each key does. "mod+k" is Ctrl+K, or Command+K on a Mac; a capital or a sign is written as it is typed. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const TYPED_INTO = 'input, textarea, select, [contenteditable="true"], [role="dialog"] *';

/** Keys that work all over the page, but not while somebody types, nor through a dialog. */
export function useKeys(keys: Keys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const withMod = event.ctrlKey || event.metaKey;
      const act = current.current[withMod ? `mod+${event.key.toLowerCase()}` : event.key];
      if (act === undefined || event.altKey || event.defaultPrevented) return;
      if (!withMod && (isTyping(event) || (event.key.length === 1 && !preferences.get().hasLetterKeys)))
        return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.matches(TYPED_INTO);
}
