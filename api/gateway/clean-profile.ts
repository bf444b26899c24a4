import { UserProblem, type UserProblemDetail } from '../user-problem';
import { cleanText } from './clean-text';

/** The most characters each text of an identify may have. */
const LONGEST = { externalId: 255, displayName: 300, email: 254, locale: 35, timeZone: 64 } as const;

type ProfileTexts = { readonly [name in keyof typeof LONGEST]?: string | null };

/**
 * The texts of a profile, storable and within their limits; what was not told stays undefined. Throws {@link UserProblem}
 * naming every one that is over its limit or not of its form.
 */
export function cleanProfile(told: ProfileTexts): ProfileTexts {
  const problems: UserProblemDetail[] = [];
  const clean = (name: keyof typeof LONGEST) => {
    if (told[name] === undefined) return undefined;
    const text = cleanText(told[name]);
    const limit = LONGEST[name];
    const length = text ? [...text].length : 0;
    if (length > limit) {
      const message = `${name} may have at most ${limit} characters, got ${length}.`;
      problems.push({ code: 'TOO_LONG', message, field: ['input', name] });
    }
    if (name === 'email' && text && !/^[^\s@]+@[^\s@]+$/.test(text)) {
      problems.push({ code: 'INVALID', message: 'email must look like name@host.', field: ['input', name] });
    }
    return text;
  };
  const profile = {
    externalId: clean('externalId'),
    displayName: clean('displayName'),
    email: clean('email'),
    locale: clean('locale'),
    timeZone: clean('timeZone'),
  };
  if (problems.length > 0) throw new UserProblem(problems);
  return profile;
}
