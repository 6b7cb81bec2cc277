import { longDate, longInstant } from '../../copy/dates.ts';
import type { Assessment } from '../../domain/assessment.ts';
import type { Section } from '../../domain/instrument.ts';
import { shownCeiling, shownPercent } from '../../domain/percent.ts';
import { score } from '../../domain/scoring.ts';
import { AssessmentStore, type Damage, type Loaded } from '../../storage/assessment-store.ts';
import { StorageError, toStorageError } from '../../storage/database.ts';
import { downloadAssessment, keepAssessment, need, pageData, showDamage, showOpenFault } from '../session/session.ts';

/** `<gel-assessments>`: the assessments of this browser, each with its parts, where to go on, and a copy to a file. */
export class GelAssessmentsElement extends HTMLElement {
  connectedCallback(): void {
    void this.#start();
  }

  async #start(): Promise<void> {
    const notices = need(this, '[data-notices]');
    const stored = await this.#read();
    if (stored instanceof StorageError) return showOpenFault(notices, stored);
    showDamage(notices, stored.damage);
    for (const { assessment, damage } of stored.loaded) {
      showDamage(notices, damage);
      this.#show(assessment);
    }
    const start = document.querySelector<HTMLDetailsElement>('[data-start]');
    if (stored.loaded.length > 0 && start) start.open = false;
  }

  async #read(): Promise<{ loaded: Loaded[]; damage: readonly Damage[] } | StorageError> {
    try {
      const store = await AssessmentStore.open();
      const { headers, damage } = await store.list();
      const loaded = await Promise.all(headers.map(({ id }) => store.load(id)));
      return { loaded: loaded.filter((each) => each !== null), damage };
    } catch (error) {
      return toStorageError(error);
    }
  }

  #show(assessment: Assessment): void {
    const list = need(this, '[data-list]');
    const card = need<HTMLTemplateElement>(list, 'template').content.cloneNode(true) as DocumentFragment;
    const { entity } = assessment;
    need(card, '[data-title]').textContent = entity.acronym ? `${entity.name} (${entity.acronym})` : entity.name;
    need(card, '[data-facts]').textContent =
      `Fecha de corte: ${longDate(assessment.cutoffDate)}. Último cambio: ${longInstant(assessment.modified)}.`;
    need(card, '.scroll').setAttribute('aria-label', `Cumplimiento de ${entity.name}`);
    const sections = pageData<Section[]>(this, 'sections');
    const scores = score(sections, assessment.answers);
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
    need(card, '[data-copy-file]').addEventListener('click', () => downloadAssessment(assessment));
    keepAssessment(assessment.id, card);
    list.append(card);
    list.hidden = false;
  }
}

customElements.define('gel-assessments', GelAssessmentsElement);
