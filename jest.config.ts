/** @jest-config-loader ts-node
 *  @jest-config-loader-options {"transpileOnly": true, "compilerOptions": {"module": "commonjs", "moduleResolution": "node10", "ignoreDeprecations": "6.0"}} */
import type { Config } from 'jest';

type ProjectConfig = Exclude<NonNullable<Config['projects']>[number], string>;

const swc = (tsx: boolean): [string, object] => [
  '@swc/jest',
  {
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx, decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        react: { runtime: 'automatic' },
      },
    },
  },
];

const common = {
  transform: { '^.+\\.(ts|js|mts|mjs)$': swc(false), '^.+\\.tsx$': swc(true) },
  // wouter comes as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!wouter/)'],
};

// Starts the one PostgreSQL of the run; only for projects that use it.
const withPostgres = {
  globalSetup: '<rootDir>/api/testing/global-setup.ts',
  globalTeardown: '<rootDir>/api/testing/global-teardown.ts',
};

// Minutes long, and hard on the machine: a run of their own, see `npm run test:faults`.
const faults: ProjectConfig = {
  ...common,
  ...withPostgres,
  displayName: 'faults',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/api/faults/*.fault.test.ts'],
  setupFiles: ['reflect-metadata'],
};

// Minutes of real time: see `npm run test:long`.
const long: ProjectConfig = {
  ...common,
  ...withPostgres,
  displayName: 'long',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/web/e2e/*.long.test.ts'],
  setupFiles: ['reflect-metadata'],
};

const config: Config = {
  coverageProvider: 'v8',
  maxWorkers: 2,
  testTimeout: process.env.TEST_FAULTS ? 180_000 : 90_000,
  projects: [
    ...(process.env.TEST_FAULTS ? [faults] : []),
    ...(process.env.TEST_LONG ? [long] : []),
    {
      ...common,
      ...withPostgres,
      displayName: 'api',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/api/**/*.test.ts'],
      testPathIgnorePatterns: ['\\.fault\\.test\\.ts$'],
      setupFiles: ['reflect-metadata'],
    },
    {
      ...common,
      displayName: 'web',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/web/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['<rootDir>/web/e2e/'],
      setupFilesAfterEnv: ['<rootDir>/web/testing/setup-jsdom.ts'],
      moduleNameMapper: {
        '\\.module\\.css$': '<rootDir>/web/testing/css-module.ts',
        '\\.css$': '<rootDir>/web/testing/css-module.ts',
      },
    },
    {
      ...common,
      ...withPostgres,
      displayName: 'e2e',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/web/e2e/**/*.test.ts'],
      testPathIgnorePatterns: ['\\.long\\.test\\.ts$'],
      setupFiles: ['reflect-metadata'],
    },
  ],
};

export default config;
