import { groupApply, type GroupField } from '../../copy/plan-page.ts';
import type { ActivityFields } from '../../domain/plan.ts';
import { activityFields } from '../../fields/activity-fields.ts';
import { need, setInvalid } from '../../../kit/browser/dom.ts';
import { readField } from './field-reading.ts';
import { setText } from './make.ts';

/** «Poner lo mismo en las N seleccionadas»: one field with its value, for many activities at once. */
export class GroupEdit {
  readonly #root: HTMLElement;
  #count = 0;

  constructor(
    root: HTMLElement,
    events: {
      apply: (field: GroupField, fields: Partial<ActivityFields>) => void;
      pickAll: (isPicked: boolean) => void;
    },
  ) {
    this.#root = root;
    need(root, '[data-group-field]').addEventListener('change', () => this.#showField());
    root.addEventListener('input', () => {
      this.#say('');
      this.#showButton();
    });
    need(root, '[data-pick-all]').addEventListener('change', ({ target }) => {
      events.pickAll((target as HTMLInputElement).checked);
    });
    need(root, '[data-group-form]').addEventListener('submit', (event) => {
      event.preventDefault();
      const reading = readField(this.#field, this.#input);
      if (!reading.ok) {
        this.#say(reading.message);
        this.#input.focus();
        return;
      }
      if (this.#count > 0) events.apply(this.#field, { [this.#field]: reading.value });
    });
    this.#showField();
  }

  /** Says how many activities are selected, of how many that are to be seen. */
  show(picked: number, visible: number): void {
    this.#count = picked;
    const all = need<HTMLInputElement>(this.#root, '[data-pick-all]');
    all.checked = visible > 0 && picked === visible;
    all.indeterminate = picked > 0 && picked < visible;
    need(this.#root, '[data-group-form]').hidden = picked === 0;
    setText(need(this.#root, '[data-visible]'), `(${visible})`);
    this.#showButton();
  }

  get #field(): GroupField {
    return need<HTMLSelectElement>(this.#root, '[data-group-field]').value as GroupField;
  }

  get #input(): HTMLInputElement {
    const kind = activityFields[this.#field].kind === 'date' ? 'date' : 'text';
    return need<HTMLInputElement>(this.#root, `[data-group-value="${kind}"]`);
  }

  #showField(): void {
    for (const input of this.#root.querySelectorAll<HTMLInputElement>('[data-group-value]')) {
      const box = input.closest('label');
      if (box) box.hidden = input !== this.#input;
      input.value = '';
    }
    this.#say('');
    this.#showButton();
  }

  #showButton(): void {
    const isBlank = this.#input.value.trim() === '' && !this.#input.validity.badInput;
    setText(need(this.#root, '[data-group-apply]'), groupApply(this.#count, isBlank));
  }

  #say(text: string): void {
    const place = need(this.#root, '[data-message="group"]');
    place.textContent = text;
    place.hidden = text === '';
    for (const input of this.#root.querySelectorAll('[data-group-value]')) setInvalid(input, false);
    if (text !== '') setInvalid(this.#input, true);
  }
}
