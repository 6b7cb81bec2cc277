import { globSync, readFileSync } from 'node:fs';

export interface BuiltPage {
  /** Path under the site's root, without the base: `/circular/`. */
  path: string;
  html: string;
}

/** Reads every page that the build wrote under a folder. */
export function readPages(folder: string): BuiltPage[] {
  return globSync(`${folder}/**/*.html`)
    .sort()
    .map((file) => ({
      path: file.slice(folder.length).replace(/index\.html$/, ''),
      html: readFileSync(file, 'utf8'),
    }));
}

/** Every value of an attribute in a page. */
export function attributes(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map((match) =>
    (match[1] ?? '').replaceAll('&amp;', '&').replaceAll('&#38;', '&'),
  );
}

/** The text that a piece of HTML shows, in order, with its character references resolved. */
export function textOf(html: string): string {
  return html
    .replace(/<br\s*\/?>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
