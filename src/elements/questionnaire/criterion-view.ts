import { evidenceTooMany, evidenceWithoutLink, evidenceWrong, justificationBlank, tooLong } from '../../copy/forms.ts';
import { plural, statusName } from '../../copy/terms.ts';
import {
  statusOf,
  withAllMet,
  withApplicable,
  withCheck,
  withNoneMet,
  withNotApplicable,
  withoutMark,
  type Answer,
  type Evidence,
  type Status,
} from '../../domain/answer.ts';
import type { ScorableCriterion } from '../../domain/instrument.ts';
import { LIMITS } from '../../schemas/assessment-file.ts';
import { isWebAddress } from '../../schemas/provenance.ts';
import { need } from '../session/session.ts';

export interface QuestionedCriterion extends ScorableCriterion {
  readonly appliesIf: string;
  /** Why it would not apply, from the profile's condition. */
  readonly reasonNo: string;
}

/** Reads a criterion off the server's HTML: the page carries the instrument once, as what people see. */
export function readCriterion(root: HTMLElement): QuestionedCriterion {
  const { criterion = '', weight = '1', appliesIf = '', reasonNo = '' } = root.dataset;
  return {
    id: criterion,
    weight: Number(weight),
    appliesIf,
    reasonNo,
    admitsNotApplicable: root.querySelector('[data-not-applicable]') !== null,
    checks: [...root.querySelectorAll<HTMLInputElement>('[data-check]')].map(({ value }) => ({ id: value })),
  };
}

/** One criterion of the questionnaire on the page: shows an answer, and turns what a person does into a new one. */
export class CriterionView {
  readonly root: HTMLElement;
  readonly criterion: QuestionedCriterion;
  readonly #onChange: (criterionId: string, answer: Answer) => void;
  readonly #checks: HTMLInputElement[];
  readonly #all: HTMLInputElement;
  readonly #none: HTMLInputElement;
  readonly #notApplicable: HTMLInputElement | null;
  readonly #justification: HTMLTextAreaElement | null;
  readonly #legalGround: HTMLInputElement | null;
  readonly #note: HTMLTextAreaElement;
  readonly #rows: HTMLElement;
  #answer: Answer;
  /** Fields whose text could not be saved as it stands; the page warns before it is left. */
  readonly #unsaved = new Set<string>();
  #suggested = false;

  constructor(root: HTMLElement, answer: Answer, onChange: (criterionId: string, answer: Answer) => void) {
    this.root = root;
    this.criterion = readCriterion(root);
    this.#answer = answer;
    this.#onChange = onChange;
    this.#checks = [...root.querySelectorAll<HTMLInputElement>('[data-check]')];
    this.#all = need(root, '[data-all]');
    this.#none = need(root, '[data-none]');
    this.#notApplicable = root.querySelector('[data-not-applicable]');
    this.#justification = root.querySelector('[data-justification]');
    this.#legalGround = root.querySelector('[data-legal-ground]');
    this.#note = need(root, '[data-note]');
    this.#rows = need(root, '[data-evidence-rows]');
    this.#listen();
    this.show(answer);
  }

  get answer(): Answer {
    return this.#answer;
  }

  get status(): Status {
    return statusOf(this.criterion, this.#answer);
  }

  get hasUnsavedText(): boolean {
    return this.#unsaved.size > 0;
  }

  /** Says that the profile proposes «No aplica» for this criterion. */
  set suggested(value: boolean) {
    this.#suggested = value;
    this.#showSuggestion();
  }

  /** Shows an answer that came from the database. A field that is being typed in is left alone. */
  show(answer: Answer): void {
    this.#answer = answer;
    this.#showMarks();
    this.#fill(this.#justification, answer.justification);
    this.#fill(this.#legalGround, answer.legalGround);
    this.#fill(this.#note, answer.note);
    if (!this.#rows.contains(document.activeElement)) this.#showEvidence(answer.evidence);
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
    this.#justification?.addEventListener('input', () =>
      this.#text('justification', this.#justification, 'La justificación', LIMITS.justification),
    );
    this.#legalGround?.addEventListener('input', () =>
      this.#text('legalGround', this.#legalGround, 'El fundamento', LIMITS.legalGround),
    );
    this.#note.addEventListener('input', () => this.#text('note', this.#note, 'La observación', LIMITS.note));
    this.#rows.addEventListener('input', () => this.#readEvidence(false));
    this.#rows.addEventListener('focusout', () => this.#readEvidence(true));
    need(this.root, '[data-add-evidence]').addEventListener('click', () => this.#addRow().focus());
    need(this.root, '[data-accept-suggestion]').addEventListener('click', () => {
      this.#change(withNotApplicable(this.#answer, this.#answer.justification || this.criterion.reasonNo));
      this.#fill(this.#justification, this.#answer.justification);
      this.#notApplicable?.focus();
    });
    need(this.root, '[data-undo]').addEventListener('click', () => this.#undo());
  }

  #undoable: Answer | undefined;

  /** Takes a changed answer: shows it, says what was cleared, hands it on to be saved. */
  #change(next: Answer): void {
    const before = this.#answer;
    this.#answer = next;
    const cleared = this.#shownMarks(before) - this.#shownMarks(next);
    this.#undoable = cleared > 1 ? before : undefined;
    this.#showUndo(cleared);
    this.#showMarks();
    this.#onChange(this.criterion.id, next);
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
    need(line, '[data-undo-text]').textContent =
      this.#undoable === undefined ? '' : `Se quitaron ${plural(cleared, 'marca', 'marcas')}.`;
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
      this.#justification.toggleAttribute('aria-invalid', lacksReason);
    }
    this.#showSuggestion();
  }

  #showSuggestion(): void {
    need(this.root, '[data-suggestion]').hidden = !this.#suggested || this.#answer.kind !== 'unanswered';
  }

  #text(
    key: 'note' | 'justification' | 'legalGround',
    field: HTMLTextAreaElement | HTMLInputElement | null,
    name: string,
    maximum: number,
  ): void {
    if (!field) return;
    const isTooLong = field.value.length > maximum;
    field.toggleAttribute('aria-invalid', isTooLong);
    this.message(key, isTooLong ? tooLong(name, field.value.length, maximum) : '');
    if (isTooLong) {
      this.#unsaved.add(key);
      return;
    }
    this.#unsaved.delete(key);
    this.#answer = { ...this.#answer, [key]: field.value };
    this.#showMarks();
    this.#onChange(this.criterion.id, this.#answer);
  }

  #fill(field: HTMLTextAreaElement | HTMLInputElement | null, value: string): void {
    if (field && field !== document.activeElement && field.value !== value) field.value = value;
  }

  #rowFields(row: Element): { title: HTMLInputElement; url: HTMLInputElement; message: HTMLElement } {
    return {
      title: need(row, '[data-evidence-title]'),
      url: need(row, '[data-evidence-url]'),
      message: need(row, '[data-row-message]'),
    };
  }

  /** Keeps what is well formed, and says beside the rest why it was not saved (once the person has left the field). */
  #readEvidence(hasLeft: boolean): void {
    const rows = [...this.#rows.children].map((row) => this.#rowFields(row));
    const kept: Evidence[] = [];
    let isUnsaved = false;
    for (const { title, url, message } of rows) {
      const link = url.value.trim();
      const problem = this.#evidenceProblem(title.value.trim(), link, kept.length);
      if (problem === '' && link !== '') kept.push({ title: title.value.trim(), url: link });
      isUnsaved ||= problem !== '';
      // While the person is still typing a link only its mending is shown, not each half-written letter.
      if (hasLeft || problem === '') {
        message.textContent = problem;
        message.hidden = problem === '';
        url.toggleAttribute('aria-invalid', problem !== '');
      }
    }
    if (isUnsaved) this.#unsaved.add('evidence');
    else this.#unsaved.delete('evidence');
    if (JSON.stringify(kept) !== JSON.stringify(this.#answer.evidence)) {
      this.#answer = { ...this.#answer, evidence: kept };
      this.#onChange(this.criterion.id, this.#answer);
    }
  }

  #evidenceProblem(title: string, link: string, kept: number): string {
    if (link === '') return title === '' ? '' : evidenceWithoutLink;
    if (link.length > LIMITS.url) return tooLong('El enlace', link.length, LIMITS.url);
    if (!isWebAddress(link)) return evidenceWrong;
    if (title.length > LIMITS.evidenceTitle) return tooLong('El título', title.length, LIMITS.evidenceTitle);
    return kept >= LIMITS.evidenceRows ? evidenceTooMany : '';
  }

  #showEvidence(evidence: readonly Evidence[]): void {
    if (this.#unsaved.has('evidence')) return;
    while (this.#rows.children.length > Math.max(1, evidence.length)) this.#rows.lastElementChild?.remove();
    while (this.#rows.children.length < evidence.length) this.#addRow();
    [...this.#rows.children].forEach((row, index) => {
      const { title, url } = this.#rowFields(row);
      title.value = evidence[index]?.title ?? '';
      url.value = evidence[index]?.url ?? '';
    });
  }

  /** Adds an empty row, with names of its own for its labels; gives its first field. */
  #addRow(): HTMLInputElement {
    const row = need(this.#rows, ':scope > *').cloneNode(true) as HTMLElement;
    const number = this.#rows.children.length + 1;
    for (const element of row.querySelectorAll('[id], [for], [aria-describedby]')) {
      for (const name of ['id', 'for', 'aria-describedby']) {
        const value = element.getAttribute(name);
        if (value !== null) element.setAttribute(name, value.replace(/-\d+$/, `-${number}`));
      }
    }
    const { title, url, message } = this.#rowFields(row);
    title.value = '';
    url.value = '';
    url.removeAttribute('aria-invalid');
    message.hidden = true;
    this.#rows.append(row);
    return title;
  }
}
