const WORD = /\p{L}{2,}[^⟦⟧]*/gu;
const INNERMOST = /⟦[^⟦⟧]*⟧/u;
const SPOKEN = ['aria-label', 'placeholder', 'title', 'alt', 'aria-description'];

/** Every word under an element, seen or spoken, that is neither from the pseudo catalogue nor in the data. */
export function hardCodedText(root: Element, data: readonly string[]): string[] {
  const spoken = [...root.querySelectorAll('*')].flatMap((element) =>
    SPOKEN.map((name) => element.getAttribute(name) ?? ''),
  );
  return [root.textContent ?? '', ...spoken].flatMap((text) => leftOver(text, data).match(WORD) ?? []);
}

function leftOver(text: string, data: readonly string[]): string {
  let rest = text;
  while (INNERMOST.test(rest)) rest = rest.replace(INNERMOST, ' ');
  for (const known of data) rest = rest.replaceAll(known, ' ');
  return rest;
}
