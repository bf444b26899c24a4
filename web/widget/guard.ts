/** The same function, but it never throws: whatever goes wrong inside must not reach the page we sit on. */
export function guard<Given extends unknown[], Result>(run: (...given: Given) => Result) {
  return (...given: Given): Result | undefined => {
    try {
      return run(...given);
    } catch {
      // The page comes first; a visitor not seen is the smaller harm.
    }
  };
}
