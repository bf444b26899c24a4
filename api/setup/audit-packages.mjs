// What is known of the packages we ship: `npm run audit:packages`. Fails for anything high or critical; where the registry keeps no
// account of such things, or cannot be asked, it says so and is content.
import { readAudit } from './read-audit.mjs';
import { runNpm } from './run-npm.mjs';

// Whoever cannot be reached shall not hold up everything else.
const PATIENCE = { npm_config_fetch_retries: '0', npm_config_fetch_timeout: '20000' };
const { output } = await runNpm(['audit', '--omit=dev', '--json'], PATIENCE);
const { ok, told } = readAudit(output);
console.log(told);
if (!ok) process.exitCode = 1;
