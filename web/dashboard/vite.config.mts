import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const API = 'http://127.0.0.1:4000';
/** Before compression; the libraries alone are most of it. */
const LARGEST_CHUNK_KB = 900;
const root = import.meta.dirname;

export default defineConfig({
  root,
  base: '/',
  plugins: [react()],
  build: {
    outDir: resolve(root, '../../dist/web/dashboard'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: LARGEST_CHUNK_KB,
  },
  server: {
    // The page's own Host goes through, so that the API sees a same-origin call.
    proxy: {
      '/graphql': { target: API, ws: true, changeOrigin: false },
      '/w.js': { target: API, changeOrigin: false },
      '/demo': { target: API, changeOrigin: false },
    },
  },
});
