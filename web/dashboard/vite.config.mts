import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

const API = 'http://127.0.0.1:4000';
/** Before compression; the libraries alone are most of it. */
const LARGEST_CHUNK_KB = 900;
/** Bytes; below that nothing is won. */
const SMALLEST_COMPRESSED = 1024;
const root = import.meta.dirname;

export default defineConfig({
  root,
  base: '/',
  // Once for all requests, and as small as it gets; the API serves what the browser takes.
  plugins: [react(), compression({ algorithms: ['gzip', 'brotliCompress'], threshold: SMALLEST_COMPRESSED })],
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
