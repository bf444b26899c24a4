// Builds the single-page app named, as a site's own build would, and prints it as one script.
import { dirname } from 'node:path';
import { argv, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const [{ output }] = await build({
  configFile: false,
  root: dirname(fileURLToPath(import.meta.url)),
  logLevel: 'error',
  define: { 'process.env.NODE_ENV': '"production"' },
  build: { write: false, lib: { entry: argv[2], formats: ['es'] } },
});
stdout.write(output[0].code);
