import {
  evidenceStays,
  evidenceTooMany,
  evidenceWithoutLink,
  evidenceWrong,
  fieldName,
  tooLong,
} from '../../copy/answer-forms.ts';
import type { Evidence } from '../../domain/answer.ts';
import { LIMITS } from '../../file/schema.ts';
import { isWebAddress } from '../../../kit/values/web-address.ts';
import { need, setInvalid } from '../../../kit/browser/dom.ts';
import { afterPress } from '../../../kit/browser/pointer.ts';

/** What the rows tell their criterion. */
export interface EvidenceEvents {
  changed: (evidence: readonly Evidence[]) => void;
  unsaved: (isUnsaved: boolean) => void;
  say: (text: string) => void;
}

/** The rows of evidence of one criterion: a title and a link each. */
export class EvidenceView {
  readonly #root: HTMLElement;
  readonly #events: EvidenceEvents;
  #evidence: readonly Evidence[] = [];
  #isUnsaved = false;
  /** What was last saved of each row. */
  readonly #saved = new WeakMap<Element, Evidence>();

  constructor(root: HTMLElement, events: EvidenceEvents) {
    this.#root = root;
    this.#events = events;
    root.addEventListener('input', () => this.#read());
    root.addEventListener('focusout', ({ relatedTarget }) => afterPress(() => this.#read(relatedTarget)));
  }

  #fields(row: Element): { title: HTMLInputElement; url: HTMLInputElement; message: HTMLElement } {
    return {
      title: need(row, '[data-evidence-title]'),
      url: need(row, '[data-evidence-url]'),
      message: need(row, '[data-row-message]'),
    };
  }

  /**
   * Saves what is well formed. A row that is not keeps what was last saved of it; what is wrong is said once the person
   * has left the row, not at each half-written letter. `next` is where the focus goes, or undefined while typing.
   */
  #read(next?: EventTarget | null): void {
    const kept: Evidence[] = [];
    let isUnsaved = false;
    for (const row of [...this.#root.children] as HTMLElement[]) {
      const { title, url, message } = this.#fields(row);
      // People write «www.ejemplo.gov.co»; what they mean is its page.
      const typed = { title: title.value.trim(), url: url.value.trim().replace(/^www\./i, 'https://www.') };
      const hasLeft = next !== undefined && !(next instanceof Node && row.contains(next));
      const before = this.#saved.get(row);
      const problem = this.#problem(typed.title, typed.url, kept.length);
      const isEmpty = typed.title === '' && typed.url === '';
      if (problem === '' && !isEmpty) {
        const saved = { ...before, ...typed };
        this.#saved.set(row, saved);
        kept.push(saved);
        if (hasLeft) url.value = typed.url;
      } else if (before && !(isEmpty && hasLeft)) kept.push(before);
      else this.#saved.delete(row);
      isUnsaved ||= problem !== '';
      if (hasLeft || problem === '') {
        const text = problem !== '' && before ? evidenceStays(problem, before.url) : problem;
        if (text !== '' && text !== message.textContent) this.#events.say(text);
        message.textContent = text;
        message.hidden = text === '';
        setInvalid(url, problem !== '');
      }
    }
    if (isUnsaved !== this.#isUnsaved) {
      this.#isUnsaved = isUnsaved;
      this.#events.unsaved(isUnsaved);
    }
    if (JSON.stringify(kept) === JSON.stringify(this.#evidence)) return;
    this.#evidence = kept;
    this.#events.changed(kept);
  }

  /** Why a row cannot be saved, or '' where it can. */
  #problem(title: string, link: string, kept: number): string {
    if (link === '') return title === '' ? '' : evidenceWithoutLink;
    if (link.length > LIMITS.url) return tooLong(fieldName.link, link.length, LIMITS.url);
    if (!isWebAddress(link)) return evidenceWrong;
    if (title.length > LIMITS.evidenceTitle) return tooLong(fieldName.title, title.length, LIMITS.evidenceTitle);
    return kept >= LIMITS.evidenceRows ? evidenceTooMany : '';
  }

  /** Shows what is stored, unless the person is writing here or has something that could not be saved. */
  show(evidence: readonly Evidence[]): void {
    if (this.#isUnsaved || this.#root.contains(document.activeElement)) return;
    this.#evidence = evidence;
    while (this.#root.children.length > Math.max(1, evidence.length)) this.#root.lastElementChild?.remove();
    while (this.#root.children.length < evidence.length) this.addRow();
    [...this.#root.children].forEach((row, index) => {
      const { title, url } = this.#fields(row);
      const saved = evidence[index];
      title.value = saved?.title ?? '';
      url.value = saved?.url ?? '';
      if (saved) this.#saved.set(row, saved);
      else this.#saved.delete(row);
    });
  }

  /** Adds an empty row, with names of its own for its labels; gives its first field. */
  addRow(): HTMLInputElement {
    const row = need(this.#root, ':scope > *').cloneNode(true) as HTMLElement;
    const number = this.#root.children.length + 1;
    for (const element of row.querySelectorAll('[id], [for], [aria-describedby]')) {
      for (const name of ['id', 'for', 'aria-describedby']) {
        const value = element.getAttribute(name);
        if (value !== null) element.setAttribute(name, value.replace(/-\d+$/, `-${number}`));
      }
    }
    for (const place of row.querySelectorAll('[data-row-number]')) place.textContent = ` ${number}`;
    const { title, url, message } = this.#fields(row);
    title.value = '';
    url.value = '';
    url.removeAttribute('aria-invalid');
    message.hidden = true;
    this.#root.append(row);
    return title;
  }
}
