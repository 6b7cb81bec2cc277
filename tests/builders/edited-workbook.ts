import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** What is put in a cell: a text, a number, nothing, or XML of its own (a formula, an error). */
export type Edit = string | number | null | { readonly xml: string };

/** A workbook as people change it: cells, names of sheets, whole parts. Written with none of the writer's code. */
export class EditedWorkbook {
  readonly files: Record<string, Uint8Array>;

  constructor(bytes: Uint8Array) {
    this.files = unzipSync(bytes);
  }

  part(path: string): string {
    const file = this.files[path];
    if (!file) throw new Error(`no part ${path}`);
    return strFromU8(file);
  }

  /** Replaces in a part; throws where nothing is replaced, so that a test never passes by doing nothing. */
  replace(path: string, from: string | RegExp, to: string): this {
    const before = this.part(path);
    const after = before.replace(from, () => to);
    if (after === before) throw new Error(`nothing to replace in ${path}`);
    this.files[path] = strToU8(after);
    return this;
  }

  /** Puts a part in the place of another, or beside them. */
  with(path: string, content: string): this {
    this.files[path] = strToU8(content);
    return this;
  }

  /** The part of a sheet: this writer numbers them in their order. */
  sheetPath(name: string): string {
    const names = [...this.part('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, each]) => each);
    if (!names.includes(name)) throw new Error(`no sheet ${name}`);
    return `xl/worksheets/sheet${names.indexOf(name) + 1}.xml`;
  }

  /** Puts something in a cell, as `C5`; adds the cell at the end of its row, or the row, where it is not there yet. */
  cell(sheet: string, reference: string, edit: Edit): this {
    const path = this.sheetPath(sheet);
    const row = /\d+$/.exec(reference)?.[0] ?? '';
    const text = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const xml =
      edit === null
        ? ''
        : typeof edit === 'string'
          ? `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${text(edit)}</t></is></c>`
          : typeof edit === 'number'
            ? `<c r="${reference}"><v>${edit}</v></c>`
            : `<c r="${reference}"${edit.xml}</c>`;
    const old = new RegExp(`<c r="${reference}"(?:[^<>]*/>|.*?</c>)`, 's');
    if (old.test(this.part(path))) return this.replace(path, old, xml);
    const end = new RegExp(`(<row r="${row}"[^>]*>(?:(?!</row>).)*)</row>`, 's').exec(this.part(path));
    if (end) return this.replace(path, end[0], `${end[1]}${xml}</row>`);
    return this.replace(path, '</sheetData>', `<row r="${row}">${xml}</row></sheetData>`);
  }

  /** Takes a whole row away, as its number in the file; the others keep theirs. */
  withoutRow(sheet: string, row: number): this {
    return this.replace(this.sheetPath(sheet), new RegExp(`<row r="${row}"[^>]*>.*?</row>`, 's'), '');
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return zipSync(this.files);
  }
}
