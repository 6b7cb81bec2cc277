import {
  conflictSaid,
  conflictText,
  fieldName,
  justificationBlank,
  tooLong,
  undoSaid,
  undoText,
} from '../../copy/answer-forms.ts';
import { statusName } from '../../copy/terms.ts';
import {
  contains,
  statusOf,
  withAllMet,
  withApplicable,
  withCheck,
  withNoneMet,
  withNotApplicable,
  withoutMark,
  withProposedReason,
  type Answer,
  type Status,
} from '../../domain/answer.ts';
import type { ScorableCriterion } from '../../../instrument/instrument.ts';
import { LIMITS } from '../../file/schema.ts';
import { need, setInvalid } from '../../../kit/browser/dom.ts';
import { EvidenceView } from './evidence-view.ts';

export interface QuestionedCriterion extends ScorableCriterion {
  readonly appliesIf: string;
}

/** What a view tells the page. */
export interface CriterionEvents {
  /** The instant of a change, ISO 8601 in UTC. */
  now: () => string;
  /** A new answer to save, and the one before it; undefined where it is itself what was taken back. */
  changed: (criterionId: string, answer: Answer, before?: Answer) => void;
  /** A text that cannot be saved as it stands came or went. */
  unsavedChanged: () => void;
  /** The person has left the fields of a criterion: what the database had of it is all on the screen now. */
  settled: (criterionId: string) => void;
  /** A message for whoever does not see it appear. */
  say: (text: string) => void;
}

/** Reads a criterion off the server's HTML: the page carries the instrument once, as what people see. */
function readCriterion(root: HTMLElement): QuestionedCriterion {
  const { criterion = '', weight = '1', appliesIf = '' } = root.dataset;
  return {
    id: criterion,
    weight: Number(weight),
    appliesIf,
    admitsNotApplicable: root.querySelector('[data-not-applicable]') !== null,
    checks: [...root.querySelectorAll<HTMLInputElement>('[data-check]')].map(({ value }) => ({ id: value })),
  };
}

/** One criterion of the questionnaire on the page: shows an answer, and turns what a person does into a new one. */
export class CriterionView {
  readonly root: HTMLElement;
  readonly criterion: QuestionedCriterion;
  readonly #events: CriterionEvents;
  readonly #checks: HTMLInputElement[];
  readonly #all: HTMLInputElement;
  readonly #none: HTMLInputElement;
  readonly #notApplicable: HTMLInputElement | null;
  readonly #justification: HTMLTextAreaElement | null;
  readonly #legalGround: HTMLInputElement | null;
  readonly #note: HTMLTextAreaElement;
  readonly #evidence: EvidenceView;
  #answer: Answer;
  /** Fields whose text could not be saved as it stands; the page warns before it is left. */
  readonly #unsaved = new Set<string>();
  #reason: string | null = null;
  /** The answers that another tab stored and this one's took the place of, each with its way back. */
  #conflicts: readonly Answer[] = [];

  constructor(root: HTMLElement, answer: Answer, events: CriterionEvents) {
    this.root = root;
    this.criterion = readCriterion(root);
    this.#answer = answer;
    this.#events = events;
    this.#checks = [...root.querySelectorAll<HTMLInputElement>('[data-check]')];
    this.#all = need(root, '[data-all]');
    this.#none = need(root, '[data-none]');
    this.#notApplicable = root.querySelector('[data-not-applicable]');
    this.#justification = root.querySelector('[data-justification]');
    this.#legalGround = root.querySelector('[data-legal-ground]');
    this.#note = need(root, '[data-note]');
    this.#evidence = new EvidenceView(need(root, '[data-evidence-rows]'), {
      changed: (evidence) => this.#give({ ...this.#answer, evidence }),
      unsaved: (isUnsaved) => this.#setUnsaved('evidence', isUnsaved),
      say: events.say,
    });
    this.#listen();
    this.show(answer);
  }

  get answer(): Answer {
    return this.#answer;
  }

  get status(): Status {
    return statusOf(this.criterion, this.#answer);
  }

  /** How many texts of this criterion cannot be saved as they stand. */
  get unsavedTexts(): number {
    return this.#unsaved.size;
  }

  /** Says why the profile proposes «No aplica» for this criterion, or null where it does not. */
  suggest(reason: string | null): void {
    this.#reason = reason;
    need(this.root, '[data-suggestion-reason]').textContent = reason ?? '';
    this.#showSuggestion();
  }

  /** True where the person is in a field of this criterion whose text they would lose if another were shown. */
  get isBeingWritten(): boolean {
    const active = document.activeElement;
    return (
      active instanceof HTMLElement &&
      this.root.contains(active) &&
      active.matches('textarea, input:not([type=checkbox])')
    );
  }

  /** Shows an answer that came from the database. What the person could not save yet stays on the screen. */
  show(answer: Answer): void {
    this.#answer = answer;
    this.#showMarks();
    for (const [key, field] of this.#fields()) if (!this.#unsaved.has(key)) this.#fill(field, answer[key]);
    this.#evidence.show(answer.evidence);
  }

  /** Says that another tab had stored another answer, which is kept, and offers to take it back. */
  showConflict(other: Answer): void {
    // Letter by letter in two tabs is a conflict at each step; the last of them holds the others.
    this.#conflicts = [...this.#conflicts.filter((earlier) => !contains(other, earlier)), other];
    this.#showConflictLines();
    this.#events.say(conflictSaid(this.criterion.id));
  }

  #showConflictLines(): void {
    const [first, ...others] = this.root.querySelectorAll<HTMLElement>('[data-conflict-line]');
    if (!first) return;
    for (const line of others) line.remove();
    const lines = this.#conflicts.map((_, index) => (index === 0 ? first : (first.cloneNode(true) as HTMLElement)));
    first.after(...lines.slice(1));
    lines.forEach((line, index) => {
      const other = this.#conflicts[index] as Answer;
      const status = statusName[statusOf(this.criterion, other)];
      line.hidden = false;
      need(line, '[data-conflict-text]').textContent = conflictText(status, other.note);
    });
  }

  #takeConflict(line: Element): void {
    const index = [...this.root.querySelectorAll('[data-conflict-line]')].indexOf(line);
    const [own, other] = [this.#answer, this.#conflicts[index]];
    if (!other) return;
    this.#conflicts = this.#conflicts.filter((each) => each !== other);
    this.#change(other);
    this.show(this.#answer);
    // What it takes the place of can be taken back in its turn.
    this.showConflict(own);
    this.#all.focus();
  }

  /** Puts the person at the first control. */
  focus(): void {
    this.#all.focus();
    this.root.scrollIntoView({ block: 'start' });
  }

  /** Shows a message beside a part of the criterion, or takes it away. */
  message(part: string, text: string): void {
    const place = need(this.root, `[data-message="${part}"]`);
    place.textContent = text;
    place.hidden = text === '';
  }

  #listen(): void {
    for (const check of this.#checks) {
      check.addEventListener('change', () =>
        this.#change(withCheck(this.#answer, this.criterion, check.value, check.checked)),
      );
    }
    this.#all.addEventListener('change', () =>
      this.#change(
        this.#all.checked ? withAllMet(this.#answer, this.criterion) : withoutMark(this.#answer, this.criterion),
      ),
    );
    this.#none.addEventListener('change', () =>
      this.#change(
        this.#none.checked ? withNoneMet(this.#answer, this.criterion) : withoutMark(this.#answer, this.criterion),
      ),
    );
    this.#notApplicable?.addEventListener('change', () => {
      const isOn = this.#notApplicable?.checked === true;
      this.#change(
        isOn
          ? withNotApplicable(this.#answer, this.#answer.justification)
          : withApplicable(this.#answer, this.criterion),
      );
    });
    for (const [key, field] of this.#fields()) {
      field.addEventListener('input', () => this.#text(key, field));
    }
    for (const [key, field] of this.#fields()) {
      // What another tab wrote while the field had the focus is shown once the person has left it without typing.
      field.addEventListener('blur', () => {
        if (!this.#unsaved.has(key)) field.value = this.#answer[key];
      });
    }
    this.root.addEventListener('focusout', () =>
      queueMicrotask(() => {
        if (this.isBeingWritten || this.#unsaved.size > 0) return;
        this.#evidence.show(this.#answer.evidence);
        this.#events.settled(this.criterion.id);
      }),
    );
    this.root.addEventListener('click', ({ target }) => {
      if (!(target instanceof Element) || !target.closest('[data-take-conflict]')) return;
      const line = target.closest('[data-conflict-line]');
      if (line) this.#takeConflict(line);
    });
    need(this.root, '[data-add-evidence]').addEventListener('click', () => this.#evidence.addRow().focus());
    need(this.root, '[data-accept-suggestion]').addEventListener('click', () => {
      this.#change(withProposedReason(this.#answer, this.#reason ?? ''));
      this.#fill(this.#justification, this.#answer.justification);
      this.#notApplicable?.focus();
    });
    need(this.root, '[data-undo]').addEventListener('click', () => this.#undo());
  }

  #undoable: Answer | undefined;

  /** The fields of text with the key of the answer that each holds. */
  #fields(): ['note' | 'justification' | 'legalGround', HTMLTextAreaElement | HTMLInputElement][] {
    return [
      ['note', this.#note],
      ...(this.#justification
        ? [['justification', this.#justification] as ['justification', HTMLTextAreaElement]]
        : []),
      ...(this.#legalGround ? [['legalGround', this.#legalGround] as ['legalGround', HTMLInputElement]] : []),
    ];
  }

  /** Takes a new answer as this person's, of this instant, and hands it on to be saved. */
  #give(next: Answer): void {
    const before = this.#answer;
    this.#answer = { ...next, updatedAt: this.#events.now() };
    this.#events.changed(this.criterion.id, this.#answer, before);
  }

  /** Puts back what was taken back or is made again, hands it on to be saved, and puts the person there. */
  restore(next: Answer): void {
    this.#undoable = undefined;
    this.#showUndo(0);
    this.show({ ...next, updatedAt: this.#events.now() });
    this.#events.changed(this.criterion.id, this.#answer);
    this.focus();
  }

  /** Takes a changed mark: shows it, says what was cleared, hands it on to be saved. */
  #change(next: Answer): void {
    const before = this.#answer;
    this.#give(next);
    const cleared = this.#shownMarks(before) - this.#shownMarks(next);
    const crossed =
      (before.kind === 'notApplicable') !== (next.kind === 'notApplicable') && before.kind !== 'unanswered';
    this.#undoable = cleared > 1 || crossed ? before : undefined;
    this.#showUndo(cleared);
    this.#showMarks();
  }

  #shownMarks(answer: Answer): number {
    const own = new Set(this.criterion.checks.map(({ id }) => id));
    return answer.kind === 'assessed' ? answer.met.filter((id) => own.has(id)).length : 0;
  }

  #undo(): void {
    if (!this.#undoable) return;
    const { kind, met } = this.#undoable;
    this.#undoable = undefined;
    this.#change({ ...this.#answer, kind, met });
    this.#all.focus();
  }

  #showUndo(cleared: number): void {
    const line = need(this.root, '[data-undo-line]');
    line.hidden = this.#undoable === undefined;
    const text = this.#undoable === undefined ? '' : undoText(this.#undoable.kind, this.#answer.kind, cleared);
    need(line, '[data-undo-text]').textContent = text;
    if (text !== '') this.#events.say(undoSaid(text));
  }

  #showMarks(): void {
    const { kind, met } = this.#answer;
    const chosen = new Set(kind === 'assessed' ? met : []);
    for (const check of this.#checks) check.checked = chosen.has(check.value);
    const count = this.#checks.filter(({ checked }) => checked).length;
    this.#all.checked = count === this.#checks.length;
    this.#all.indeterminate = count > 0 && count < this.#checks.length;
    this.#none.checked = kind === 'assessed' && count === 0;
    if (this.#notApplicable) this.#notApplicable.checked = kind === 'notApplicable';
    const status = this.status;
    const chip = need(this.root, '.status');
    chip.dataset['status'] = status;
    chip.textContent = statusName[status];
    this.root.dataset['status'] = status;
    const lacksReason = kind === 'notApplicable' && status === 'pending';
    if (this.#justification && !this.#unsaved.has('justification')) {
      this.message('justification', lacksReason ? justificationBlank : '');
      setInvalid(this.#justification, lacksReason);
    }
    this.#showSuggestion();
  }

  #showSuggestion(): void {
    need(this.root, '[data-suggestion]').hidden = this.#reason === null || this.#answer.kind !== 'unanswered';
  }

  #text(key: 'note' | 'justification' | 'legalGround', field: HTMLTextAreaElement | HTMLInputElement): void {
    const maximum = LIMITS[key];
    const isTooLong = field.value.length > maximum;
    setInvalid(field, isTooLong);
    this.message(key, isTooLong ? tooLong(fieldName[key], field.value.length, maximum) : '');
    this.#setUnsaved(key, isTooLong);
    if (isTooLong) return;
    this.#give({ ...this.#answer, [key]: field.value });
    this.#showMarks();
  }

  #setUnsaved(key: string, isUnsaved: boolean): void {
    const before = this.#unsaved.size;
    if (isUnsaved) this.#unsaved.add(key);
    else this.#unsaved.delete(key);
    if (this.#unsaved.size !== before) this.#events.unsavedChanged();
  }

  #fill(field: HTMLTextAreaElement | HTMLInputElement | null, value: string): void {
    if (field && field !== document.activeElement && field.value !== value) field.value = value;
  }
}
