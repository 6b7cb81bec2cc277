import { longDate, longInstant } from '../../copy/dates.ts';
import type { Assessment } from '../../domain/assessment.ts';
import type { Section } from '../../domain/instrument.ts';
import { shownCeiling, shownPercent } from '../../domain/percent.ts';
import { score } from '../../domain/scoring.ts';
import { AssessmentStore } from '../../storage/assessment-store.ts';
import { toStorageError } from '../../storage/database.ts';
import { downloadAssessment, keepAssessment, need, pageData, showDamage, showOpenFault } from '../session/session.ts';

/** `<gel-assessments>`: the assessments of this browser, each with its parts, where to go on, and a copy to a file. */
export class GelAssessmentsElement extends HTMLElement {
  connectedCallback(): void {
    void this.#start();
  }

  async #start(): Promise<void> {
    const notices = need(this, '[data-notices]');
    try {
      const store = await AssessmentStore.open();
      const { headers, damage } = await store.list();
      showDamage(notices, damage);
      for (const { id } of headers) {
        const loaded = await store.load(id);
        if (!loaded) continue;
        showDamage(notices, loaded.damage);
        this.#show(loaded.assessment);
      }
      const start = document.querySelector<HTMLDetailsElement>('[data-start]');
      if (headers.length > 0 && start) start.open = false;
    } catch (error) {
      showOpenFault(notices, toStorageError(error));
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
      need(row, '[data-percent]').textContent = ceiling ? `${shownPercent(each)}, hasta ${ceiling}` : shownPercent(each);
      need(row, '[data-answered]').textContent = `${each.answered} de ${each.total}`;
    }
    const next = scores.find(({ counts }) => counts.pending > 0);
    if (next) {
      const link = need<HTMLAnchorElement>(card, `[data-row="${next.sectionId}"] a`);
      const first = next.criteria.find(({ status }) => status === 'pending');
      need<HTMLAnchorElement>(card, '[data-resume]').href = `${link.getAttribute('href')}#${first?.id.toLowerCase() ?? ''}`;
    } else need(card, '[data-resume]').remove();
    need(card, '[data-copy-file]').addEventListener('click', () => downloadAssessment(assessment));
    keepAssessment(assessment.id, card);
    list.append(card);
    list.hidden = false;
  }
}

customElements.define('gel-assessments', GelAssessmentsElement);
