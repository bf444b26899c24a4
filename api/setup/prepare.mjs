import { buildWeb } from './build-web.mjs';
import { getProgram } from './get-program.mjs';
import { installPackages } from './install-packages.mjs';
import { CHROMIUM, FAKETIME, REDIS } from './programs.mjs';

/** Gets whatever is missing for `npm start` or for `npm test`. Rejects with a SetupError that says what to do. */
export async function prepare(purpose) {
  const bringsOwnRedis = purpose === 'start' && process.env.REDIS_URL;
  if (!bringsOwnRedis) await getProgram(REDIS);
  if (purpose === 'test') await getProgram(CHROMIUM);
  if (purpose === 'test' && process.platform === 'linux') await getProgram(FAKETIME);
  await installPackages();
  await buildWeb();
}
