import {
  acceptedText,
  answeredMeanwhile,
  impliedNo,
  knownText,
  nowYes,
  proposalText,
  proposedText,
  releasedText,
} from '../../copy/profile-page.ts';
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
import { openAssessment, type Opened } from '../page/open-assessment.ts';
import { start } from '../page/start.ts';
import { saveProfile } from '../../storage/header-saving.ts';

type Change =
  { readonly condition: string; readonly value: boolean } | { readonly answers: Readonly<Record<string, Answer>> };

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
    const isYes = value === 'si';
    this.#assessment = { ...this.#assessment, profile: { ...this.#assessment.profile, [name]: isYes } };
    this.#session?.save(`condition ${name}`, { condition: name, value: isYes });
    this.#show();
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

  #apply(changes: readonly (readonly [string, Answer])[], outcome: string): void {
    if (!this.#assessment) return;
    const updatedAt = new Date().toISOString();
    const answers = Object.fromEntries(changes.map(([id, answer]) => [id, { ...answer, updatedAt }]));
    this.#assessment = { ...this.#assessment, answers: { ...this.#assessment.answers, ...answers } };
    // A key of its own for each round, so that a later one does not replace what an earlier one still has to write.
    this.#session?.save(`answers ${updatedAt}`, { answers });
    this.#show();
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
