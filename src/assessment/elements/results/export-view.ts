import { copied } from '../../../guide/copy/copying.ts';
import {
  linkHint,
  linkHintWithoutPlan,
  linkLabel,
  linkReady,
  linkSelected,
  linkTooLong,
  makeLinkWithoutPlan,
} from '../../copy/sharing.ts';
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
      if (!way) continue;
      button.addEventListener(
        'click',
        () => void act(need(root, '[data-export-notices]'), way, button.dataset['export']),
      );
    }
    need(root, '[data-copy-link-text]').addEventListener(
      'click',
      () => void act(need(root, '[data-export-notices]'), () => this.#copyLink(), 'copy'),
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

  /** Makes the link; where it fits only without the plan and the projects, offers that one. */
  async #link(): Promise<void> {
    const { shareLink, MAX_FRAGMENT } = await part(() => import('../../file/share-link.ts'));
    const assessment = this.#assessment();
    const { entity, closing } = assessment;
    // Whoever answers for the entity did not agree to travel in a link; a closed version has to stay whole.
    const contact = closing ? entity.contact : { name: '', position: '', email: '' };
    const link = shareLink({ ...assessment, entity: { ...entity, contact } });
    const notices = need(this.#root, '[data-export-notices]');
    notices.replaceChildren();
    if (link.fits) return this.#showLink(link.fragment, 'whole', linkHint(closing !== null));
    need(this.#root, '[data-link-field]').hidden = true;
    need(this.#root, '[data-link-said]').textContent = '';
    const { length, withoutPlan } = link;
    showNotice(
      notices,
      linkTooLong(length, MAX_FRAGMENT, withoutPlan !== null),
      withoutPlan === null
        ? undefined
        : {
            label: makeLinkWithoutPlan,
            run: () => {
              notices.replaceChildren();
              this.#showLink(withoutPlan, 'withoutPlan', linkHintWithoutPlan);
            },
          },
    );
    notices.scrollIntoView({ block: 'nearest' });
  }

  /** Shows a link, and puts the person at the button that copies it: nobody reads or hears thousands of letters. */
  #showLink(fragment: string, what: keyof typeof linkReady, hint: string): void {
    const url = new URL(this.#root.dataset['sharedPath'] ?? '.', location.href);
    url.hash = fragment;
    const field = need(this.#root, '[data-link-field]');
    field.hidden = false;
    need<HTMLInputElement>(field, '[data-link]').value = url.href;
    need(field, '[data-link-label]').textContent = linkLabel[what];
    need(field, '[data-link-hint]').textContent = hint;
    need(field, '[data-link-copied]').textContent = '';
    need(this.#root, '[data-link-said]').textContent = linkReady[what];
    need(field, '[data-copy-link-text]').focus();
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
