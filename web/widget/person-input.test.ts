import { personInput } from './person-input';

it('an id is text, and nothing is said about what the site did not say', () => {
  expect(JSON.parse(personInput({ id: 42 }))).toEqual({ externalId: '42' });
});

it('a person is told in the words of the contract', () => {
  const person = {
    id: 'u1',
    name: 'Ada',
    email: 'ada@example.com',
    traits: { plan: 'team' },
    signature: 'abc',
  };

  expect(JSON.parse(personInput({ ...person, avatar: 'https://a.example/ada.png?s=80' }))).toEqual({
    externalId: 'u1',
    displayName: 'Ada',
    email: 'ada@example.com',
    avatarUrl: 'https://a.example/ada.png?s=80',
    traits: { plan: 'team' },
    identitySignature: 'abc',
  });
});

it.each(['javascript:alert(1)', 'data:image/png;base64,AA', '/ada.png', ''])(
  '[W-10] a picture at "%s" is left out',
  (avatar) => {
    expect(JSON.parse(personInput({ avatar }))).toEqual({});
  },
);
