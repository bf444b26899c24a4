import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** One classic script, nothing beside it: sites load it with a plain script tag. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  logLevel: 'warn',
  build: {
    target: 'es2020',
    outDir: fileURLToPath(new URL('../../dist/web/widget', import.meta.url)),
    emptyOutDir: true,
    modulePreload: false,
    reportCompressedSize: false,
    lib: { entry: 'main.ts', formats: ['iife'], name: 'porchlightScript', fileName: () => 'w.js' },
  },
});
