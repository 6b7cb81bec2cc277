import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { NodeType, parse, type HTMLElement, type Node, type TextNode } from 'node-html-parser';
import { parse as parseYaml } from 'yaml';

/** Where a word is a name, a control or somebody else's text, and not prose of ours to explain. */
const LEFT_ALONE =
  'a, button, summary, label, legend, h1, h2, h3, h4, code, pre, nav, form, figure, [data-circular], .mark, .code, .sources, dt, th';

/** Words too common in these pages to be worth a link each time. */
const EVERYDAY = new Set(['fase', 'criterio', 'evidencia', 'servicio', 'vigencia', 'autoevaluacion', 'monitoreo']);

interface Term {
  readonly id: string;
  readonly pattern: RegExp;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Takes the glossary's YAML; gives its terms as patterns of whole words, acronyms in capitals only. */
export function readTerms(yaml: string): Term[] {
  const entries = parseYaml(yaml) as { id: string; termino: string; siglas: string[] }[];
  return entries
    .filter(({ id }) => !EVERYDAY.has(id))
    .map(({ id, termino, siglas }) => {
      const name = termino.replace(/\s*\(.*\)$/, '');
      const isAcronym = /^[A-ZÁÉÍÓÚÑ-]{2,}$/.test(name);
      const names = [...new Set([name, ...siglas])].map((each) => {
        const text = escaped(each);
        return /^[A-Z-]{2,}$/.test(each) || isAcronym
          ? text
          : `[${text.charAt(0).toUpperCase()}${text.charAt(0).toLowerCase()}]${text.slice(1)}s?`;
      });
      return { id, pattern: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${names.join('|')})(?![\\p{L}\\p{N}-])`, 'u') };
    });
}

function textNodes(root: HTMLElement): TextNode[] {
  const found: TextNode[] = [];
  const visit = (node: Node): void => {
    if (node.nodeType === NodeType.TEXT_NODE) found.push(node as TextNode);
    else if (node.nodeType === NodeType.ELEMENT_NODE) {
      const element = node as HTMLElement;
      if (element.tagName !== 'SCRIPT' && element.tagName !== 'SVG') element.childNodes.forEach(visit);
    }
  };
  visit(root);
  return found.filter((node) => node.parentNode?.closest(LEFT_ALONE) === null);
}

/** Links the first use of each term on a page to the glossary; gives the page unchanged where there is none. */
export function linkTerms(html: string, terms: readonly Term[], glossary: string): string {
  const root = parse(html, { comment: true });
  const prose = root.querySelector('main')?.querySelectorAll('p, li, dd, td') ?? [];
  const nodes = [...new Set(prose.flatMap((element) => textNodes(element)))];
  let changed = false;
  for (const { id, pattern } of terms) {
    const node = nodes.find(({ rawText }) => pattern.test(rawText));
    const match = node && pattern.exec(node.rawText);
    const parent = node?.parentNode;
    if (!node || !parent || !match) continue;
    const before = node.rawText.slice(0, match.index);
    const after = node.rawText.slice(match.index + match[0].length);
    const link = parse(`<a class="term" href="${glossary}#${id}">${match[0]}</a>`).firstChild as HTMLElement;
    const rest = node.clone();
    rest.rawText = after;
    node.rawText = before;
    const siblings = parent.childNodes;
    siblings.splice(siblings.indexOf(node) + 1, 0, link, rest);
    link.parentNode = parent;
    rest.parentNode = parent;
    nodes.splice(nodes.indexOf(node) + 1, 0, rest);
    changed = true;
  }
  return changed ? root.toString() : html;
}

/** After each build, links the first use of a term on each reading page to the glossary. */
export default function glossaryLinks(): AstroIntegration {
  let base = '/';
  return {
    name: 'glossary-links',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const terms = readTerms(await readFile('src/content/glosario/terminos.yaml', 'utf8'));
        const folder = fileURLToPath(dir);
        let linked = 0;
        for (const file of globSync('**/index.html', { cwd: folder })) {
          if (/^(glosario|buscar|indice|autoevaluacion)\//.test(file)) continue;
          const html = await readFile(`${folder}${file}`, 'utf8');
          const result = linkTerms(html, terms, `${base}glosario/`);
          if (result === html) continue;
          linked += 1;
          await writeFile(`${folder}${file}`, result);
        }
        logger.info(`${linked} pages with terms linked to the glossary`);
      },
    },
  };
}
