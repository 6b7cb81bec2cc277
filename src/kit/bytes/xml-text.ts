/** What XML 1.0 cannot carry: control characters, half characters, and two that mean nothing. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Takes any text; gives what XML carries of it, with one kind of line break. Nothing is escaped. */
export function xmlText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(NOT_XML, '');
}

/**
 * Takes any text; gives what a cell carries of it: one kind of line break, nothing that XML cannot hold, no blanks at
 * the ends. Cells are compared in this form, so that what a workbook cannot hold is never taken for a change.
 */
export function cellText(text: string): string {
  return xmlText(text).trim();
}
