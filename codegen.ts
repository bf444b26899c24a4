import type { CodegenConfig } from '@graphql-codegen/cli';

const SETTINGS = 'web/dashboard/components/features/settings/**/*.{ts,tsx}';
const TESTS = '!web/**/*.test.{ts,tsx}';

const client = (...documents: string[]): CodegenConfig['generates'][string] => ({
  documents,
  preset: 'client',
  presetConfig: { fragmentMasking: false },
  config: {
    scalars: {
      DateTime: 'string',
      HttpUrl: 'string',
      Traits: 'Record<string, string | number | boolean | null>',
    },
    enumsAsTypes: true,
    useTypeImports: true,
  },
});

/**
 * Types and typed documents for the dashboard, from the schema the API emits; those of the settings apart, for they are fetched
 * only by those who open them. The widget writes its own short documents.
 */
const config: CodegenConfig = {
  schema: 'schema.graphql',
  ignoreNoDocuments: true,
  generates: {
    'web/generated/': client('web/dashboard/**/*.{ts,tsx}', `!${SETTINGS}`, TESTS),
    'web/generated/settings/': client(SETTINGS, TESTS),
  },
};

export default config;
