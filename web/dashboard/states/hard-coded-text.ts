/** Shorter ones are initials, units and marks. */
const WORD = /\p{L}{3,}/gu;
const INNERMOST = /⟦[^⟦⟧]*⟧/u;
const SPOKEN = ['aria-label', 'placeholder', 'title', 'alt', 'aria-description'];
/** Code, which is the same for everybody. */
const NO_TEXT = 'script, style, pre, code';
/** Names of products and languages, examples and forms of values, and what the platform says of dates and languages. */
const NAMES =
  /^(Porchlight|English|Deutsch|العربية|HTML|React|Vue|Next|Tag|Manager|nginx|Caddy|Node|Python|PHP|Ruby|https|shop|example|null|host|strict|dynamic|plan|team|Nov|day|ago|Portuguese|Portugal)$/u;

/** Every word on the page, seen or spoken, that is neither from the pseudo catalogue nor from what was said to the page. */
export function hardCodedText(said: unknown): string[] {
  const values: string[] = [];
  JSON.stringify(said, (name, value: unknown) => {
    if (typeof value === 'string' && name !== '__typename') values.push(value);
    if (name === 'traits' && value !== null) values.push(...Object.keys(value as object));
    return value;
  });
  const data = values.join('\n');
  const isData = (word: string): boolean => data.includes(word);
  return [seen(document.body), ...spoken()]
    .flatMap((text) => withoutCatalogue(text).match(WORD) ?? [])
    .filter((word) => !NAMES.test(word) && !isData(word));
}

function seen(root: Element): string {
  const texts: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (!parentElement?.closest(NO_TEXT)) texts.push(textContent ?? '');
  }
  return texts.join('\n');
}

function spoken(): string[] {
  return [...document.querySelectorAll('body *')].flatMap((element) =>
    SPOKEN.map((name) => element.getAttribute(name) ?? ''),
  );
}

function withoutCatalogue(text: string): string {
  let rest = text;
  while (INNERMOST.test(rest)) rest = rest.replace(INNERMOST, ' ');
  return rest;
}
