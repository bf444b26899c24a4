import js from '@eslint/js';
import graphql from '@graphql-eslint/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

const ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only config.ts and main.ts read the environment; take what you need as an argument.',
};

const ASYNC_GENERATOR = {
  selector: ':function[async=true][generator=true]',
  message:
    'return() of an async generator waits for its pending await, so a subscription would leak: write the iterator by hand.',
};

// A list of scalars, or of what a page always shows whole, needs no connection.
const RELAY_EDGES = { withEdgeSuffix: true, shouldImplementNode: true, listTypeCanWrapOnlyEdgeType: false };

const DESCRIBED = {
  types: true,
  rootField: true,
  DirectiveDefinition: true,
  FieldDefinition: true,
  InputValueDefinition: true,
  EnumValueDefinition: true,
};

const TESTS = [
  '**/*.test.{ts,tsx}',
  'api/{testing,bench,conformance,faults,soak}/**',
  'web/{testing,e2e,bench}/**',
];

const globals = (...names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', '.porchlight/', 'web/generated/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.{ts,tsx,mts,js,mjs,cjs}'], extends: [js.configs.recommended] },
  {
    files: ['schema.graphql'],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: 'schema.graphql' } },
    },
    plugins: { '@graphql-eslint': graphql },
    extends: [graphql.configs['flat/schema-recommended'], graphql.configs['flat/schema-relay']],
    rules: {
      // Only what has an identity of its own has an id, and such types implement Node.
      '@graphql-eslint/strict-id-in-types': 'off',
      '@graphql-eslint/relay-edge-types': ['error', RELAY_EDGES],
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      '@graphql-eslint/input-name': ['error', { checkInputType: true, caseSensitiveInputType: false }],
      '@graphql-eslint/no-scalar-result-type-on-mutation': 'error',
      '@graphql-eslint/require-description': ['error', DESCRIBED],
    },
  },
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Files with decorators are left out by the rule itself: there, an import is also a value at run time.
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', ENVIRONMENT],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['api/**/*.ts'],
    ignores: TESTS,
    rules: { 'no-restricted-syntax': ['error', ENVIRONMENT, ASYNC_GENERATOR] },
  },
  {
    files: ['api/main.ts', 'api/recovery/main.ts', 'api/config.ts', 'jest.config.ts'],
    rules: { 'no-restricted-syntax': ['error', ASYNC_GENERATOR] },
  },
  {
    files: TESTS,
    rules: {
      'no-restricted-syntax': 'off',
      // Answers come as JSON here, and the assertions are what says their shape.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  { files: ['web/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat.recommended] },
  {
    files: ['api/setup/**/*.mjs', '*.mjs', '*.cjs'],
    languageOptions: {
      globals: globals(
        'process',
        'console',
        'setInterval',
        'clearInterval',
        'URL',
        'module',
        'require',
        '__dirname',
      ),
    },
  },
  {
    files: ['web/**/*.js'],
    languageOptions: { globals: globals('window', 'document', 'location', 'history', 'console') },
  },
);
