import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const pages = readdirSync(__dirname).filter((name) => name.endsWith('.html'));

function parse(name: string): Document {
  return new DOMParser().parseFromString(readFileSync(join(__dirname, name), 'utf8'), 'text/html');
}

/** The file that answers for an address under /demo/; a step of the builder is the builder. */
function fileOf(address: string): string {
  const name = address.replace(/^\/demo\//, '').split('/')[0] || 'index.html';
  return name.includes('.') ? name : `${name}.html`;
}

describe.each(pages)('%s', (name) => {
  const page = parse(name);

  it('carries the widget with the place for the site key', () => {
    const widget = page.querySelector('script[src="/w.js"]');

    expect(widget?.getAttribute('data-site')).toBe('{{SITE_KEY}}');
    expect(widget?.hasAttribute('async')).toBe(true);
  });

  it('holds no script, style or handler of its own, which the policy would refuse', () => {
    expect(page.querySelectorAll('script:not([src]), style, [style]')).toHaveLength(0);
    expect(page.documentElement.innerHTML).not.toMatch(/\son[a-z]+=/);
  });

  it('links only to what is there', () => {
    const addresses = [...page.querySelectorAll('[href], [src]')].map(
      (element) => element.getAttribute('href') ?? element.getAttribute('src')!,
    );

    for (const address of addresses.filter((found) => !['/', '/w.js'].includes(found)))
      expect([address, existsSync(join(__dirname, fileOf(address)))]).toEqual([address, true]);
  });

  it('has a title of its own and marks itself in the menu', () => {
    const titles = pages.map((other) => parse(other).title);

    expect(titles.filter((title) => title === page.title)).toHaveLength(1);
    expect(page.querySelectorAll('nav [aria-current="page"]')).toHaveLength(1);
  });
});
