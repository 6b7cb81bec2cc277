/**
 * One of the documents that go to the ministry, as plain words: paper and DOCX both show this object, so that neither can
 * say something that the other does not. Texts are not escaped and may hold line breaks; whoever shows them treats them
 * as text.
 */
export interface DocumentModel {
  /** `plan-de-accion`, `proyectos`, `carta-plan`, `carta-proyectos`: the beginning of the file's name. */
  readonly kind: string;
  readonly title: string;
  /** What tells this document from others: entity, vigencia. */
  readonly subtitle: string;
  /** For the running head of each page: entity, cut-off date, version of the instrument. */
  readonly runningHead: string;
  readonly blocks: readonly DocumentBlock[];
  /** Who signs, each with name and post, '' where they are written by hand. */
  readonly signatures: readonly { readonly role: string; readonly name: string; readonly position: string }[];
  /** What a file says of itself: whose it is, and the instant (ISO) of the last change of what it shows. */
  readonly origin?: { readonly author: string; readonly modified: string };
}

/** Parts the name of a line from what it says: «Meta:⇥100 %». Whoever shows a text as it is shows a blank there. */
export const LABEL_END = '\t';

/** Takes a text of a cell; gives its lines, each with its name apart, '' where it has none. */
export function labelledLines(text: string): { readonly label: string; readonly text: string }[] {
  return text.split('\n').map((line) => {
    const at = line.indexOf(LABEL_END);
    return at < 0 ? { label: '', text: line } : { label: line.slice(0, at), text: line.slice(at + 1) };
  });
}

export interface DocumentColumn {
  readonly name: string;
  /** True for amounts and percentages: set to the right, with tabular figures. */
  readonly isNumber?: boolean;
  /** Share of the width, in percent; all columns of a table make 100. */
  readonly width: number;
}

export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly isNote?: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Name and value, a line each. */
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: string])[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly DocumentColumn[];
      /** A cell may hold several lines, with or without names (`labelledLines`). */
      readonly rows: readonly (readonly string[])[];
      /** The row of totals, or none. */
      readonly foot?: readonly string[];
    };
