import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const MAX_GZIP_BYTES = 2_150;

const project = resolve(__dirname, '../..');
const outDir = mkdtempSync(join(tmpdir(), 'porchlight-widget-'));
let script = '';

beforeAll(() => {
  execFileSync(
    process.execPath,
    [
      join(project, 'node_modules/vite/bin/vite.js'),
      'build',
      '-c',
      'web/widget/vite.config.mts',
      '--outDir',
      outDir,
    ],
    { cwd: project, stdio: 'pipe' },
  );
  script = readFileSync(join(outDir, 'w.js'), 'utf8');
}, 60_000);

afterAll(() => rmSync(outDir, { recursive: true }));

it('[W-1] the whole script is small', () => {
  expect(gzipSync(script, { level: 9 }).byteLength).toBeLessThanOrEqual(MAX_GZIP_BYTES);
});

it('[W-18] no syntax is younger than 2020', () => {
  // Each of these would be a syntax error, and so a line on the console, where it is not known.
  expect(script).not.toMatch(/\?\?=|\|\|=|&&=|\(\?<[=!]|static\s*\{|#\w+\s*[=(;]/);
});

it('[W-15] no code is made from text, no style and no element is touched', () => {
  expect(script).not.toMatch(/\beval\b|new Function|innerHTML|createElement|\.style\b|importScripts|Worker/);
});

it('[W-8] tabs neither lock nor talk to each other, and nothing keeps a page out of the back-forward cache', () => {
  expect(script).not.toMatch(/navigator\.locks|BroadcastChannel|WebSocket|beforeunload|['"` ]unload/);
});

it('[W-16] nothing in it reads like the names that block lists look for', () => {
  expect(script).not.toMatch(/track|analytic|stats|collect|beacon|pixel|telemetry/i);
});

it('[W-2] it has nothing to say on the console', () => {
  expect(script).not.toContain('console');
});
