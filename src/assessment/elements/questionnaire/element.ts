import { nonePending, shownText } from '../../copy/questionnaire-page.ts';
import { BLANK, type Answer } from '../../domain/answer.ts';
import type { Assessment } from '../../domain/assessment.ts';
import { resolveProfile } from '../../domain/profile.ts';
import type { ConditionLogic } from '../../../instrument/instrument.ts';
import { scoreSection, type SectionScore } from '../../domain/scoring.ts';
import { saveAnswers, type SavedAnswers } from '../../storage/answer-saving.ts';
import { part } from '../../../kit/browser/part.ts';
import { need, pageData } from '../../../kit/browser/dom.ts';
import { beginSession } from '../page/begin-session.ts';
import { openAssessment, type Opened } from '../page/open-assessment.ts';
import { act, start } from '../page/start.ts';
import type { ProfileSays } from './contradictions.ts';
import { CriterionView } from './criterion-view.ts';
import { matchesFilter, type Filter } from './filter.ts';
import { SummaryView } from './summary-view.ts';
import { placeIn } from '../../../kit/browser/fragment.ts';

type Condition = ConditionLogic & { readonly reasonNo: string; readonly question: string };

/** `<gel-questionnaire>`: the questionnaire of one phase, over the form that the server rendered. */
export class GelQuestionnaireElement extends HTMLElement {
  readonly #views = new Map<string, CriterionView>();
  /** Each answer as this page last read or wrote it: what it would be writing over. */
  readonly #seen = new Map<string, Answer>();
  /** Each answer as the database last had it, whether or not it is all on the screen. */
  readonly #loaded = new Map<string, Answer>();
  /** What the profile says of the criteria that hang on it. */
  readonly #profile = new Map<string, ProfileSays>();
  readonly #beside = part(() => import('./beside.ts'));
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
    // Behind `#` no proxy takes it away; links of before have it in their query.
    if (placeIn(location.hash) === 'en-blanco' || new URLSearchParams(location.search).has('en-blanco')) {
      need(this, '[data-blank]').hidden = false;
      need<HTMLFieldSetElement>(this, '[data-form-body]').disabled = false;
      return;
    }
    const opened = await openAssessment(this);
    if (!opened) return;
    const fields = need<HTMLFieldSetElement>(this, '[data-form-body]');
    // Before the page is put to work, which may lead to the criterion that the address names.
    fields.disabled = false;
    this.#run(opened);
    fields.disabled = opened.loaded.assessment.closing !== null;
    this.#watchSummary();
  }

  #run(opened: Opened): void {
    const { store, loaded } = opened;
    const { assessment } = loaded;
    const now = (): string => new Date().toISOString();
    const summary = new SummaryView(this, this.dataset['name'] ?? '');
    const session = beginSession<Answer, SavedAnswers>(this, opened, {
      write: (changes, modified) => saveAnswers(store, assessment.id, changes, this.#seen, modified),
      written: (changes, { conflicts }) => {
        for (const [id, answer] of Object.entries(changes)) {
          this.#seen.set(id, answer);
          this.#loaded.set(id, answer);
        }
        for (const [id, answer] of conflicts) this.#views.get(id)?.showConflict(answer);
      },
      follow: (stored) => {
        this.#show(stored);
        summary.show(this.#score(), { spoken: true });
      },
      // A copy of what is not saved yet is of now.
      onScreen: (stored, isPending) => this.#onScreen(stored, isPending ? now() : stored.modified),
      unsavedTexts: () => [...this.#views.values()].reduce((sum, { unsavedTexts }) => sum + unsavedTexts, 0),
    });
    const undoing = this.#beside.then((beside) =>
      beside.standBeside(this, assessment, this.#views, () => this.#showAll()),
    );
    void act(need(this, '[data-notices]'), async () => void (await undoing));
    const events = {
      now,
      changed: (criterionId: string, answer: Answer, before?: Answer): void => {
        session.save(criterionId, answer);
        this.#showContradictions();
        summary.show(this.#score(), { spoken: true });
        // Where it did not come, that is told on the page by now.
        if (before)
          undoing.then(
            (undo) => undo.note(criterionId, before, answer),
            () => undefined,
          );
      },
      unsavedChanged: (): void => session.unsavedChanged(),
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
    this.#show(assessment);
    this.#listenToTools();
    summary.show(this.#score(), { spoken: false });
    need(this, '[data-summary]').hidden = false;
    // By the letters of an id alone: an address may end in anything.
    this.#views.get(/^[\w-]+/.exec(placeIn(location.hash))?.[0].toUpperCase() ?? '')?.focus();
  }

  /** Shows what the database has: as the page opens, and again when another tab has changed it. */
  #show(assessment: Assessment): void {
    const conditions = pageData<Condition[]>(this, 'conditions');
    const resolved = resolveProfile(conditions, assessment.profile, assessment.entity.order);
    for (const [id, view] of this.#views) {
      const answer = assessment.answers[id] ?? BLANK;
      // Where the person is writing, or has what could not be saved, the other tab's text is not on the screen yet: saving
      // over it must be noticed. Its marks are.
      this.#loaded.set(id, answer);
      const { kind, met } = answer;
      const hasTexts = !view.isBeingWritten && view.unsavedTexts === 0;
      this.#seen.set(id, hasTexts ? answer : { ...(this.#seen.get(id) ?? BLANK), kind, met });
      view.show(answer);
      const { value, cause } = resolved.get(view.criterion.appliesIf) ?? {};
      view.suggest(value === false ? (cause?.reasonNo ?? null) : null);
      if (cause && value !== undefined) this.#profile.set(id, { applies: value, ...cause });
      else this.#profile.delete(id);
    }
    this.#showContradictions();
  }

  /** Takes the filter away. */
  #showAll(): void {
    need<HTMLSelectElement>(this, '[data-filter]').value = 'all';
    this.#filter('all');
  }

  /** Says where the profile contradicts an answer; what says it comes where the profile speaks of this phase. */
  #showContradictions(): void {
    this.#beside.then(
      (beside) => beside.showContradictions(this, this.#views, this.#profile),
      () => undefined,
    );
  }

  /** Keeps what gets the focus clear of the sticky summary, however high it is. */
  #watchSummary(): void {
    const summary = need(this, '[data-summary]');
    new ResizeObserver(() => {
      document.documentElement.style.setProperty('--summary-height', `${summary.offsetHeight}px`);
    }).observe(summary);
  }

  #score(): SectionScore {
    const views = [...this.#views.values()];
    return scoreSection(
      { id: this.dataset['section'] ?? '', criteria: views.map(({ criterion }) => criterion) },
      Object.fromEntries(views.map(({ criterion, answer }) => [criterion.id, answer])),
    );
  }

  /** Takes the assessment as it was last stored; gives it as it stands on the screen. */
  #onScreen(stored: Assessment, modified: string): Assessment {
    const given = [...this.#views].filter(([, { answer }]) => answer.updatedAt !== BLANK.updatedAt);
    return {
      ...stored,
      modified,
      answers: { ...stored.answers, ...Object.fromEntries(given.map(([id, { answer }]) => [id, answer])) },
    };
  }

  #listenToTools(): void {
    const filter = need<HTMLSelectElement>(this, '[data-filter]');
    const apply = (): void => this.#filter(filter.value as Filter);
    filter.addEventListener('change', apply);
    const next = (): void => {
      if (!this.#focusNextPending() && filter.value !== 'all') {
        this.#showAll();
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
    need(this, '[data-shown]').textContent = filter === 'all' ? '' : shownText(shown, this.#views.size);
  }

  /** Goes to the next pending criterion after the one in hand, from the top again at the end. False where none is left. */
  #focusNextPending(): boolean {
    const views = [...this.#views.values()];
    const here = views.findIndex(({ criterion }) => criterion.id === this.#current);
    const ordered = [...views.slice(here + 1), ...views.slice(0, here + 1)];
    const next = ordered.find(({ status, root }) => status === 'pending' && !root.hidden);
    next?.focus();
    if (!next) need(this, '[data-shown]').textContent = nonePending;
    return next !== undefined;
  }
}

customElements.define('gel-questionnaire', GelQuestionnaireElement);

declare global {
  interface HTMLElementTagNameMap {
    'gel-questionnaire': GelQuestionnaireElement;
  }
}
