import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { Agent } from '../agents/agent.entity';
import { readConfig } from '../config';
import { ConfigError } from '../config-error';
import { explainStartFailure } from '../explain-start-failure';
import { StartError } from '../start-error';
import { resetPassword } from './reset-password';
import { withDatabase } from './with-database';

const USAGE = 'npm run agent:password -- somebody@example.com';

/** `npm run agent:password -- <e-mail>`: a new password for an agent who lost theirs, for whoever runs the server. */
async function main(): Promise<void> {
  const [email, ...others] = parseArgs({ allowPositionals: true }).positionals;
  if (email === undefined || others.length > 0) {
    throw new StartError(`Say whose password it is, by the e-mail they sign in with: ${USAGE}`);
  }
  const config = readConfig(process.env);
  const told = await withDatabase(config, async (dataSource) => {
    const reset = await resetPassword(dataSource, email);
    if (reset) return reset;
    const agents = await dataSource.getRepository(Agent).find({ order: { id: 'ASC' } });
    const known = agents.map(({ email, role }) => `\n  ${email} (${role.toLowerCase()})`).join('');
    throw new StartError(`Nobody signs in as ${email}. These do:${known || '\n  nobody yet'}`);
  }).catch((error: unknown) => {
    throw explainStartFailure(error, config);
  });
  process.stdout.write(
    [
      '',
      `  ${told.agent.displayName} is signed out everywhere and signs in with`,
      '',
      `  E-mail      ${told.agent.email}`,
      `  Password    ${told.password}   (shown once: choose another under Settings, Your password)`,
      '',
      '',
    ].join('\n'),
  );
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const isForReader = error instanceof ConfigError || error instanceof StartError;
    process.stderr.write(
      `\n${isForReader ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exit(1);
  },
);
