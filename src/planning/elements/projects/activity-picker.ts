import { activityUnwritten, markedUnseen, matchesText, restText } from '../../copy/project-changes.ts';
import { need } from '../../../kit/browser/dom.ts';
import { isFound } from '../../../kit/words/typed-search.ts';
import { beginning } from './search.ts';

/** An activity that can be marked. */
export interface PickerOption {
  readonly id: string;
  readonly text: string;
  /** Its criteria, by whose codes it is found too. */
  readonly criteria: readonly string[];
  /** Something to know of it before it is marked, or ''. */
  readonly note: string;
}

/** How many stand there before the person searches or asks for all. */
const FIRST = 20;
/** How much of an activity's text is shown beside its box. */
const SHOWN_SIGNS = 160;

/** Activities to be marked, found by a search: up to thousands, of which a few are drawn at a time. */
export class ActivityPicker {
  readonly #root: HTMLElement;
  readonly #changed: (id: string, isChosen: boolean) => void;
  readonly #search: HTMLInputElement;
  #options: readonly PickerOption[] = [];
  #chosen: ReadonlySet<string> = new Set();
  #hasAll = false;
  #drawn = '';

  constructor(root: HTMLElement, changed: (id: string, isChosen: boolean) => void) {
    this.#root = root;
    this.#changed = changed;
    this.#search = need(root, '[data-search]');
    this.#search.addEventListener('input', () => this.#draw(true));
    // Enter in a search sends no form.
    this.#search.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault();
    });
    need(root, '[data-options]').addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) this.#changed(target.value, target.checked);
    });
    need(root, '[data-more]').addEventListener('click', () => {
      const before = this.#boxes().length;
      this.#hasAll = true;
      this.#draw(false);
      this.#boxes()[before]?.focus();
    });
  }

  /** Shows the options in their order, and which are marked; says `none` where there is none. */
  show(options: readonly PickerOption[], chosen: ReadonlySet<string>, none: string): void {
    this.#chosen = chosen;
    need(this.#root, '[data-none]').textContent = none;
    need(this.#root, '[data-none]').hidden = options.length > 0;
    need(this.#root, '[data-picker-body]').hidden = options.length === 0;
    need(this.#root, '[data-search-line]').hidden = options.length <= FIRST / 2;
    this.#options = options;
    this.#draw(false);
  }

  #boxes(): HTMLInputElement[] {
    return [...this.#root.querySelectorAll<HTMLInputElement>('[data-options] input')];
  }

  #draw(isSaid: boolean): void {
    const typed = this.#search.value;
    const found = this.#options.filter(({ id, text, criteria }) =>
      isFound(typed, { texts: [text], codes: [id, ...criteria] }),
    );
    const drawn = this.#hasAll ? found : found.slice(0, FIRST);
    const boxes = need(this.#root, '[data-options]');
    const sign = JSON.stringify(drawn);
    if (sign !== this.#drawn) {
      this.#drawn = sign;
      const { activeElement: active } = document;
      const focused = active instanceof HTMLInputElement && boxes.contains(active) ? active.value : null;
      boxes.replaceChildren(...drawn.map((option) => this.#item(option)));
      if (focused !== null) {
        (this.#boxes().find(({ value }) => value === focused) ?? this.#search).focus({ preventScroll: true });
      }
    }
    for (const box of this.#boxes()) box.checked = this.#chosen.has(box.value);
    const seen = new Set(drawn.map(({ id }) => id));
    const unseen = markedUnseen(this.#options.flatMap(({ id }) => (this.#chosen.has(id) && !seen.has(id) ? [id] : [])));
    const place = need(this.#root, '[data-unseen]');
    // Said once, and not with each letter.
    if (place.textContent !== unseen) place.textContent = unseen;
    const more = need(this.#root, '[data-more]');
    more.hidden = drawn.length === found.length;
    more.textContent = restText(found.length - drawn.length);
    need(this.#root, '[data-shown]').textContent = isSaid && typed.trim() !== '' ? matchesText(found.length) : '';
  }

  #item({ id, text, note }: PickerOption): HTMLElement {
    const item = document.createElement('li');
    const label = document.createElement('label');
    label.className = 'tick';
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.value = id;
    const code = document.createElement('bdi');
    code.className = 'code';
    code.textContent = id;
    const words = document.createElement('bdi');
    words.textContent = text.trim() === '' ? activityUnwritten : beginning(text, SHOWN_SIGNS);
    const whole = document.createElement('span');
    whole.append(code, ' ', words, note === '' ? '' : ` (${note})`);
    label.append(box, whole);
    item.append(label);
    return item;
  }
}
