import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ConfigError } from './config-error';
import { readConfig } from './config';
import { createLog } from './log';
import { StartError } from './start-error';
import { startNode } from './start-node';

/** The root of the checkout, found from the sources as well as from the compiled build. */
function findRoot(): string {
  let folder = __dirname;
  while (!existsSync(resolve(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const asked = new Promise<null>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(null));
  });
  const node = await startNode({
    config,
    log,
    root: findRoot(),
    say: (line) => process.stderr.write(`${line}\n`),
  });
  const lost = await Promise.race([asked, node.lost]);
  await node.stop();
  // Started again, a node finds its data as they were; running on without its stores it would only pretend.
  if (lost) throw new StartError(`${lost}. Start Porchlight again; nothing that was stored is lost.`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const isForReader = error instanceof ConfigError || error instanceof StartError;
    const unexpected = error instanceof Error ? (error.stack ?? String(error)) : String(error);
    process.stderr.write(
      isForReader ? `\n${error.message}\n` : `\nPorchlight could not go on. ${unexpected}\n`,
    );
    process.exit(1);
  },
);
