import { longDate, longInstant } from '../../copy/dates.ts';
import { fileRefused } from '../../copy/files.ts';
import type { Assessment } from '../../domain/assessment.ts';
import type { Section } from '../../domain/instrument.ts';
import { shownCeiling, shownPercent } from '../../domain/percent.ts';
import { score } from '../../domain/scoring.ts';
import { MAX_FILE_BYTES, readAssessmentFile } from '../../formats/assessment-reader.ts';
import { AssessmentStore } from '../../storage/assessment-store.ts';
import { toStorageError } from '../../storage/database.ts';
import { openNotices } from '../../storage/notices.ts';
import { need, pageData } from '../page/dom.ts';
import { newId } from '../page/new-id.ts';
import { showNotice } from '../page/notice-box.ts';
import { downloadAssessment } from '../page/download.ts';
import { showDamage, showOpenFault, start } from '../page/notice.ts';
import { keepAssessment } from '../page/session.ts';

/** `<gel-assessments>`: the assessments of this browser, each with its parts, where to go on, and a copy to a file. */
export class GelAssessmentsElement extends HTMLElement {
  connectedCallback(): void {
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) location.reload();
    });
    void start(this, async () => {
      const store = await this.#guard(() => AssessmentStore.open());
      if (!store) return;
      openNotices(() => void start(this, () => this.#read(store)));
      const input = need<HTMLInputElement>(this, '[data-open-file]');
      input.addEventListener('change', () => {
        const files = [...(input.files ?? [])];
        input.value = '';
        void start(this, () => this.#open(files, store));
      });
      input.disabled = false;
      await this.#read(store);
    });
  }

  /** Runs a call to the database; where it refuses, says so and gives null. */
  async #guard<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      showOpenFault(need(this, '[data-notices]'), toStorageError(error));
      return null;
    }
  }

  async #read(store: AssessmentStore): Promise<void> {
    const stored = await this.#guard(async () => {
      const { headers, damage } = await store.list();
      const loaded = await Promise.all(headers.map(({ id }) => store.load(id)));
      return { loaded: loaded.filter((each) => each !== null), damage };
    });
    if (!stored) return;
    const notices = need(this, '[data-notices]');
    notices.replaceChildren();
    showDamage(notices, [...stored.damage, ...stored.loaded.flatMap(({ damage }) => damage)], store);
    need(this, '[data-cards]').replaceChildren(...stored.loaded.map(({ assessment }) => this.#card(assessment, store)));
    need(this, '[data-list]').hidden = stored.loaded.length === 0;
    const form = document.querySelector<HTMLDetailsElement>('[data-start]');
    if (form && stored.loaded.length > 0 && !form.contains(document.activeElement)) form.open = false;
  }

  /** Opens files, each as an assessment of its own: nothing that is stored is replaced. */
  async #open(files: readonly File[], store: AssessmentStore): Promise<void> {
    const notices = need(this, '[data-file-notices]');
    notices.replaceChildren();
    const opened: string[] = [];
    for (const file of files) {
      const reading =
        file.size > MAX_FILE_BYTES
          ? { ok: false as const, refusal: { kind: 'tooLarge' as const } }
          : readAssessmentFile(await file.text());
      if (!reading.ok) {
        showNotice(notices, fileRefused(file.name, reading.refusal));
        continue;
      }
      const done = await this.#guard(() => store.addCopy(reading.assessment, newId()));
      if (done !== null)
        opened.push(done.isCopy ? `${file.name} (como copia, porque ya había una con su identificación)` : file.name);
    }
    await this.#read(store);
    if (opened.length > 0)
      need(this, '[data-opened]').textContent = `Se abrió ${opened.join(', ')}. Nada de lo que había cambió.`;
  }

  #card(assessment: Assessment, store: AssessmentStore): DocumentFragment {
    const card = need<HTMLTemplateElement>(this, 'template').content.cloneNode(true) as DocumentFragment;
    const { entity } = assessment;
    need(card, '[data-title]').textContent = entity.acronym ? `${entity.name} (${entity.acronym})` : entity.name;
    need(card, '[data-facts]').textContent =
      `Fecha de corte: ${longDate(assessment.cutoffDate)}. Último cambio: ${longInstant(assessment.modified)}.`;
    need(card, '.scroll').setAttribute(
      'aria-label',
      `Cumplimiento de ${entity.name}, ${longDate(assessment.cutoffDate)}`,
    );
    const scores = score(pageData<Section[]>(this, 'sections'), assessment.answers);
    for (const each of scores) {
      const row = need(card, `[data-row="${each.sectionId}"]`);
      const ceiling = shownCeiling(each);
      need(row, '[data-percent]').textContent = ceiling
        ? `${shownPercent(each)}, hasta ${ceiling}`
        : shownPercent(each);
      need(row, '[data-answered]').textContent = `${each.answered} de ${each.total}`;
    }
    const next = scores.find(({ counts }) => counts.pending > 0);
    if (next) {
      const link = need<HTMLAnchorElement>(card, `[data-row="${next.sectionId}"] a`);
      const first = next.criteria.find(({ status }) => status === 'pending');
      need<HTMLAnchorElement>(card, '[data-resume]').href =
        `${link.getAttribute('href')}#${first?.id.toLowerCase() ?? ''}`;
    } else need(card, '[data-resume]').remove();
    need(card, '[data-copy-file]').addEventListener('click', () => void this.#save(assessment.id, store));
    keepAssessment(assessment.id, card);
    return card;
  }

  /** Hands over a copy of what is stored now, which may be newer than what the card shows. */
  async #save(id: string, store: AssessmentStore): Promise<void> {
    const loaded = await this.#guard(() => store.load(id));
    if (loaded) downloadAssessment(loaded.assessment);
  }
}

customElements.define('gel-assessments', GelAssessmentsElement);
