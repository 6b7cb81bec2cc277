import { foundText, nearHeading, searchFault } from '../../copy/search.ts';
import { search, type Found } from '../../domain/search/search.ts';
import type { WordIndex } from '../../domain/search/word-index.ts';
import { need } from '../../../kit/browser/dom.ts';
import { showNotice } from '../../../kit/browser/notice-box.ts';
import { once } from '../../../kit/browser/part.ts';
import { resultView } from './result-view.ts';
import { loadIndex } from './source.ts';

/** How many results come at a time. */
const PAGE = 8;

/** How long typing must rest before a search, in milliseconds. */
const REST_MS = 15;

/** `<gel-search>`: search as one types. What truly has the words is listed; what is only near stands apart. */
export class GelSearchElement extends HTMLElement {
  readonly #load = once(() => loadIndex(this.dataset['source'] ?? ''));
  #turn = 0;
  #shown = PAGE;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const input = this.#input;
    input.value = new URLSearchParams(location.search).get('q') ?? '';
    // Only to have it at hand: where it does not come, the search itself asks again and says so.
    input.addEventListener(
      'focus',
      () =>
        void this.#load().then(
          (index) => this.#fillFilters(index),
          () => undefined,
        ),
    );
    input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#start(), REST_MS);
    });
    for (const name of ['[data-kind]', '[data-phase]'])
      need(this, name).addEventListener('change', () => this.#start());
    need(this, '[data-more]').addEventListener('click', () => void this.#showMore());
    need(this, '[data-search-form]').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#start();
    });
    input.focus();
    if (input.value !== '') this.#start();
  }

  get #input(): HTMLInputElement {
    return need(this, '[data-search-input]');
  }

  #fillFilters({ records }: WordIndex): void {
    for (const [name, key] of [
      ['[data-kind]', 'kind'],
      ['[data-phase]', 'phase'],
    ] as const) {
      const select = need<HTMLSelectElement>(this, name);
      if (select.options.length > 1) continue;
      const values = new Set(records.map(({ record }) => record[key]).filter((value) => value !== ''));
      select.append(...[...values].sort(new Intl.Collator('es').compare).map((value) => new Option(value, value)));
    }
  }

  #start(): void {
    this.#shown = PAGE;
    const query = this.#input.value.trim();
    const url = new URL(location.href);
    if (query === '') url.searchParams.delete('q');
    else url.searchParams.set('q', query);
    history.replaceState(history.state, '', url);
    void this.#search();
  }

  /** Shows the next results, and takes the keyboard to the first of them. */
  async #showMore(): Promise<void> {
    const before = this.#shown;
    this.#shown += PAGE;
    await this.#search();
    need(this, '[data-results]').querySelectorAll<HTMLAnchorElement>('[data-title]')[before]?.focus();
  }

  async #search(): Promise<void> {
    const turn = ++this.#turn;
    const query = this.#input.value.trim();
    if (query === '') {
      this.#show({ exact: [], near: [] }, query);
      return;
    }
    try {
      const index = await this.#load();
      // A newer search has begun meanwhile: its results are the ones to show.
      if (turn !== this.#turn) return;
      this.#fillFilters(index);
      need(this, '[data-notices]').replaceChildren();
      const kind = need<HTMLSelectElement>(this, '[data-kind]').value;
      const phase = need<HTMLSelectElement>(this, '[data-phase]').value;
      this.#show(search(index, query, { kind, phase }), query);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#show({ exact: [], near: [] }, '');
      const notices = need(this, '[data-notices]');
      notices.replaceChildren();
      showNotice(notices, searchFault);
      reportError(error);
    }
  }

  #show({ exact, near }: Found, query: string): void {
    const template = need<HTMLTemplateElement>(this, '[data-result]');
    const base = this.dataset['base'] ?? '/';
    const draw = (hits: Found['exact']): Element[] => hits.map((hit) => resultView(template, hit, base));
    need(this, '[data-results]').replaceChildren(...draw(exact.slice(0, this.#shown)));
    need(this, '[data-near-results]').replaceChildren(...draw(near));
    need(this, '[data-near]').hidden = near.length === 0;
    need(this, '[data-near-heading]').textContent = nearHeading(exact.length);
    need(this, '[data-more]').hidden = exact.length <= this.#shown;
    need(this, '[data-empty]').hidden = query === '' || exact.length + near.length > 0;
    need(this, '[data-count]').textContent = query === '' ? '' : foundText(exact.length, near.length, query);
  }
}

customElements.define('gel-search', GelSearchElement);

declare global {
  interface HTMLElementTagNameMap {
    'gel-search': GelSearchElement;
  }
}
