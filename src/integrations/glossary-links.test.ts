import { describe, expect, it } from 'vitest';
import { linkTerms, readTerms } from './glossary-links.ts';

const terms = readTerms(`
- { id: tramite, termino: 'Trámite', siglas: [] }
- { id: suit, termino: 'SUIT', siglas: [] }
- { id: adscrita, termino: 'Adscrita (entidad)', siglas: [] }
- { id: pnsc, termino: 'Programa Nacional de Servicio al Ciudadano', siglas: ['PNSC'] }
- { id: fase, termino: 'Fase', siglas: [] }
`);
const linked = (html: string): string =>
  linkTerms(`<main>${html}</main>`, terms, '/glosario/').replace(/^<main>|<\/main>$/g, '');

describe('the links to the glossary', () => {
  it('stand on the first use of a term, as it is written there, and on no other', () => {
    expect(linked('<p>Los trámites y el trámite.</p><p>Un trámite.</p>')).toBe(
      '<p>Los <a class="term" href="/glosario/#tramite">trámites</a> y el trámite.</p><p>Un trámite.</p>',
    );
  });

  it('stand on the first use of each of several terms', () => {
    expect(linked('<p>Un trámite en el SUIT.</p><p>El SUIT otra vez.</p>')).toMatch(
      /#suit">SUIT<\/a>\.<\/p><p>El SUIT otra/,
    );
  });

  it('take whole words, and acronyms in capitals only', () => {
    expect(linked('<p>Trámiten la suite del SUIT-2.</p>')).toBe('<p>Trámiten la suite del SUIT-2.</p>');
    expect(linked('<p>Inscrito en el SUIT.</p>')).toContain('<a class="term" href="/glosario/#suit">SUIT</a>.');
    expect(linked('<p>El PNSC.</p>')).toContain('#pnsc');
    expect(linked('<p>entidades adscritas</p>')).toContain('#adscrita');
  });

  it('leave alone links, headings, controls, the circular and everyday words', () => {
    for (const html of [
      '<p><a href="/x">trámite</a></p>',
      '<h2>Trámite</h2>',
      '<p><button>Trámite</button></p>',
      '<article data-circular=""><p>trámites</p></article>',
      '<p>La fase.</p>',
    ]) {
      expect(linked(html)).toBe(html);
    }
  });

  it('change nothing else of the page', () => {
    const html = '<p>Uno &amp; dos <svg><text>trámite</text></svg> &lt;b&gt; trámite</p>';
    expect(linked(html).replace(/<a class="term"[^>]*>|<\/a>/g, '')).toBe(html);
  });
});
