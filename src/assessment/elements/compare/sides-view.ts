import { chooseOne, cutoffNames } from '../../copy/comparison.ts';
import type { AssessmentHeader } from '../../domain/assessment.ts';
import { byCutoff } from '../../domain/progress.ts';
import { need } from '../../../kit/browser/dom.ts';

export type Side = 'before' | 'after';
/** Ids of the two assessments to compare; null where none is chosen. */
export type Sides = Readonly<Record<Side, string | null>>;

/** «Antes» and «Después»: two lists of this browser's assessments, and the button that turns them round. */
export class SidesView {
  readonly #root: HTMLElement;

  constructor(root: HTMLElement, onChange: (sides: Sides) => void) {
    this.#root = root;
    for (const side of ['before', 'after'] as const) {
      this.#select(side).addEventListener('change', () => onChange(this.#chosen()));
    }
    need(root, '[data-swap]').addEventListener('click', () => {
      const { before, after } = this.#chosen();
      onChange({ before: after, after: before });
    });
  }

  /** Fills both lists, the latest cut-off first, and says which are chosen. */
  show(headers: readonly AssessmentHeader[], sides: Sides): void {
    const listed = [...headers].sort(byCutoff).reverse();
    const names = cutoffNames(listed);
    for (const side of ['before', 'after'] as const) {
      this.#select(side).replaceChildren(
        new Option(chooseOne, ''),
        ...listed.map(({ id, entity }, index) => new Option(`${names[index] ?? ''} · ${entity.name}`, id)),
      );
      this.#select(side).value = sides[side] ?? '';
    }
    this.#root.hidden = false;
  }

  hide(): void {
    this.#root.hidden = true;
  }

  #select(side: Side): HTMLSelectElement {
    return need<HTMLSelectElement>(this.#root, `[data-side="${side}"]`);
  }

  #chosen(): Sides {
    return { before: this.#select('before').value || null, after: this.#select('after').value || null };
  }
}
