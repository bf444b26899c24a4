/** @jest-environment node */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '../..');

describe('porchlight/widget, as a site’s own build has it', () => {
  // Inside the package, which may import itself by its name.
  const folder = mkdtempSync(join(ROOT, 'dist/types-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const complaintsAbout = (code: string): string[] => {
    const file = join(folder, 'site.ts');
    writeFileSync(file, code);
    const program = ts.createProgram([file], {
      strict: true,
      noEmit: true,
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      types: [],
    });
    return ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  };

  it('[W-20] has types for everything that the documents promise', () => {
    expect(
      complaintsAbout(`
        import { init } from 'porchlight/widget';
        const porchlight = init({ site: 'site_key', api: '/graphql', consent: 'required', maskUrl: (url) => url });
        porchlight?.identify({ id: 42, name: 'Maria', traits: { plan: 'pro' }, signature: 'ab' });
        porchlight?.on('state', (state) => state === 'live');
        porchlight?.page('/cart'); porchlight?.consent(true); porchlight?.reset(); porchlight?.shutdown();
        void porchlight?.debug();
      `),
    ).toEqual([]);
  });

  it('[W-20] has types that notice a slip of the pen', () => {
    expect(
      complaintsAbout(`import { init } from 'porchlight/widget'; init({ sight: 'site_key' });`).join(),
    ).toContain("'sight' does not exist in type 'WidgetOptions'");
  });

  it('[W-20] does nothing on a server, and does not fail there', () => {
    const code = `import { init } from 'porchlight/widget'; console.log(init({ site: 'site_key' }) === undefined)`;
    const file = join(folder, 'server.mjs');
    writeFileSync(file, code);

    expect(execFileSync(process.execPath, [file], { encoding: 'utf8' })).toBe('true\n');
  });
});
