import { plural } from '../../copy/terms.ts';
import { BLANK, withApplicable, withNotApplicable, type Answer } from '../../domain/answer.ts';
import type { Assessment } from '../../domain/assessment.ts';
import type { Section } from '../../domain/instrument.ts';
import { proposals, resolveProfile, type Condition, type ProfileAnswers, type Proposal } from '../../domain/profile.ts';
import type { AssessmentStore } from '../../storage/assessment-store.ts';
import { openNotices } from '../../storage/notices.ts';
import { SaveQueue } from '../../storage/save-queue.ts';
import { SaveStateView } from '../save-state/save-state.ts';
import {
  downloadAssessment,
  keepAssessment,
  need,
  openAssessment,
  pageData,
  showDamage,
  showOpenFault,
} from '../session/session.ts';

type Change = { readonly profile: ProfileAnswers } | { readonly answers: Readonly<Record<string, Answer>> };

/** `<gel-profile>`: the profile's questions, and what they propose. Nothing is marked that the person has not accepted. */
export class GelProfileElement extends HTMLElement {
  #assessment: Assessment | undefined;
  #conditions: Condition[] = [];
  #sections: Section[] = [];
  #queue: SaveQueue<Change> | undefined;

  connectedCallback(): void {
    void this.#start();
  }

  async #start(): Promise<void> {
    this.#conditions = pageData(this, 'conditions');
    this.#sections = pageData(this, 'sections');
    const notices = need(this, '[data-notices]');
    const opening = await openAssessment();
    if (opening.kind !== 'ready') {
      need<HTMLFieldSetElement>(this, '[data-form-body]').disabled = true;
      if (opening.kind === 'fault') showOpenFault(notices, opening.error);
      else {
        showDamage(notices, opening.damage);
        need(this, '[data-none-yet]').hidden = false;
      }
      return;
    }
    this.#run(opening.store, opening.loaded.assessment);
  }

  #run(store: AssessmentStore, assessment: Assessment): void {
    this.#assessment = assessment;
    keepAssessment(assessment.id);
    const channel = openNotices(({ assessmentId }) => {
      if (assessmentId === assessment.id) void this.#refresh(store);
    });
    const saveState = new SaveStateView(document, {
      retry: () => void this.#queue?.retry(),
      download: () => this.#assessment && downloadAssessment(this.#assessment),
    });
    this.#queue = new SaveQueue<Change>({
      now: () => new Date(),
      announce: (state) => saveState.show(state),
      write: async (changes) => {
        for (const change of Object.values(changes)) {
          const now = new Date().toISOString();
          if ('profile' in change) await store.saveHeader(assessment.id, { profile: change.profile }, now);
          else await store.saveAnswers(assessment.id, change.answers, now);
        }
        channel.tell({ assessmentId: assessment.id });
      },
    });
    this.addEventListener('change', (event) => {
      if (event.target instanceof HTMLInputElement && event.target.type === 'radio') this.#answer(event.target);
    });
    need(this, '[data-accept]').addEventListener('click', () => this.#accept());
    need(this, '[data-release]').addEventListener('click', () => this.#release());
    window.addEventListener('beforeunload', (event) => {
      if (this.#queue?.isPending) event.preventDefault();
    });
    this.#show();
  }

  async #refresh(store: AssessmentStore): Promise<void> {
    if (!this.#assessment || this.#queue?.isPending) return;
    const loaded = await store.load(this.#assessment.id);
    if (!loaded) return;
    this.#assessment = loaded.assessment;
    this.#show();
  }

  #answer({ name, value }: HTMLInputElement): void {
    if (!this.#assessment) return;
    const profile = { ...this.#assessment.profile, [name]: value === 'si' };
    this.#assessment = { ...this.#assessment, profile };
    void this.#queue?.save('profile', { profile });
    this.#show();
  }

  #proposals(): ReturnType<typeof proposals> {
    const { profile, entity, answers } = this.#assessment as Assessment;
    return proposals(
      this.#sections,
      this.#conditions,
      resolveProfile(this.#conditions, profile, entity.order),
      answers,
    );
  }

  #show(): void {
    const { profile, entity } = this.#assessment as Assessment;
    const resolved = resolveProfile(this.#conditions, profile, entity.order);
    for (const question of this.querySelectorAll<HTMLElement>('[data-condition]')) {
      const id = question.dataset['condition'] ?? '';
      const condition = this.#conditions.find((each) => each.id === id);
      const isImplied = condition?.dependsOn != null && resolved.get(condition.dependsOn) === false;
      const value = resolved.get(id);
      for (const radio of question.querySelectorAll<HTMLInputElement>('[type="radio"]')) {
        radio.checked = value === (radio.value === 'si') && value !== undefined;
        radio.disabled = isImplied;
      }
      need(question, '[data-implied]').hidden = !isImplied;
    }
    const { toMark, toReview, overruled } = this.#proposals();
    this.#list('[data-to-mark]', toMark, ({ condition }) => condition.reasonNo);
    this.#list('[data-to-review]', toReview, ({ condition }) => `Respondió «sí» a: ${condition.question}`);
    this.#list('[data-overruled]', overruled, ({ condition }) => condition.reasonNo);
    for (const box of this.querySelectorAll<HTMLInputElement>('[data-overruled] input')) box.hidden = true;
    need(this, '[data-no-proposals]').hidden = toMark.length + toReview.length + overruled.length > 0;
    need(this, '[data-proposals]').hidden = false;
  }

  #list(place: string, list: readonly Proposal[], reason: (proposal: Proposal) => string): void {
    const box = need(this, place);
    const unticked = new Set(
      [...box.querySelectorAll<HTMLInputElement>('input:not(:checked)')].map(({ value }) => value),
    );
    box.hidden = list.length === 0;
    need(box, 'ul').replaceChildren(
      ...list.map((proposal) => {
        const item = need<HTMLTemplateElement>(this, '[data-proposal-template]').content.cloneNode(
          true,
        ) as DocumentFragment;
        const input = need<HTMLInputElement>(item, 'input');
        input.value = proposal.criterion.id;
        input.checked = !unticked.has(proposal.criterion.id);
        need(item, '[data-text]').textContent =
          `${proposal.criterion.id} ${proposal.criterion.name}. ${reason(proposal)}`;
        return item;
      }),
    );
  }

  #ticked(place: string): Set<string> {
    return new Set(
      [...need(this, place).querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value),
    );
  }

  #accept(): void {
    const chosen = this.#ticked('[data-to-mark]');
    const changes = this.#proposals()
      .toMark.filter(({ criterion }) => chosen.has(criterion.id))
      .map(({ criterion, condition }) => {
        const answer = this.#answerOf(criterion.id);
        return [criterion.id, withNotApplicable(answer, answer.justification.trim() || condition.reasonNo)] as const;
      });
    this.#apply(changes, `Se marcaron «No aplica» ${plural(changes.length, 'criterio', 'criterios')}, con su razón.`);
  }

  #release(): void {
    const chosen = this.#ticked('[data-to-review]');
    const changes = this.#proposals()
      .toReview.filter(({ criterion }) => chosen.has(criterion.id))
      .map(({ criterion }) => [criterion.id, withApplicable(this.#answerOf(criterion.id), criterion)] as const);
    this.#apply(
      changes,
      `Se quitó el «No aplica» a ${plural(changes.length, 'criterio', 'criterios')}. La justificación sigue escrita en cada uno.`,
    );
  }

  #answerOf(id: string): Answer {
    return this.#assessment?.answers[id] ?? BLANK;
  }

  #apply(changes: readonly (readonly [string, Answer])[], outcome: string): void {
    if (!this.#assessment) return;
    const updatedAt = new Date().toISOString();
    const answers = Object.fromEntries(changes.map(([id, answer]) => [id, { ...answer, updatedAt }]));
    this.#assessment = { ...this.#assessment, answers: { ...this.#assessment.answers, ...answers } };
    // A key of its own for each round, so that a later one does not replace what an earlier one still has to write.
    void this.#queue?.save(`answers-${updatedAt}`, { answers });
    this.#show();
    need(this, '[data-outcome]').textContent = outcome;
  }
}

customElements.define('gel-profile', GelProfileElement);
