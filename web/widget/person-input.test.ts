import { personInput } from './person-input';

it('traits that are not flat are left out, whatever their name', () => {
  const traits = {
    plan: 'team',
    seats: 3,
    trial: false,
    none: null,
    list: [1],
    deep: { a: 1 },
    at: new Date(0),
  };

  expect(JSON.parse(personInput({ traits }))).toEqual({
    traits: { plan: 'team', seats: 3, trial: false, none: null, at: '1970-01-01T00:00:00.000Z' },
  });
});

it('an id is text, and nothing is said about what the site did not say', () => {
  expect(JSON.parse(personInput({ id: 42 }))).toEqual({ externalId: '42' });
});
