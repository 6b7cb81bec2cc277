import { longDate } from '../../../kit/words/dates.ts';
import { isolated } from '../../../kit/words/isolated.ts';
import { BLANK, type Answer } from '../../domain/answer.ts';
import type { Assessment } from '../../domain/assessment.ts';
import { resolveProfile } from '../../domain/profile.ts';
import type { ConditionLogic } from '../../../instrument/instrument.ts';
import { scoreSection, type SectionScore } from '../../domain/scoring.ts';
import type { AssessmentStore, Loaded } from '../../storage/assessment-store.ts';
import { SaveQueue, type SaveState } from '../../../kit/browser/save-queue.ts';
import type { CopyLine } from '../copy-line/copy-line.ts';
import { need, pageData } from '../../../kit/browser/dom.ts';
import { downloadAssessment } from '../page/download.ts';
import { Follower } from '../page/follow.ts';
import { start } from '../page/start.ts';
import { openAssessment } from '../page/session.ts';
import { SaveStateView } from '../save-state/save-state.ts';
import { CriterionView } from './criterion-view.ts';
import { matchesFilter, type Filter } from './filter.ts';
import { SummaryView } from './summary-view.ts';

type Condition = ConditionLogic & { readonly reasonNo: string };

/** `<gel-questionnaire>`: the questionnaire of one phase, over the form that the server rendered. */
export class GelQuestionnaireElement extends HTMLElement {
  readonly #views = new Map<string, CriterionView>();
  /** Each answer as this page last read or wrote it: what it would be writing over. */
  readonly #seen = new Map<string, Answer>();
  /** Each answer as the database last had it, whether or not it is all on the screen. */
  readonly #loaded = new Map<string, Answer>();
  #assessment: Assessment | undefined;
  /** The criterion that the person is at, or was at before they went to the tools. */
  #current = '';

  connectedCallback(): void {
    void start(this, () => this.#start()).finally(() => {
      need(this, '[data-preparing]').remove();
      // A form that could not be put to work stays readable, and takes nothing that would not be kept.
      if (this.#views.size === 0 && need(this, '[data-blank]').hidden)
        need<HTMLFieldSetElement>(this, '[data-form-body]').disabled = true;
    });
  }

  async #start(): Promise<void> {
    if (new URLSearchParams(location.search).has('en-blanco')) {
      need(this, '[data-blank]').hidden = false;
      return;
    }
    const opened = await openAssessment(this);
    if (!opened) return;
    this.#run(opened.store, opened.loaded.assessment, opened.copyLine);
    need<HTMLFieldSetElement>(this, '[data-form-body]').disabled = opened.loaded.assessment.closing !== null;
    this.#preparePaper(opened.loaded.assessment);
    this.#watchSummary();
  }

  #run(store: AssessmentStore, assessment: Assessment, copyLine: CopyLine): void {
    const now = (): string => new Date().toISOString();
    const summary = new SummaryView(this, this.dataset['name'] ?? '');
    let lastState: SaveState = { kind: 'idle' };
    const showState = (state: SaveState): void => {
      lastState = state;
      saveState.show(state, this.#unsavedTexts());
    };
    const saveState = new SaveStateView(document, {
      retry: () => {
        // What does not end is broken off and begins anew.
        store.renew();
        void queue.retry().then(() => follower.rest());
      },
      download: () => downloadAssessment(onScreen()),
    });
    const onScreen = (): Assessment => this.#onScreen(queue.isPending ? now() : null);
    copyLine.copies(onScreen);
    const queue = new SaveQueue<Answer>({
      now: () => new Date(),
      announce: showState,
      write: async (changes) => {
        const modified = now();
        const { displaced, revision } = await store.saveAnswers(assessment.id, changes, this.#seen, modified);
        this.#assessment = { ...(this.#assessment as Assessment), revision, modified };
        copyLine.saved({ id: assessment.id, revision, modified });
        for (const [id, answer] of Object.entries(changes)) {
          this.#seen.set(id, answer);
          this.#loaded.set(id, answer);
        }
        for (const [id, answer] of displaced) this.#views.get(id)?.showDisplaced(answer);
        follower.tell();
      },
    });
    const follower = new Follower({
      element: this,
      store,
      id: assessment.id,
      isBusy: () => queue.isPending,
      apply: (loaded) => {
        this.#show(loaded);
        copyLine.saved(loaded.assessment);
        summary.show(this.#score(), { spoken: true });
      },
    });
    const events = {
      now,
      changed: (criterionId: string, answer: Answer): void => {
        void queue.save(criterionId, answer).then(() => follower.rest());
        summary.show(this.#score(), { spoken: true });
      },
      unsavedChanged: (): void => {
        if (lastState.kind === 'saved') showState(lastState);
      },
      settled: (criterionId: string): void => {
        const loaded = this.#loaded.get(criterionId);
        if (loaded !== undefined && loaded === this.#views.get(criterionId)?.answer) {
          this.#seen.set(criterionId, loaded);
        }
      },
      say: (text: string): void => {
        need(this, '[data-said]').textContent = text;
      },
    };

    for (const root of this.querySelectorAll<HTMLElement>('[data-criterion]')) {
      this.#views.set(root.dataset['criterion'] ?? '', new CriterionView(root, BLANK, events));
    }
    this.#show({ assessment, damage: [] });
    this.#listenToTools();
    this.#guardLeaving(queue);
    saveState.showOpened(new Date(assessment.modified));
    summary.show(this.#score(), { spoken: false });
    need(this, '[data-summary]').hidden = false;
    this.#views.get(decodeURIComponent(location.hash.slice(1)).toUpperCase())?.focus();
  }

  /** Shows what the database has: as the page opens, and again when another tab has changed it. */
  #show({ assessment }: Loaded): void {
    this.#assessment = assessment;
    const conditions = pageData<Condition[]>(this, 'conditions');
    const resolved = resolveProfile(conditions, assessment.profile, assessment.entity.order);
    for (const [id, view] of this.#views) {
      const answer = assessment.answers[id] ?? BLANK;
      // Where the person is writing, or has what could not be saved, the other tab's text is not on the screen yet: saving
      // over it must be noticed.
      this.#loaded.set(id, answer);
      if (!view.isBeingWritten && view.unsavedTexts === 0) this.#seen.set(id, answer);
      view.show(answer);
      const { value, cause } = resolved.get(view.criterion.appliesIf) ?? {};
      view.suggest(value === false ? (cause?.reasonNo ?? null) : null);
    }
  }

  /** On paper stand the entity, every criterion whatever the filter, and each text whole, where a field would cut it. */
  #preparePaper({ entity, cutoffDate }: Assessment): void {
    need(this, '[data-paper-entity]').textContent =
      `Entidad: ${isolated(entity.name)}. Fecha de corte: ${longDate(cutoffDate)}.`;
    need(this, '[data-paper-person]').textContent =
      `Responde: ${isolated(entity.contact.name) || '____________________________'} Cargo: ${isolated(entity.contact.position) || '____________________________'}`;
    let hidden: HTMLElement[] = [];
    window.addEventListener('beforeprint', () => {
      hidden = [...this.querySelectorAll<HTMLElement>('[data-criterion][hidden], [data-group][hidden]')];
      for (const element of hidden) element.hidden = false;
      for (const field of this.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(
        '.criterion textarea, .evidence-row input, [data-legal-ground]',
      )) {
        if (field.value === '') continue;
        const copy = document.createElement('p');
        copy.className = 'paper-copy paper-only';
        copy.textContent = field.value;
        field.toggleAttribute('data-on-paper', true);
        field.after(copy);
      }
    });
    window.addEventListener('afterprint', () => {
      for (const element of hidden) element.hidden = true;
      for (const copy of this.querySelectorAll('.paper-copy')) copy.remove();
      for (const field of this.querySelectorAll('[data-on-paper]')) field.removeAttribute('data-on-paper');
    });
  }

  /** Keeps what gets the focus clear of the sticky summary, however high it is. */
  #watchSummary(): void {
    const summary = need(this, '[data-summary]');
    new ResizeObserver(() => {
      document.documentElement.style.setProperty('--summary-height', `${summary.offsetHeight}px`);
    }).observe(summary);
  }

  #unsavedTexts(): number {
    return [...this.#views.values()].reduce((sum, { unsavedTexts }) => sum + unsavedTexts, 0);
  }

  #score(): SectionScore {
    const views = [...this.#views.values()];
    return scoreSection(
      { id: this.dataset['section'] ?? '', criteria: views.map(({ criterion }) => criterion) },
      Object.fromEntries(views.map(({ criterion, answer }) => [criterion.id, answer])),
    );
  }

  /** The assessment as it stands on the screen, saved or not: what every copy holds. `now` where something is not saved. */
  #onScreen(now: string | null): Assessment {
    const assessment = this.#assessment as Assessment;
    const given = [...this.#views].filter(([, { answer }]) => answer.updatedAt !== BLANK.updatedAt);
    return {
      ...assessment,
      modified: now ?? assessment.modified,
      answers: { ...assessment.answers, ...Object.fromEntries(given.map(([id, { answer }]) => [id, answer])) },
    };
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
    this.addEventListener('focusin', ({ target }) => {
      const root = target instanceof Element ? target.closest<HTMLElement>('[data-criterion]') : null;
      if (!root) return;
      this.#views.get(this.#current)?.root.removeAttribute('data-here');
      this.#current = root.dataset['criterion'] ?? '';
      root.setAttribute('data-here', '');
    });
    document.addEventListener('keydown', (event) => {
      // By the letter and not the key: where Alt+N writes «ñ» it goes on writing it.
      if (event.altKey && !event.ctrlKey && !event.metaKey && event.key.toLowerCase() === 'n') {
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
          ? 'No hay criterios así en esta fase.'
          : `Se muestran ${shown} de ${this.#views.size}.`;
  }

  /** Goes to the next pending criterion after the one in hand, from the top again at the end. False where none is left. */
  #focusNextPending(): boolean {
    const views = [...this.#views.values()];
    const here = views.findIndex(({ criterion }) => criterion.id === this.#current);
    const ordered = [...views.slice(here + 1), ...views.slice(0, here + 1)];
    const next = ordered.find(({ status, root }) => status === 'pending' && !root.hidden);
    next?.focus();
    if (!next) need(this, '[data-shown]').textContent = 'No queda nada sin responder en esta fase.';
    return next !== undefined;
  }

  #guardLeaving(queue: SaveQueue<Answer>): void {
    window.addEventListener('beforeunload', (event) => {
      if (queue.isPending || this.#unsavedTexts() > 0) event.preventDefault();
    });
  }
}

customElements.define('gel-questionnaire', GelQuestionnaireElement);
