import { assessmentTitle, instrumentName } from '../../copy/assessments.ts';
import { closedText, digestBroken } from '../../copy/closing.ts';
import { longDate, longInstant } from '../../../kit/words/dates.ts';
import { resultRow } from '../../copy/results.ts';
import { statusOf } from '../../domain/answer.ts';
import type { Assessment } from '../../domain/assessment.ts';
import type { Instrument } from '../../../instrument/instrument.ts';
import { resultsOf } from '../../domain/results.ts';
import { assessmentToFile } from '../../file/assessment-file.ts';
import type { OpeningMeans } from '../../opening/file-opener.ts';
import { part } from '../../../kit/browser/part.ts';
import { answerTexts, termsAndTexts } from '../page/answer-texts.ts';
import { need, pageData } from '../../../kit/browser/dom.ts';
import { downloadAssessment } from '../page/download.ts';
import { showNotice } from '../../../kit/browser/notice-box.ts';
import { act, start } from '../page/start.ts';
import { withAssessment } from '../page/keep-assessment.ts';

/** `<gel-shared>`: shows the assessment that the address carries, read-only, and offers to store it. */
export class GelSharedElement extends HTMLElement {
  static #bringReader: OpeningMeans['bringReader'];
  #assessment: Assessment | undefined;

  /** Puts the element to work. Takes what brings what reads the text of a file. */
  static define({ bringReader }: Pick<OpeningMeans, 'bringReader'>): void {
    GelSharedElement.#bringReader = bringReader;
    customElements.define('gel-shared', GelSharedElement);
  }

  connectedCallback(): void {
    void start(this, () => this.#read());
    window.addEventListener('hashchange', () => void start(this, () => this.#read()));
    // On paper stand all answers: nobody can open there what is closed.
    let closed: HTMLDetailsElement[] = [];
    window.addEventListener('beforeprint', () => {
      closed = [...this.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
      for (const each of closed) each.open = true;
    });
    window.addEventListener('afterprint', () => {
      for (const each of closed) each.open = false;
    });
    const faults = need(this, '[data-faults]');
    let isRunning = false;
    need(this, '[data-import]').addEventListener('click', () => {
      if (isRunning) return;
      isRunning = true;
      faults.replaceChildren();
      void act(faults, () => this.#import()).finally(() => (isRunning = false));
    });
    need(this, '[data-download-file]').addEventListener(
      'click',
      () => this.#assessment && downloadAssessment(this.#assessment),
    );
  }

  async #read(): Promise<void> {
    const notices = need(this, '[data-notices]');
    notices.replaceChildren();
    need(this, '[data-body]').hidden = true;
    const [{ fragmentToText, MAX_FRAGMENT }, read] = await Promise.all([
      part(() => import('../../file/share-link.ts')),
      GelSharedElement.#bringReader(),
    ]);
    const { hash } = location;
    const link = await fragmentToText(hash.slice(1));
    // The address has another one by now, which is read after this.
    if (location.hash !== hash) return;
    if (!link.ok) {
      const { linkUnread } = await part(() => import('../../copy/sharing.ts'));
      showNotice(notices, linkUnread(link.fault, MAX_FRAGMENT));
      return;
    }
    const reading = read(link.text);
    if (!reading.ok) {
      const { linkRefused } = await part(() => import('../../copy/files.ts'));
      showNotice(notices, linkRefused(reading.refusal));
      return;
    }
    if (link.isWithoutPlan) {
      const { openedWithoutPlan } = await part(() => import('../../copy/sharing.ts'));
      showNotice(notices, openedWithoutPlan, undefined, 'calm');
    }
    this.#assessment = reading.assessment;
    await this.#show(reading.assessment, notices);
  }

  async #show(assessment: Assessment, notices: Element): Promise<void> {
    const instrument = pageData<Instrument>(this, 'instrument');
    need(this, '[data-facts]').replaceChildren(
      ...termsAndTexts([
        ['Entidad', assessmentTitle(assessment)],
        ['NIT', assessment.entity.nit],
        ['Fecha de corte', longDate(assessment.cutoffDate)],
        ['Instrumento', instrumentName(assessment.instrument)],
        ['Último cambio', longInstant(assessment.modified)],
      ]),
    );
    const { closing } = assessment;
    need(this, '[data-closing]').textContent = closing ? closedText(longDate(closing.date), closing.responsible) : '';
    if (closing) {
      const { verifyClosing } = await part(() => import('../../file/closing.ts'));
      if ((await verifyClosing(assessmentToFile(assessment))).kind !== 'unchanged') showNotice(notices, digestBroken);
    }
    for (const result of resultsOf(instrument, assessment).sections) {
      const row = need(this, `[data-row="${result.section.id}"]`);
      const shown = resultRow(result);
      need(row, '[data-percent]').textContent = shown.percent;
      need(row, '[data-ceiling]').textContent = shown.ceiling || '—';
      need(row, '[data-answered]').textContent = shown.answered;
      need(row, '[data-state]').textContent = shown.state || '—';
      for (const criterion of result.section.criteria) {
        const item = need(this, `[data-criterion="${criterion.id}"]`);
        const answer = Object.hasOwn(assessment.answers, criterion.id) ? assessment.answers[criterion.id] : undefined;
        const chips = need<HTMLTemplateElement>(this, '[data-status-template]').content;
        const chip = need(chips, `[data-status="${statusOf(criterion, answer)}"]`).cloneNode(true);
        need(item, '[data-chip]').replaceChildren(chip);
        need(item, '[data-texts]').replaceChildren(...(answer ? answerTexts(answer) : []));
      }
    }
    need(this, '[data-body]').hidden = false;
  }

  /** Stores what the link brought, and goes to its results; what stores comes only now. */
  async #import(): Promise<void> {
    if (!this.#assessment) return;
    const { storeShared } = await part(() => import('./store-shared.ts'));
    const id = await storeShared(this.#assessment, need(this, '[data-faults]'));
    if (id === null) return;
    location.assign(withAssessment(this.dataset['results'] ?? '.', id));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gel-shared': GelSharedElement;
  }
}
