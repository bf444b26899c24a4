import { UserProblem, type UserProblemDetail } from '../user-problem';
import { cleanText } from '../gateway/clean-text';
import { originEntry } from '../sites/origin-entry';
import type { SiteChanges } from '../sites/sites.service';

const LONGEST_NAME = 300;
const MOST_ORIGINS = 100;
const MOST_PARAMETERS = 20;
const LONGEST_PARAMETER = 64;
const LONGEST_GRACE_SECONDS = 30;
const LONGEST_RETENTION_DAYS = 3_650;

/** Settings as a caller tells them; null is as good as left out. */
export type ToldSettings = { readonly [Name in keyof SiteChanges]?: SiteChanges[Name] | null };

/** The settings as they are stored; what was not told stays out. Throws UserProblem naming everything that is wrong. */
export function checkSettings(told: ToldSettings): SiteChanges {
  const problems: UserProblemDetail[] = [];
  const report = (code: UserProblemDetail['code'], message: string, ...field: string[]): void =>
    void problems.push({ code, message, field: ['input', ...field] });
  const changes: SiteChanges = {
    name: checkName(told.name, report),
    allowedOrigins: checkOrigins(told.allowedOrigins, report),
    keptUrlParameters: checkParameters(told.keptUrlParameters, report),
    keepsUrlFragment: told.keepsUrlFragment ?? undefined,
    identityVerification: told.identityVerification ?? undefined,
    goodbyeGraceSeconds: checkGrace(told.goodbyeGraceSeconds, report),
    retentionDays: checkRetention(told.retentionDays, report),
  };
  if (problems.length > 0) throw new UserProblem(problems);
  return changes;
}

type Report = (code: UserProblemDetail['code'], message: string, ...field: string[]) => void;

function checkName(told: string | null | undefined, report: Report): string | undefined {
  if (told == null) return undefined;
  const name = cleanText(told) ?? '';
  if (!name) report('REQUIRED', 'Say what the site is called.', 'name');
  const length = [...name].length;
  if (length > LONGEST_NAME) {
    report('TOO_LONG', `name may have at most ${LONGEST_NAME} characters, got ${length}.`, 'name');
  }
  return name;
}

function checkOrigins(told: readonly string[] | null | undefined, report: Report): string[] | undefined {
  if (told == null) return undefined;
  if (told.length > MOST_ORIGINS) {
    report('TOO_MANY', `There may be at most ${MOST_ORIGINS} origins, got ${told.length}.`, 'allowedOrigins');
    return undefined;
  }
  const entries = told.map(originEntry);
  entries.forEach((entry, i) => {
    if (entry !== null) return;
    const forms = 'https://shop.example, https://*.shop.example or the word null';
    report('INVALID', `An allowed origin looks like ${forms}.`, 'allowedOrigins', String(i));
  });
  return [...new Set(entries.filter((entry) => entry !== null))];
}

function checkParameters(told: readonly string[] | null | undefined, report: Report): string[] | undefined {
  if (told == null) return undefined;
  if (told.length > MOST_PARAMETERS) {
    const message = `There may be at most ${MOST_PARAMETERS} parameters, got ${told.length}.`;
    report('TOO_MANY', message, 'keptUrlParameters');
    return undefined;
  }
  told.forEach((name, i) => {
    if (/^[^\s&=#]+$/.test(name) && !/[\0\p{Surrogate}]/u.test(name) && name.length <= LONGEST_PARAMETER)
      return;
    const form = `1 to ${LONGEST_PARAMETER} characters without white space, &, = and #`;
    report('INVALID', `The name of a parameter has ${form}.`, 'keptUrlParameters', String(i));
  });
  return [...new Set(told)];
}

function checkGrace(told: number | null | undefined, report: Report): number | undefined {
  if (told == null) return undefined;
  if (told < 0 || told > LONGEST_GRACE_SECONDS) {
    report('INVALID', `It must be 0 to ${LONGEST_GRACE_SECONDS} seconds.`, 'goodbyeGraceSeconds');
  }
  return told;
}

function checkRetention(told: number | null | undefined, report: Report): number | undefined {
  if (told == null) return undefined;
  if (told < 1 || told > LONGEST_RETENTION_DAYS) {
    report('INVALID', `It must be 1 to ${LONGEST_RETENTION_DAYS} days.`, 'retentionDays');
  }
  return told;
}
