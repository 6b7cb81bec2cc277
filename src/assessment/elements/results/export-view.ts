import { copied } from '../../../guide/copy/copying.ts';
import { linkHint, linkSelected, linkTooLong } from '../../copy/sharing.ts';
import type { Assessment } from '../../domain/assessment.ts';
import type { Instrument } from '../../../instrument/instrument.ts';
import { part } from '../../../kit/browser/part.ts';
import type { CopyLine } from '../copy-line/copy-line.ts';
import { need, pageData } from '../../../kit/browser/dom.ts';
import { downloadBytes } from '../../../kit/browser/download.ts';
import { showNotice } from '../../../kit/browser/notice-box.ts';
import { act } from '../page/start.ts';

const CSV = 'text/csv;charset=utf-8';

/** The ways to take the results along: file, workbook, CSV, link. What writes each comes only when it is asked for. */
export class ExportView {
  readonly #root: HTMLElement;
  readonly #assessment: () => Assessment;

  constructor(root: HTMLElement, assessment: () => Assessment, copyLine: CopyLine) {
    this.#root = root;
    this.#assessment = assessment;
    const ways: Record<string, () => Promise<void>> = {
      file: () => copyLine.download(),
      workbook: () => this.#workbook(),
      results: () => this.#csv('results'),
      answers: () => this.#csv('answers'),
      link: () => this.#link(),
    };
    for (const button of root.querySelectorAll<HTMLElement>('[data-export]')) {
      const way = ways[button.dataset['export'] ?? ''];
      if (way) button.addEventListener('click', () => void act(need(root, '[data-export-notices]'), way));
    }
    need(root, '[data-copy-link-text]').addEventListener(
      'click',
      () => void act(need(root, '[data-export-notices]'), () => this.#copyLink()),
    );
  }

  get #instrument(): Instrument {
    return pageData<Instrument>(this.#root, 'instrument');
  }

  async #workbook(): Promise<void> {
    const { assessmentWorkbook, workbookFileName, WORKBOOK_TYPE } = await part(
      () => import('../../workbook/assessment-workbook.ts'),
    );
    const assessment = this.#assessment();
    const bytes = await assessmentWorkbook(this.#instrument, assessment);
    downloadBytes(workbookFileName(assessment), bytes, WORKBOOK_TYPE);
  }

  async #csv(what: 'results' | 'answers'): Promise<void> {
    const csv = await part(() => import('../../file/assessment-csv.ts'));
    const assessment = this.#assessment();
    const [name, text] =
      what === 'results'
        ? [csv.resultsCsvFileName(assessment), csv.resultsCsv(this.#instrument, assessment)]
        : [csv.answersCsvFileName(assessment), csv.answersCsv(this.#instrument, assessment)];
    downloadBytes(name, text, CSV);
  }

  async #link(): Promise<void> {
    const { assessmentToFragment, MAX_FRAGMENT } = await part(() => import('../../file/share-link.ts'));
    const assessment = this.#assessment();
    const { entity, closing } = assessment;
    // Whoever answers for the entity did not agree to travel in a link; a closed version has to stay whole.
    const contact = closing ? entity.contact : { name: '', position: '', email: '' };
    const fragment = assessmentToFragment({ ...assessment, entity: { ...entity, contact } });
    const field = need(this.#root, '[data-link-field]');
    const notices = need(this.#root, '[data-export-notices]');
    notices.replaceChildren();
    field.hidden = fragment.length > MAX_FRAGMENT;
    if (fragment.length > MAX_FRAGMENT) {
      showNotice(notices, linkTooLong(fragment.length, MAX_FRAGMENT));
      return;
    }
    const url = new URL(this.#root.dataset['sharedPath'] ?? '.', location.href);
    url.hash = fragment;
    const input = need<HTMLInputElement>(field, '[data-link]');
    input.value = url.href;
    need(field, '[data-link-hint]').textContent = linkHint(closing !== null);
    need(field, '[data-link-copied]').textContent = '';
    input.focus();
    input.select();
  }

  async #copyLink(): Promise<void> {
    const input = need<HTMLInputElement>(this.#root, '[data-link]');
    const outcome = need(this.#root, '[data-link-copied]');
    try {
      await navigator.clipboard.writeText(input.value);
      outcome.textContent = copied;
    } catch {
      // A browser without the clipboard, or that refuses it: the text is selected, so that the keyboard can copy it.
      input.focus();
      input.select();
      outcome.textContent = linkSelected;
    }
  }
}
