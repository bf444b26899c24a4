import { buildSchema, getVariableValues, parse, type OperationDefinitionNode } from 'graphql';
import { toldMessage } from './told-message';

const schema = buildSchema(
  'input Login { email: String! password: String! } type Query { login(input: Login): Int }',
);
const [operation] = parse('query ($input: Login) { login(input: $input) }').definitions;

function refusal(input: unknown): string {
  const { errors } = getVariableValues(schema, (operation as OperationDefinitionNode).variableDefinitions!, {
    input,
  });
  const [error] = errors!;
  return toldMessage(error!.message, error!.originalError ?? error);
}

describe('the text of a refusal', () => {
  it('says where a value does not fit, and not what it is', () => {
    expect(refusal({ email: 'a@b.test', password: 12345 })).toBe(
      'Variable "$input" has an invalid value at "input.password"; String cannot represent a non string value',
    );
  });

  it('repeats nothing of an object with a field too many', () => {
    const text = refusal({ email: 'a@b.test', password: 'hunter2; at "x"', emial: 1 });

    expect(text).toBe(
      'Variable "$input" has an invalid value; Field "emial" is not defined by type "Login".',
    );
  });

  it('suggests no name', () => {
    const text = 'Cannot query field "vister" on type "Query". Did you mean "visitor" or "visitors"?';

    expect(toldMessage(text, new Error(text))).toBe('Cannot query field "vister" on type "Query".');
  });

  it('does not tell how the parser failed', () => {
    expect(toldMessage('Syntax Error: Maximum call stack size exceeded', null)).toBe(
      'The document is nested too deeply.',
    );
  });

  it('is otherwise as it was written', () => {
    expect(toldMessage('Give either first or last.', new Error('Give either first or last.'))).toBe(
      'Give either first or last.',
    );
  });
});
