import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildApiSchema } from './build-schema';

/** The SDL of the API, in one order on every machine. */
export function printApiSchema(): string {
  return `${printSchema(lexicographicSortSchema(buildApiSchema()))}\n`;
}

if (require.main === module) {
  const sdl = printApiSchema();
  if (process.argv.includes('--print')) process.stdout.write(sdl);
  else writeFileSync('schema.graphql', sdl);
}
