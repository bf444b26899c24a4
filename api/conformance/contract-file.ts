import { join } from 'node:path';

/** The part of the schema that programs rely on: what it was when `npm run contract` was last run. */
export const CONTRACT_FILE = join(__dirname, 'contract.graphql');
