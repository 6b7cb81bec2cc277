import { assessmentTitle } from '../../copy/assessments.ts';
import { closedText, digestBroken } from '../../copy/closing.ts';
import { longDate, longInstant } from '../../copy/dates.ts';
import { fileRefused } from '../../copy/files.ts';
import { resultRow } from '../../copy/results.ts';
import { linkBroken } from '../../copy/sharing.ts';
import { statusOf } from '../../domain/answer.ts';
import type { Assessment } from '../../domain/assessment.ts';
import type { Instrument } from '../../domain/instrument.ts';
import { resultsOf } from '../../domain/results.ts';
import { assessmentToFile } from '../../formats/assessment-file.ts';
import { readAssessmentFile } from '../../formats/assessment-reader.ts';
import { verifyClosing } from '../../formats/closing.ts';
import { fragmentToText } from '../../formats/share-link.ts';
import { AssessmentStore } from '../../storage/assessment-store.ts';
import { toStorageError } from '../../storage/database.ts';
import { openNotices } from '../../storage/notices.ts';
import { answerTexts, termsAndTexts } from '../page/answer-texts.ts';
import { need, pageData } from '../page/dom.ts';
import { downloadAssessment } from '../page/download.ts';
import { newId } from '../page/new-id.ts';
import { showNotice } from '../page/notice-box.ts';
import { showOpenFault } from '../page/notice.ts';
import { start } from '../page/start.ts';

/** `<gel-shared>`: shows the assessment that the address carries, read-only, and offers to store it. */
export class GelSharedElement extends HTMLElement {
  #assessment: Assessment | undefined;

  connectedCallback(): void {
    void start(this, () => this.#read());
    window.addEventListener('hashchange', () => void start(this, () => this.#read()));
    need(this, '[data-import]').addEventListener('click', () => void start(this, () => this.#import()));
    need(this, '[data-download-file]').addEventListener(
      'click',
      () => this.#assessment && downloadAssessment(this.#assessment),
    );
  }

  async #read(): Promise<void> {
    const notices = need(this, '[data-notices]');
    notices.replaceChildren();
    need(this, '[data-body]').hidden = true;
    const text = fragmentToText(location.hash.slice(1));
    if (text === null) {
      showNotice(notices, linkBroken);
      return;
    }
    const reading = readAssessmentFile(text);
    if (!reading.ok) {
      showNotice(notices, fileRefused('el enlace', reading.refusal));
      return;
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
        ['Instrumento', `${assessment.instrument.id}, versión ${assessment.instrument.version}`],
        ['Último cambio', longInstant(assessment.modified)],
      ]),
    );
    const { closing } = assessment;
    need(this, '[data-closing]').textContent = closing ? closedText(longDate(closing.date), closing.responsible) : '';
    if (closing && (await verifyClosing(assessmentToFile(assessment))).kind !== 'unchanged') {
      showNotice(notices, digestBroken);
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

  async #import(): Promise<void> {
    if (!this.#assessment) return;
    try {
      const store = await AssessmentStore.open();
      const { id } = await store.addCopy(this.#assessment, newId());
      const channel = openNotices(() => undefined);
      channel.tell({ assessmentId: id });
      channel.close();
      const url = new URL(this.dataset['results'] ?? '.', location.href);
      url.searchParams.set('id', id);
      location.assign(url);
    } catch (error) {
      showOpenFault(need(this, '[data-notices]'), toStorageError(error));
    }
  }
}

customElements.define('gel-shared', GelSharedElement);
