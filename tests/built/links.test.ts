import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attributes, readPages } from './site.ts';

describe.each([
  { folder: 'dist', base: '/' },
  { folder: 'dist-base', base: '/gobierno-en-linea/' },
])('the site built under $base', ({ folder, base }) => {
  const pages = readPages(folder);
  const idsOf = new Map(pages.map(({ path, html }) => [path, new Set(attributes(html, 'id'))]));

  it('has its pages', () => expect(pages.length).toBeGreaterThan(115));

  it('has no dead link, neither to a page nor to a place in it', () => {
    const dead = pages.flatMap(({ path, html }) =>
      [...attributes(html, 'href'), ...attributes(html, 'src')]
        .filter((link) => !/^(https?:|mailto:|data:)/.test(link))
        .flatMap((link) => {
          const [whole = '', anchor = ''] = link.split('#');
          const target = whole.replace(/\?.*$/, '');
          if (target !== '' && !target.startsWith(base)) return [`${path}: ${link} is outside ${base}`];
          const to = target === '' ? path : `/${target.slice(base.length)}`;
          const isPage = to.endsWith('/') || to === '/404.html';
          if (!isPage) return existsSync(`${folder}${to}`) ? [] : [`${path}: ${link} is no file`];
          const ids = idsOf.get(to);
          if (!ids) return [`${path}: ${link} is no page`];
          return anchor === '' || ids.has(decodeURIComponent(anchor)) ? [] : [`${path}: ${link} has no such place`];
        }),
    );
    expect(dead).toEqual([]);
  });

  it('leads from the home, the list and the open data to where a file is checked', () => {
    const leading = pages
      .filter(({ html }) => attributes(html, 'href').includes(`${base}autoevaluacion/comprobar/`))
      .map(({ path }) => path);
    expect(leading).toEqual(expect.arrayContaining(['/', '/autoevaluacion/', '/datos-abiertos/']));
  });

  it('has no id twice on one page', () => {
    const twice = pages.flatMap(({ path, html }) => {
      const ids = attributes(html, 'id');
      return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path}#${id}`);
    });
    expect(twice).toEqual([]);
  });

  it('has one h1 a page, and headings that do not jump a level', () => {
    const wrong = pages.flatMap(({ path, html }) => {
      const levels = [...html.replace(/<template[\s\S]*?<\/template>/g, '').matchAll(/<h([1-6])[\s>]/g)].map((match) =>
        Number(match[1]),
      );
      const ones = levels.filter((level) => level === 1).length;
      const jumps = levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1);
      return ones === 1 && !jumps ? [] : [`${path}: ${levels.join(' ')}`];
    });
    expect(wrong).toEqual([]);
  });

  it('forbids inline script and style on every page', () => {
    for (const { path, html } of pages) {
      const policy = /http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).not.toContain('unsafe-inline');
      expect(html, path).not.toMatch(/\sstyle="/);
      expect(html, path).not.toMatch(/\son[a-z]+="/);
    }
  });
});
