import {
  asideText,
  groupApply,
  groupClear,
  groupNoField,
  groupNoValue,
  type GroupField,
} from '../../copy/plan-page.ts';
import type { ActivityFields } from '../../domain/plan.ts';
import { activityFields } from '../../fields/activity-fields.ts';
import { need, setInvalid } from '../../../kit/browser/dom.ts';
import { readField } from './field-reading.ts';
import { setText } from './make.ts';
import type { Selection } from './selection.ts';

/**
 * «Poner lo mismo en las N seleccionadas»: one field with its value, for many activities at once. Nothing changes before
 * both are chosen; leaving the field blank is another button, which says so.
 */
export class GroupEdit {
  readonly #root: HTMLElement;
  readonly #apply: (field: GroupField, fields: Partial<ActivityFields>) => void;
  #count = 0;

  constructor(
    root: HTMLElement,
    events: {
      apply: (field: GroupField, fields: Partial<ActivityFields>) => void;
      pickAll: (isPicked: boolean) => void;
    },
  ) {
    this.#root = root;
    this.#apply = events.apply;
    this.#select.addEventListener('change', () => this.#showField());
    root.addEventListener('input', () => this.#say('', null));
    need(root, '[data-pick-all]').addEventListener('change', ({ target }) => {
      events.pickAll((target as HTMLInputElement).checked);
    });
    need(root, '[data-group-form]').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#put();
    });
    need(root, '[data-group-clear]').addEventListener('click', () => this.#clear());
    this.#showField();
  }

  /** Says how many activities are selected, of how many that can be, and which of the selected ones are left alone. */
  show({ offered, taken, aside }: Selection): void {
    this.#count = taken.length;
    const all = need<HTMLInputElement>(this.#root, '[data-pick-all]');
    all.checked = taken.length > 0 && taken.length === offered.length;
    all.indeterminate = taken.length > 0 && taken.length < offered.length;
    need(this.#root, '[data-group-form]').hidden = taken.length === 0;
    setText(need(this.#root, '[data-offered]'), `(${offered.length})`);
    setText(need(this.#root, '[data-aside]'), asideText(aside));
    this.#showButtons();
  }

  #put(): void {
    const field = this.#field;
    const input = this.#input;
    if (field === null || input === null) return this.#say(groupNoField, this.#select);
    if (input.value.trim() === '' && !input.validity.badInput) return this.#say(groupNoValue, input);
    const reading = readField(field, input);
    if (!reading.ok) return this.#say(reading.message, input);
    this.#say('', null);
    if (this.#count > 0) this.#apply(field, { [field]: reading.value });
  }

  #clear(): void {
    const field = this.#field;
    if (field === null || this.#count === 0) return;
    this.#say('', null);
    this.#apply(field, { [field]: activityFields[field].kind === 'amount' ? null : '' });
  }

  get #select(): HTMLSelectElement {
    return need(this.#root, '[data-group-field]');
  }

  get #field(): GroupField | null {
    return this.#select.value === '' ? null : (this.#select.value as GroupField);
  }

  /** Where the value of the chosen field is written. */
  get #input(): HTMLInputElement | null {
    const field = this.#field;
    if (field === null) return null;
    const kind = activityFields[field].kind === 'date' ? 'date' : 'text';
    return need<HTMLInputElement>(this.#root, `[data-group-value="${kind}"]`);
  }

  #showField(): void {
    const own = this.#input;
    for (const input of this.#root.querySelectorAll<HTMLInputElement>('[data-group-value]')) {
      const box = input.closest('label');
      if (box) box.hidden = input !== own;
      input.value = '';
    }
    this.#say('', null);
    this.#showButtons();
  }

  #showButtons(): void {
    const field = this.#field;
    const clear = need(this.#root, '[data-group-clear]');
    clear.hidden = field === null;
    if (this.#count === 0) return;
    setText(need(this.#root, '[data-group-apply]'), groupApply(this.#count));
    if (field !== null) setText(clear, groupClear(field, this.#count));
  }

  /** Says what is still wrong or missing, and leads there. */
  #say(text: string, at: HTMLElement | null): void {
    const place = need(this.#root, '[data-message="group"]');
    place.textContent = text;
    place.hidden = text === '';
    for (const control of this.#root.querySelectorAll('[data-group-value], [data-group-field]')) {
      setInvalid(control, control === at);
    }
    at?.focus();
  }
}
