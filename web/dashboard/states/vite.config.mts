import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** The catalogue of states: `npm run states` serves it, and the accessibility tests look at a built one. */
export default defineConfig({
  root,
  base: '/',
  publicDir: resolve(root, '../public'),
  plugins: [react()],
  build: {
    outDir: resolve(root, '../../../dist/states'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1_500,
  },
});
