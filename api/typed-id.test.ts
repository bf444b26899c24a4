import { isId, kindOf, newId } from './typed-id';

const SUFFIX = '01kaw3v5xtebs8dkvqe0m0sqp7';

it('a new id is recognised as its own kind and as no other', () => {
  const id = newId('visitor');

  expect(isId('visitor', id)).toBe(true);
  expect(isId('site', id)).toBe(false);
  expect(kindOf(id)).toBe('visitor');
});

it('ids made one after another are different and sort in that order', () => {
  const ids = Array.from({ length: 200 }, () => newId('site'));

  expect(new Set(ids).size).toBe(200);
  expect([...ids].sort()).toEqual(ids);
});

it.each([
  ['empty text', ''],
  ['free text', 'not-an-id'],
  ['an unknown kind', `robot_${SUFFIX}`],
  ['upper case', `visitor_${SUFFIX.toUpperCase()}`],
  ['a letter Crockford leaves out', `visitor_${SUFFIX.slice(0, 25)}u`],
  ['more than 128 bits', `visitor_8${SUFFIX.slice(1)}`],
  ['a missing character', `visitor_${SUFFIX.slice(1)}`],
  ['a line end behind it', `visitor_${SUFFIX}\n`],
  ['NUL', `visitor_${SUFFIX}\0`],
  ['a property of every object', 'constructor_' + SUFFIX],
])('%s is no id', (_, text) => {
  expect(kindOf(text)).toBeNull();
  expect(isId('visitor', text)).toBe(false);
});

it('a well-formed id of another process is recognised', () => {
  expect(kindOf(`key_${SUFFIX}`)).toBe('key');
});
