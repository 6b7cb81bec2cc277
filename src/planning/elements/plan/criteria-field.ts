import {
  criteriaFull,
  criterionLast,
  criterionThere,
  criterionUnknown,
  notInInstrument,
} from '../../copy/plan-page.ts';
import type { Activity } from '../../domain/plan.ts';
import type { Instrument } from '../../../instrument/instrument.ts';
import { PLAN_LIMITS } from '../../fields/limits.ts';
import { need } from '../../../kit/browser/dom.ts';
import { button, make } from './make.ts';

/** Which criteria an activity meets: each with a button that takes it out, and a field that puts one in. */
export class CriteriaField {
  readonly #root: HTMLElement;
  readonly #names: ReadonlyMap<string, string>;
  readonly #input: HTMLInputElement;
  #criteria: readonly string[] = [];

  constructor(root: HTMLElement, instrument: Instrument, give: (criteria: readonly string[]) => void) {
    this.#root = root;
    this.#names = new Map(
      instrument.sections.flatMap(({ criteria }) => criteria.map(({ id, name }) => [id, name] as const)),
    );
    this.#input = need(root, '[data-new-criterion]');
    const add = (): void => {
      const id = this.#chosen();
      if (id === null) return;
      this.#input.value = '';
      give([...this.#criteria, id]);
      this.#input.focus();
    };
    need(root, '[data-add-criterion]').addEventListener('click', add);
    this.#input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      add();
    });
    this.#input.addEventListener('input', () => this.#say(''));
    root.addEventListener('click', ({ target }) => {
      const id =
        target instanceof Element && target.closest<HTMLElement>('[data-remove-criterion]')?.dataset['removeCriterion'];
      if (!id) return;
      if (this.#criteria.length === 1) {
        this.#say(criterionLast);
        return;
      }
      give(this.#criteria.filter((each) => each !== id));
      this.#input.focus();
    });
  }

  /** Shows the criteria of an activity. */
  show({ criteria }: Activity): void {
    if (JSON.stringify(criteria) === JSON.stringify(this.#criteria)) return;
    this.#criteria = criteria;
    this.#say('');
    need(this.#root, '[data-criteria]').replaceChildren(
      ...criteria.map((id) =>
        make(
          'li',
          {},
          make('span', { className: 'code' }, id),
          ` ${this.#names.get(id) ?? notInInstrument} `,
          button('Quitar', { removeCriterion: id }, id),
        ),
      ),
    );
  }

  /** Forgets what was being looked for. */
  clear(): void {
    this.#input.value = '';
    this.#criteria = [];
    this.#say('');
  }

  #chosen(): string | null {
    const text = this.#input.value.trim();
    const id = [...this.#names].find(
      ([each, name]) => each === (text.split(/\s/)[0] ?? '').toUpperCase() || name.toLowerCase() === text.toLowerCase(),
    )?.[0];
    if (id === undefined) this.#say(criterionUnknown);
    else if (this.#criteria.includes(id)) this.#say(criterionThere);
    else if (this.#criteria.length >= PLAN_LIMITS.criteria) this.#say(criteriaFull);
    else return id;
    this.#input.focus();
    return null;
  }

  #say(text: string): void {
    const place = need(this.#root, '[data-message="criteria"]');
    place.textContent = text;
    place.hidden = text === '';
  }
}
