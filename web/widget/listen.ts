/** Hears events of the window and the document, each named in one text. */
export function listen(names: string, heard: (event: Event) => void): void {
  // Capturing at the window hears those of the document too.
  for (const name of names.split(' ')) addEventListener(name, heard, true);
}
