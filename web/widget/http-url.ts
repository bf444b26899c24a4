/** An http(s) address cut to the 2,048 characters that the API takes; undefined for any other text. */
export const httpUrl = (text: unknown): string | undefined => /^https?:.{0,2040}/.exec(text as string)?.[0];
