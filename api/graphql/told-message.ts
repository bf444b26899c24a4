const STACK_OVERFLOW = 'Maximum call stack size exceeded';
const SUGGESTION = / ?Did you mean .+\?$/s;
// The library repeats the value it refuses, even twice; a value may be a password, or very long.
const REFUSED_VALUE = /^(Variable "\$\w+") got invalid value .*?( at "[^"]*")?; $/s;
const UNFIT_SCALAR = /^(\w+ cannot represent [^:"]*value): .*/s;

/** The text of a refusal as a caller may read it: neither their values nor names of the schema that they did not know. */
export function toldMessage(message: string, cause: unknown): string {
  if (message.includes(STACK_OVERFLOW)) return 'The document is nested too deeply.';
  const reason = cause instanceof Error ? cause.message : '';
  const isRepeating = reason !== message && message.endsWith(`; ${reason}`);
  const [, variable, place = ''] =
    (isRepeating && REFUSED_VALUE.exec(message.slice(0, message.length - reason.length))) || [];
  const brief = reason.replace(UNFIT_SCALAR, '$1');
  const text = variable ? `${variable} has an invalid value${place}; ${brief}` : message;
  return text.replace(SUGGESTION, '');
}
