const MIN_LENGTH = 12;

/** Why the password is not good enough for that agent, as a sentence to show; null when it is. */
export function passwordProblem(password: string, email: string): string | null {
  if ([...password].length < MIN_LENGTH) return `A password needs at least ${MIN_LENGTH} characters.`;
  if (password.trim().toLowerCase() === email.trim().toLowerCase()) {
    return 'A password must not be the e-mail address.';
  }
  return null;
}
