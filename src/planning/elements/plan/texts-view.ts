import { textBlank } from '../../copy/plan-page.ts';
import { textFieldName } from '../../copy/planning.ts';
import type { PlanTexts } from '../../domain/plan.ts';
import { PLAN_LIMITS } from '../../fields/limits.ts';
import { need } from '../../../kit/browser/dom.ts';
import { FieldControl } from './field-control.ts';
import { readText } from './field-reading.ts';
import { setText } from './make.ts';

export type TextField = keyof typeof textFieldName;
const keys = Object.keys(textFieldName) as TextField[];

/** What the plan says as a whole: four texts. */
export class TextsView {
  readonly #root: HTMLElement;
  readonly #fields = new Map<TextField, FieldControl>();

  constructor(
    root: HTMLElement,
    events: {
      give: (texts: Partial<Record<TextField, string>>) => void;
      unsavedChanged: () => void;
      covered: (field: string, takeBack: () => void) => void;
    },
  ) {
    this.#root = root;
    for (const key of keys) {
      const name = textFieldName[key];
      const control: FieldControl = new FieldControl(
        root,
        key,
        ({ value }) => readText(name, value, PLAN_LIMITS.text),
        {
          give: (value) => events.give({ [key]: String(value) }),
          unsavedChanged: events.unsavedChanged,
          covered: (value) =>
            events.covered(name, () => {
              control.field.value = String(value);
              control.check();
              control.field.focus();
            }),
        },
      );
      this.#fields.set(key, control);
    }
  }

  get unsavedTexts(): number {
    return [...this.#fields.values()].filter(({ isUnsaved }) => isUnsaved).length;
  }

  /** Shows what is stored, in the fields and, whole, on paper. */
  show(texts: PlanTexts): void {
    for (const [key, control] of this.#fields) {
      control.show(texts[key]);
      setText(need(this.#root, `[data-paper="${key}"]`), texts[key].trim() || textBlank);
    }
  }

  focus(key: string): void {
    const field = this.#fields.get(key as TextField)?.field;
    field?.focus({ preventScroll: true });
    // At once: a long way goes past rows and a chart that are drawn meanwhile, and a slow one would end beside it.
    field?.scrollIntoView({ block: 'center' });
  }
}
