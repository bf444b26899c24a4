/**
 * Programs that no npm package brings: how they may be called on the PATH, what needs them, and which packages each
 * package manager has them in, best first.
 */
export const REDIS = {
  title: 'Redis',
  commands: ['redis-server', 'valkey-server'],
  packages: { 'apt-get': ['redis-server'], apk: ['redis'], dnf: ['redis', 'valkey'], brew: ['redis'] },
  otherwise: 'or set REDIS_URL to a Redis you have',
};

export const CHROMIUM = {
  title: 'Chromium',
  commands: ['chromium', 'chromium-browser', 'google-chrome'],
  packages: {
    'apt-get': ['chromium fonts-liberation'],
    apk: ['chromium'],
    dnf: ['chromium'],
    brew: ['--cask chromium'],
  },
  otherwise: 'the browser tests need it',
};

/** Lets a test run a program whose clock is wrong. */
export const FAKETIME = {
  title: 'faketime',
  commands: ['faketime'],
  packages: { 'apt-get': ['faketime'], apk: ['libfaketime'], dnf: ['libfaketime'], brew: ['libfaketime'] },
  otherwise: 'a test of skewed clocks needs it',
};
