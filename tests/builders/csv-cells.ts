/** Reads a CSV text of this site back into cells, with none of the writer's code. Throws where it is not well formed. */
export function csvCells(text: string): string[][] {
  if (!text.startsWith('\uFEFF')) throw new Error('no byte order mark');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 1;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at += 1; ; at += 1) {
        if (at >= text.length) throw new Error('a quote that does not end');
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') {
          cell += '"';
          at += 1;
        } else break;
      }
      at += 1;
    } else {
      while (at < text.length && !';\r\n"'.includes(text[at] ?? '')) cell += text[at++];
    }
    row.push(cell);
    if (text[at] === ';') {
      at += 1;
    } else if (text.startsWith('\r\n', at)) {
      at += 2;
      rows.push(row);
      row = [];
    } else throw new Error(`neither a separator nor the end of a row at ${at}`);
  }
  if (row.length > 0) throw new Error('a row without its end');
  return rows;
}

/** A cell or a text without the apostrophes that stand before what a spreadsheet would run, at the start of each line. */
export function withoutGuards(text: string): string {
  return text.replace(/(^|[\r\n])'/g, '$1');
}
