import {
  acceptedText,
  answeredMeanwhile,
  impliedNo,
  knownText,
  nowYes,
  proposalText,
  proposedText,
  releasedText,
  toCriterion,
} from '../../copy/profile-page.ts';
import { href, questionPath } from '../../../addresses.ts';
import { BLANK, withApplicable, withProposedReason, type Answer } from '../../domain/answer.ts';
import type { Assessment } from '../../domain/assessment.ts';
import type { Condition, Section } from '../../../instrument/instrument.ts';
import { proposals, type Proposal } from '../../domain/profile-proposals.ts';
import { resolveProfile } from '../../domain/profile.ts';
import { saveAnswers, type SavedAnswers } from '../../storage/answer-saving.ts';
import type { AssessmentStore } from '../../storage/assessment-store.ts';
import type { Session } from '../../work/session.ts';
import { need, pageData } from '../../../kit/browser/dom.ts';
import { beginSession } from '../page/begin-session.ts';
import { withAssessment } from '../page/keep-assessment.ts';
import { openAssessment, type Opened } from '../page/open-assessment.ts';
import { start } from '../page/start.ts';
import { profileWith, saveProfile } from '../../storage/header-saving.ts';
import { sameAnswer } from '../../domain/merging.ts';
import { profileChange, proposalsChange } from '../../copy/undoing.ts';
import { UndoTools } from '../page/undo-tools.ts';

type Change =
  | { readonly condition: string; readonly value: boolean | null }
  | { readonly answers: Readonly<Record<string, Answer>> };

/** What a change was of, before or after it: an answer to a question (null: none), or answers to criteria. */
type State = boolean | null | Readonly<Record<string, Answer>>;

/** What is called by all the answers that were changed at once; any other change by its question. */
const ANSWERS = 'answers';

/** The answers to criteria that changes hold. */
function answersOf(changes: Readonly<Record<string, Change>>): Readonly<Record<string, Answer>> {
  const all = Object.values(changes).map((change) => ('answers' in change ? change.answers : {}));
  return Object.assign({}, ...all) as Record<string, Answer>;
}

/** `<gel-profile>`: the profile's questions, and what they propose. Nothing is marked that the person has not accepted. */
export class GelProfileElement extends HTMLElement {
  /** The assessment as it stands on the screen, saved or not. */
  #assessment: Assessment | undefined;
  #conditions: Condition[] = [];
  #sections: Section[] = [];
  #session: Session<Change, SavedAnswers> | undefined;
  #undoing: UndoTools<State> | undefined;
  /** Each answer when the person saw what they accept: what it would be writing over. */
  readonly #seen = new Map<string, Answer>();

  connectedCallback(): void {
    void start(this, async () => {
      this.#conditions = pageData(this, 'conditions');
      this.#sections = pageData(this, 'sections');
      const opened = await openAssessment(this);
      if (!opened) return;
      this.#run(opened);
      need<HTMLFieldSetElement>(this, '[data-form-body]').disabled = opened.loaded.assessment.closing !== null;
    });
  }

  #run(opened: Opened): void {
    const { assessment } = opened.loaded;
    this.#take(assessment);
    this.#session = beginSession<Change, SavedAnswers>(this, opened, {
      write: (changes, now) => this.#write(opened.store, assessment.id, changes, now),
      written: (changes, { conflicts }) => {
        for (const [id, answer] of Object.entries(answersOf(changes))) this.#seen.set(id, answer);
        if (conflicts.size === 0) return;
        need(this, '[data-outcome]').textContent = answeredMeanwhile([...conflicts.keys()]);
      },
      follow: (stored) => {
        this.#take(stored);
        this.#show();
      },
      onScreen: ({ revision, modified }) => ({ ...(this.#assessment as Assessment), revision, modified }),
      unsavedTexts: () => 0,
    });
    this.#undoing = new UndoTools<State>(this, {
      put: (of, state, over) => this.#put(of, state, over),
      say: (text) => {
        need(this, '[data-outcome]').textContent = text;
      },
    });
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === 'radio') this.#answer(target);
    });
    need(this, '[data-accept]').addEventListener('click', () => this.#accept());
    need(this, '[data-release]').addEventListener('click', () => this.#release());
    this.#show();
  }

  /** Takes what the database has: what a later change would be writing over. */
  #take(assessment: Assessment): void {
    this.#assessment = assessment;
    for (const [id, answer] of Object.entries(assessment.answers)) this.#seen.set(id, answer);
  }

  async #write(
    store: AssessmentStore,
    id: string,
    changes: Readonly<Record<string, Change>>,
    now: string,
  ): Promise<SavedAnswers> {
    const profile = Object.fromEntries(
      Object.values(changes).flatMap((change) =>
        'condition' in change ? [[change.condition, change.value] as const] : [],
      ),
    );
    const answers = answersOf(changes);
    const revision = Object.keys(profile).length > 0 ? await saveProfile(store, id, profile, now) : 0;
    if (Object.keys(answers).length === 0) return { revision, conflicts: new Map(), isMerged: false };
    return saveAnswers(store, id, answers, this.#seen, now);
  }

  #answer({ name, value }: HTMLInputElement): void {
    if (!this.#assessment) return;
    need(this, '[data-outcome]').textContent = '';
    const before = this.#given(name);
    const after = value === 'si';
    this.#setCondition(name, after);
    const question = this.#conditions.find(({ id }) => id === name)?.question ?? name;
    this.#undoing?.note({ of: name, before, after, text: profileChange(question) });
  }

  /** What the person has answered to a question, or null. */
  #given(condition: string): boolean | null {
    const profile = this.#assessment?.profile ?? {};
    return Object.hasOwn(profile, condition) ? (profile[condition] ?? null) : null;
  }

  #setCondition(condition: string, value: boolean | null): void {
    if (!this.#assessment) return;
    this.#assessment = { ...this.#assessment, profile: profileWith(this.#assessment.profile, { [condition]: value }) };
    this.#session?.save(`condition ${condition}`, { condition, value });
    this.#show();
  }

  /** Puts back what was before a change; gives false where what it would take the place of is no longer there. */
  #put(of: string, state: State, over: State): boolean {
    if (typeof state === 'object' && state !== null) {
      const isAsLeft = ([id, answer]: [string, Answer]) => sameAnswer(this.#answerOf(id), answer);
      if (!Object.entries(over ?? {}).every(isAsLeft)) return false;
      this.#setAnswers(state);
      return true;
    }
    if (this.#given(of) !== over) return false;
    this.#setCondition(of, state);
    this.querySelector<HTMLInputElement>(`[data-condition="${CSS.escape(of)}"] input`)?.focus();
    return true;
  }

  #proposals(): ReturnType<typeof proposals> {
    const { profile, entity, answers } = this.#assessment as Assessment;
    return proposals(this.#sections, resolveProfile(this.#conditions, profile, entity.order), answers);
  }

  #show(): void {
    const { profile, entity } = this.#assessment as Assessment;
    const resolved = resolveProfile(this.#conditions, profile, entity.order);
    for (const question of this.querySelectorAll<HTMLElement>('[data-condition]')) {
      const id = question.dataset['condition'] ?? '';
      const { value, cause } = resolved.get(id) ?? {};
      const isImplied = cause !== undefined && cause.id !== id;
      for (const radio of question.querySelectorAll<HTMLInputElement>('[type="radio"]')) {
        radio.checked = value === (radio.value === 'si') && value !== undefined;
        radio.disabled = isImplied;
      }
      const implied = need(question, '[data-implied]');
      implied.hidden = !isImplied;
      implied.textContent = isImplied ? impliedNo(cause.reasonNo) : '';
    }
    const { toMark, toReview, overruled } = this.#proposals();
    this.#list('[data-to-mark]', toMark, ({ condition }) => condition.reasonNo);
    this.#list('[data-to-review]', toReview, ({ condition }) => nowYes(condition.question));
    this.#list('[data-overruled]', overruled, ({ condition }) => condition.reasonNo);
    for (const box of this.querySelectorAll<HTMLInputElement>('[data-overruled] input')) box.hidden = true;
    const asked = this.querySelectorAll('[data-condition]').length;
    const known = [...this.querySelectorAll('[data-condition]')].filter((each) =>
      each.querySelector(':checked'),
    ).length;
    need(this, '[data-progress]').textContent = knownText(known, asked);
    const proposed = need(this, '[data-proposed]');
    proposed.replaceChildren();
    if (toMark.length > 0) {
      const link = document.createElement('a');
      link.href = '#propuestas';
      link.textContent = proposedText(toMark.length);
      proposed.append(link);
    }
    need(this, '[data-no-proposals]').hidden = toMark.length + toReview.length + overruled.length > 0;
    need(this, '[data-proposals]').hidden = false;
  }

  #list(place: string, list: readonly Proposal[], reason: (proposal: Proposal) => string): void {
    const box = need(this, place);
    const unticked = new Set(
      [...box.querySelectorAll<HTMLInputElement>('input:not(:checked)')].map(({ value }) => value),
    );
    box.hidden = list.length === 0;
    const ids = list.map(({ criterion, condition }) => `${criterion.id} ${condition.id}`).join(', ');
    // The same proposals again: leave the boxes as they are, and the focus where it is.
    if (box.dataset['ids'] === ids) return;
    box.dataset['ids'] = ids;
    need(box, 'ul').replaceChildren(
      ...list.map((proposal) => {
        const item = need<HTMLTemplateElement>(this, '[data-proposal-template]').content.cloneNode(
          true,
        ) as DocumentFragment;
        const input = need<HTMLInputElement>(item, 'input');
        input.value = proposal.criterion.id;
        input.checked = !unticked.has(proposal.criterion.id);
        need(item, '[data-text]').textContent = proposalText(proposal.criterion, reason(proposal));
        const link = need<HTMLAnchorElement>(item, '[data-link]');
        link.href = this.#questionAddress(proposal.criterion.id);
        link.textContent = toCriterion(proposal.criterion.id);
        return item;
      }),
    );
  }

  /** Where a criterion is answered. */
  #questionAddress(criterionId: string): string {
    const section = this.#sections.find(({ criteria }) => criteria.some(({ id }) => id === criterionId));
    return withAssessment(href(questionPath(section?.id ?? '', criterionId)), this.#assessment?.id ?? '');
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
        return [criterion.id, withProposedReason(this.#answerOf(criterion.id), condition.reasonNo)] as const;
      });
    this.#apply(changes, acceptedText(changes.length));
  }

  #release(): void {
    const chosen = this.#ticked('[data-to-review]');
    const changes = this.#proposals()
      .toReview.filter(({ criterion }) => chosen.has(criterion.id))
      .map(({ criterion }) => [criterion.id, withApplicable(this.#answerOf(criterion.id), criterion)] as const);
    this.#apply(changes, releasedText(changes.length));
  }

  #answerOf(id: string): Answer {
    return this.#assessment?.answers[id] ?? BLANK;
  }

  #setAnswers(given: Readonly<Record<string, Answer>>): void {
    if (!this.#assessment) return;
    const updatedAt = new Date().toISOString();
    const answers = Object.fromEntries(Object.entries(given).map(([id, answer]) => [id, { ...answer, updatedAt }]));
    this.#assessment = { ...this.#assessment, answers: { ...this.#assessment.answers, ...answers } };
    // A key of its own for each round, so that a later one does not replace what an earlier one still has to write.
    this.#session?.save(`answers ${updatedAt}`, { answers });
    this.#show();
  }

  #apply(changes: readonly (readonly [string, Answer])[], outcome: string): void {
    if (!this.#assessment) return;
    const before = Object.fromEntries(changes.map(([id]) => [id, this.#answerOf(id)]));
    const after = Object.fromEntries(changes);
    this.#setAnswers(after);
    this.#undoing?.note({ of: ANSWERS, before, after, text: proposalsChange(changes.length) });
    const place = need(this, '[data-outcome]');
    place.textContent = outcome;
    // The button that had the focus may be gone with its list.
    place.focus();
  }
}

customElements.define('gel-profile', GelProfileElement);

declare global {
  interface HTMLElementTagNameMap {
    'gel-profile': GelProfileElement;
  }
}
