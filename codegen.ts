import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types and typed documents for the dashboard, from the schema the API emits. The widget writes its own short documents. */
const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: ['web/dashboard/**/*.{ts,tsx}', '!web/**/*.test.{ts,tsx}'],
  ignoreNoDocuments: true,
  generates: {
    'web/generated/': {
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
    },
  },
};

export default config;
