import { StartError } from './start-error';

/** The environment is not usable as it is. The message lists every bad setting, one a line, with what to do. */
export class ConfigError extends StartError {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly string[]) {
    const settings = problems.length === 1 ? 'a setting' : `${problems.length} settings`;
    super(
      `Porchlight cannot start with ${settings} of this environment:\n${problems.map((p) => `  ${p}`).join('\n')}`,
    );
  }
}
