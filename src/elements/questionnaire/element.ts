import { BLANK, type Answer } from '../../domain/answer.ts';
import type { Assessment } from '../../domain/assessment.ts';
import { resolveProfile, type Condition } from '../../domain/profile.ts';
import { scoreSection } from '../../domain/scoring.ts';
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
import { CriterionView } from './criterion-view.ts';
import { matchesFilter, type Filter } from './filter.ts';
import { SummaryView } from './summary-view.ts';

/** `<gel-questionnaire>`: the questionnaire of one phase, over the form that the server rendered. */
export class GelQuestionnaireElement extends HTMLElement {
  #views = new Map<string, CriterionView>();
  #assessment: Assessment | undefined;

  connectedCallback(): void {
    this.inert = true;
    void this.#start().finally(() => (this.inert = false));
  }

  async #start(): Promise<void> {
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
    const { store, loaded } = opening;
    this.#assessment = loaded.assessment;
    keepAssessment(loaded.assessment.id);
    showDamage(notices, loaded.damage);
    need(this, '[data-entity-name]').textContent = loaded.assessment.entity.name;
    this.#run(store, loaded.assessment);
  }

  #run(store: AssessmentStore, assessment: Assessment): void {
    const now = (): Date => new Date();
    const summary = new SummaryView(this, this.dataset['name'] ?? '');
    const showSummary = (spoken: boolean): void => summary.show(this.#score(), { spoken });

    const channel = openNotices(({ assessmentId }) => {
      if (assessmentId === assessment.id) void this.#refresh(store, queue, () => showSummary(true));
    });
    const saveState = new SaveStateView(document, {
      retry: () => void queue.retry(),
      download: () => downloadAssessment(this.#current(now().toISOString())),
    });
    const queue = new SaveQueue<Answer>({
      now,
      announce: (state) => saveState.show(state),
      write: async (changes) => {
        await store.saveAnswers(assessment.id, changes, now().toISOString());
        channel.tell({ assessmentId: assessment.id });
      },
    });
    const change = (criterionId: string, answer: Answer): void => {
      void queue.save(criterionId, { ...answer, updatedAt: now().toISOString() });
      showSummary(true);
    };

    for (const root of this.querySelectorAll<HTMLElement>('[data-criterion]')) {
      const id = root.dataset['criterion'] ?? '';
      this.#views.set(id, new CriterionView(root, assessment.answers[id] ?? BLANK, change));
    }
    this.#suggest(assessment);
    this.#listenToTools();
    this.#guardLeaving(queue);
    saveState.showOpened(new Date(assessment.modified));
    showSummary(false);
    need(this, '[data-summary]').hidden = false;
    this.inert = false;
    this.#goToHash();
  }

  #score(): ReturnType<typeof scoreSection> {
    const views = [...this.#views.values()];
    return scoreSection(
      { id: this.dataset['section'] ?? '', criteria: views.map(({ criterion }) => criterion) },
      Object.fromEntries(views.map(({ criterion, answer }) => [criterion.id, answer])),
    );
  }

  /** The assessment as it stands on the screen, saved or not: what the alarm offers as a file. */
  #current(now: string): Assessment {
    const onScreen = [...this.#views].flatMap(([id, { answer }]) =>
      answer === BLANK ? [] : [[id, { ...answer, updatedAt: answer.updatedAt || now }] as const],
    );
    const assessment = this.#assessment as Assessment;
    return { ...assessment, modified: now, answers: { ...assessment.answers, ...Object.fromEntries(onScreen) } };
  }

  /** Another tab changed this assessment: read it again, but not over what is still being saved here. */
  async #refresh(store: AssessmentStore, queue: SaveQueue<Answer>, changed: () => void): Promise<void> {
    if (queue.isPending || !this.#assessment) return;
    const loaded = await store.load(this.#assessment.id);
    if (!loaded || queue.isPending) return;
    this.#assessment = loaded.assessment;
    for (const [id, view] of this.#views) view.show(loaded.assessment.answers[id] ?? BLANK);
    changed();
  }

  #suggest(assessment: Assessment): void {
    const conditions = pageData<Condition[]>(this, 'conditions');
    const resolved = resolveProfile(conditions, assessment.profile, assessment.entity.order);
    for (const view of this.#views.values()) view.suggested = resolved.get(view.criterion.appliesIf) === false;
  }

  #listenToTools(): void {
    const filter = need<HTMLSelectElement>(this, '[data-filter]');
    const apply = (): void => this.#filter(filter.value as Filter);
    filter.addEventListener('change', apply);
    const next = (): void => {
      if (!this.#focusNextPending() && filter.value !== 'all') {
        filter.value = 'all';
        apply();
        this.#focusNextPending();
      }
    };
    need(this, '[data-next]').addEventListener('click', next);
    document.addEventListener('keydown', (event) => {
      if (event.altKey && !event.ctrlKey && !event.metaKey && event.code === 'KeyN') {
        event.preventDefault();
        next();
      }
    });
  }

  #filter(filter: Filter): void {
    let shown = 0;
    for (const view of this.#views.values()) {
      const isShown = matchesFilter(filter, view.status, view.answer);
      view.root.hidden = !isShown;
      shown += isShown ? 1 : 0;
    }
    for (const group of this.querySelectorAll<HTMLElement>('[data-group]')) {
      group.hidden = group.querySelector('[data-criterion]:not([hidden])') === null;
    }
    need(this, '[data-shown]').textContent =
      filter === 'all'
        ? ''
        : shown === 0
          ? 'Ningún criterio está así.'
          : `Se muestran ${shown} de ${this.#views.size}.`;
  }

  /** Goes to the next pending criterion after the one in hand, from the top again at the end. False where none is left. */
  #focusNextPending(): boolean {
    const views = [...this.#views.values()];
    const here = views.findIndex(({ root }) => root.contains(document.activeElement));
    const ordered = [...views.slice(here + 1), ...views.slice(0, here + 1)];
    const next = ordered.find(({ status, root }) => status === 'pending' && !root.hidden);
    next?.focus();
    if (!next) need(this, '[data-shown]').textContent = 'No queda nada sin responder en esta fase.';
    return next !== undefined;
  }

  #goToHash(): void {
    const view = this.#views.get(decodeURIComponent(location.hash.slice(1)).toUpperCase());
    view?.focus();
  }

  #guardLeaving(queue: SaveQueue<Answer>): void {
    window.addEventListener('beforeunload', (event) => {
      if (queue.isPending || [...this.#views.values()].some((view) => view.hasUnsavedText)) event.preventDefault();
    });
  }
}

customElements.define('gel-questionnaire', GelQuestionnaireElement);
