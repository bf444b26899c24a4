import { passwordProblem } from './password-problem';

it.each(['', 'elevenchars', '🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑'])('%p is too short', (password) => {
  expect(passwordProblem(password, 'ann@example.com')).toMatch('at least 12');
});

it('the e-mail address is no password, whatever its letter case', () => {
  expect(passwordProblem(' Ann@Example.com', 'ann@example.com ')).toMatch('e-mail');
});

it('twelve characters are enough', () => {
  expect(passwordProblem('twelve chars', 'ann@example.com')).toBeNull();
});
