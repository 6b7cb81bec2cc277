import { readFileSync, globSync } from 'node:fs';
import { parse } from 'yaml';

export interface ContentFile {
  /** Path from the project's root. */
  file: string;
  frontmatter: unknown;
  /** The MDX below the frontmatter. */
  body: string;
}

/** Reads every content file that matches a glob under `src/content/`. Throws where a file has no frontmatter. */
export function readContent(pattern: string): ContentFile[] {
  return globSync(`src/content/${pattern}`)
    .sort()
    .map((file) => {
      const match = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(readFileSync(file, 'utf8'));
      if (!match) throw new Error(`${file}: falta la cabecera entre dos líneas ---.`);
      return { file, frontmatter: parse(match[1] ?? '') as unknown, body: match[2] ?? '' };
    });
}

/** Reads one YAML file under `src/content/`. */
export function readYaml(path: string): unknown {
  return parse(readFileSync(`src/content/${path}`, 'utf8'));
}
