import type { DocumentModel } from '../../documents/document-model.ts';
import { paper } from './paper.ts';

/** Takes any text; gives it as a string of CSS, in which no sign can end the string or the rule. */
function cssString(text: string): string {
  const signs = [...text].map((sign) =>
    /[\p{L}\p{N} .,:;·-]/u.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${signs.join('')}"`;
}

/** The rule of a document's pages: what stands at the head of each. */
function pageRule(model: DocumentModel): string {
  return `@page {
    size: letter;
    margin: 22mm 15mm 18mm;
    @top-left {
      content: ${cssString(model.runningHead.replace(/\s+/g, ' '))};
      width: 100%;
      font: 8pt sans-serif;
      vertical-align: bottom;
      padding-bottom: 2mm;
      margin-bottom: 3mm;
      border-bottom: 0.5pt solid #000;
    }
  }`;
}

/**
 * Puts one document on paper in the place of the page around it: while `data-printing` stands at the root, the style
 * sheet shows the sheet alone. The screen comes back when the browser has printed.
 */
export class Printing {
  readonly #sheet: HTMLElement;
  #end: () => void = () => undefined;

  constructor(sheet: HTMLElement) {
    this.#sheet = sheet;
    window.addEventListener('afterprint', () => this.#end());
  }

  /** Takes a document and the name that a PDF of it should have, without its ending. */
  print(model: DocumentModel, name: string): void {
    this.#end();
    const { title } = document;
    // Text that changes cannot be in a style sheet of the site: it comes in one that is made here.
    const rule = new CSSStyleSheet();
    rule.replaceSync(pageRule(model));
    this.#end = () => {
      this.#end = () => undefined;
      delete document.documentElement.dataset['printing'];
      document.title = title;
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== rule);
      this.#sheet.replaceChildren();
    };
    this.#sheet.replaceChildren(paper(model, 1));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, rule];
    document.documentElement.dataset['printing'] = model.kind;
    // Browsers propose the title as the file's name.
    document.title = name;
    window.print();
  }
}
