import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { publishedAddresses } from './published.ts';
import { readPages } from './site.ts';

describe('the address of the site', () => {
  it('is claimed by no file of a build that was given none: what needs it takes the one at which it is read', () => {
    const claiming = globSync('dist/**/*.{html,js,json,css,txt,xml}').filter((file) =>
      /localhost|127\.0\.0\.1|rel="?canonical/.test(readFileSync(file, 'utf8')),
    );
    expect(claiming).toEqual([]);
  });

  it('is named by each page of a build that was given one', () => {
    for (const { path, html } of readPages('dist-base').filter((page) => !page.path.endsWith('.html'))) {
      expect(html, path).toContain(`<link rel="canonical" href="https://www.ejemplo.gov.co/gobierno-en-linea${path}">`);
    }
  });
});

const LEDGER = 'docs/direcciones-publicadas.txt';

describe('the published addresses', () => {
  const ledger = readFileSync(LEDGER, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const built = new Set(publishedAddresses('dist'));

  it('stay for ever: none of the ledger has disappeared (if one must move, leave a page that leads on)', () => {
    expect(ledger.filter((address) => !built.has(address))).toEqual([]);
  });

  it('are all in the ledger (run «npm run direcciones» and commit what it adds)', () => {
    const known = new Set(ledger);
    expect([...built].filter((address) => !known.has(address))).toEqual([]);
  });

  it('are many: pages, paragraphs of the circular, articles, terms, norms, questions', () => {
    for (const address of ['/circular/#numeral-1', '/decreto/#articulo-8', '/glosario/#suit', '/criterios/inf-03/']) {
      expect(built.has(address), address).toBe(true);
    }
    expect(ledger.length).toBeGreaterThan(250);
  });
});
