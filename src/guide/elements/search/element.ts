import { foundText, searchFault } from '../../copy/search.ts';
import { directHits, type Catalogue } from '../../domain/direct-hits.ts';
import { fold } from '../../../kit/words/fold.ts';
import { need, pageData } from '../../../kit/browser/dom.ts';
import { showNotice } from '../../../kit/browser/notice-box.ts';
import { loadPagefind, placeOf, type Fragment, type Pagefind } from './pagefind.ts';

/** How many results come at a time: few fragments at once, because each is a request on a slow line. */
const PAGE = 6;

/** How long typing must rest before a search, in milliseconds. */
const REST_MS = 15;

/** `<gel-search>`: search as one types, over Pagefind's index, with what a search names outright in front. */
export class GelSearchElement extends HTMLElement {
  #pagefind: Promise<Pagefind> | undefined;
  #turn = 0;
  #shown = PAGE;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const input = this.#input;
    input.value = new URLSearchParams(location.search).get('q') ?? '';
    input.addEventListener('focus', () => void this.#load().catch(() => undefined));
    input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#start(), REST_MS);
    });
    for (const name of ['[data-kind]', '[data-phase]'])
      need(this, name).addEventListener('change', () => this.#start());
    need(this, '[data-more]').addEventListener('click', () => {
      this.#shown += PAGE;
      void this.#search();
    });
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

  /** Loads the search once; the letters that most words begin with bring the whole small index along. */
  #load(): Promise<Pagefind> {
    this.#pagefind ??= loadPagefind(this.dataset['pagefind'] ?? '', this.dataset['base'] ?? '/').then(
      async (pagefind) => {
        // Only to have them at hand: where they do not come, the search itself asks again and says so.
        for (const letter of 'acdeimprst') pagefind.preload(letter).catch(() => undefined);
        pagefind.filters().then(
          (filters) => this.#fillFilters(filters),
          () => undefined,
        );
        return pagefind;
      },
      (error: unknown) => {
        this.#pagefind = undefined;
        throw error;
      },
    );
    return this.#pagefind;
  }

  #fillFilters(filters: Awaited<ReturnType<Pagefind['filters']>>): void {
    for (const [name, key] of [
      ['[data-kind]', 'tipo'],
      ['[data-phase]', 'fase'],
    ] as const) {
      const select = need<HTMLSelectElement>(this, name);
      if (select.options.length > 1) continue;
      select.append(...Object.keys(filters[key] ?? {}).map((value) => new Option(value, value)));
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

  async #search(): Promise<void> {
    const turn = ++this.#turn;
    const query = this.#input.value.trim();
    if (query === '') {
      this.#show([], 0, query);
      return;
    }
    const kind = need<HTMLSelectElement>(this, '[data-kind]').value;
    const phase = need<HTMLSelectElement>(this, '[data-phase]').value;
    const isFiltered = kind !== '' || phase !== '';
    const direct = isFiltered ? [] : directHits(query, pageData<Catalogue>(this, 'catalogue'));
    const first = direct.map(({ title, path, kind }) => this.#item(title, path, kind, null));
    try {
      const pagefind = await this.#load();
      const filters = { ...(kind && { tipo: kind }), ...(phase && { fase: phase }) };
      const { results } = await pagefind.search(fold(query), { filters });
      if (turn !== this.#turn) return;
      const fragments = await Promise.all(results.slice(0, this.#shown).map(({ data }) => data()));
      // A newer search has begun meanwhile: its results are the ones to show.
      if (turn !== this.#turn) return;
      need(this, '[data-notices]').replaceChildren();
      const named = new Set(direct.map(({ path }) => path));
      const found = fragments.filter(({ url }) => !named.has(url));
      this.#show([...first, ...found.map((fragment) => this.#found(fragment))], results.length, query);
      need(this, '[data-more]').hidden = results.length <= this.#shown;
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#show(first, first.length, query);
      need(this, '[data-empty]').hidden = true;
      need(this, '[data-count]').textContent = '';
      // A search that did not start stays broken until it is loaded anew.
      const broken = this.#pagefind;
      this.#pagefind = undefined;
      await broken?.then((pagefind) => pagefind.destroy()).catch(() => undefined);
      const notices = need(this, '[data-notices]');
      notices.replaceChildren();
      showNotice(notices, searchFault);
      reportError(error);
    }
  }

  #found(fragment: Fragment): Element {
    const phase = fragment.filters['fase']?.[0];
    const where = [fragment.filters['tipo']?.[0] ?? '', phase ?? ''].filter((part) => part !== '').join(' · ');
    return this.#item(fragment.meta['title'] ?? fragment.url, placeOf(fragment), where, fragment.excerpt);
  }

  #item(title: string, path: string, where: string, excerpt: string | null): Element {
    const item = need<HTMLTemplateElement>(this, '[data-result]').content.cloneNode(true) as DocumentFragment;
    const link = need<HTMLAnchorElement>(item, '[data-title]');
    link.href = path;
    link.textContent = title;
    need(item, '[data-where]').textContent = where;
    // The excerpt is our own text with the matches between <mark> tags: build those marks, and nothing else, as elements.
    const parts = (excerpt ?? '').split(/<mark>(.*?)<\/mark>/);
    need(item, '[data-excerpt]').append(
      ...parts.map((part, index) => {
        const text = part
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&');
        if (index % 2 === 0) return text;
        const mark = document.createElement('mark');
        mark.textContent = text;
        return mark;
      }),
    );
    return need(item, 'li');
  }

  #show(items: readonly Element[], total: number, query: string): void {
    need(this, '[data-results]').replaceChildren(...items);
    const count = Math.max(total, items.length);
    need(this, '[data-empty]').hidden = query === '' || count > 0;
    need(this, '[data-more]').hidden = true;
    need(this, '[data-count]').textContent = query === '' ? '' : foundText(count, query);
  }
}

customElements.define('gel-search', GelSearchElement);

declare global {
  interface HTMLElementTagNameMap {
    'gel-search': GelSearchElement;
  }
}
