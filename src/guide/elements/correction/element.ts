import { copied, textSelected } from '../../copy/copying.ts';
import { correctionProblem, correctionReady, correctionSaved, correctionText } from '../../copy/correction.ts';
import {
  CORRECTION_LIMITS,
  readCorrectionForm,
  type Correction,
  type CorrectionField,
  type CorrectionKind,
  type CorrectionProblem,
  type CorrectionSubject,
} from '../../domain/correction.ts';
import { correctionFileName, correctionToText } from '../../file/correction.ts';
import { isWebAddress } from '../../../kit/values/web-address.ts';
import { need, setInvalid } from '../../../kit/browser/dom.ts';
import { download } from '../../../kit/browser/download.ts';

const FIELDS: readonly CorrectionField[] = ['subject', 'wrong', 'right', 'source', 'url', 'name', 'office'];

/** Runs what a person asked for; whatever goes wrong is told at the given place. */
export type Act = (place: Element, work: () => Promise<void>) => Promise<void>;

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** `<gel-correction>`: makes the file and the text of a proposed correction. Sends nothing and stores nothing. */
export class GelCorrectionElement extends HTMLElement {
  static #act: Act;
  #made: Correction | undefined;
  #isDirty = false;

  /** Puts the element to work. Takes how the site's pages run what a person asks for. */
  static define(act: Act): void {
    GelCorrectionElement.#act = act;
    customElements.define('gel-correction', GelCorrectionElement);
  }

  connectedCallback(): void {
    const form = need<HTMLFormElement>(this, 'form');
    this.#prefill();
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#run(() => Promise.resolve(this.#make()));
    });
    form.addEventListener('input', () => {
      this.#isDirty = true;
      // What stands below is no longer what stands in the form.
      need(this, '[data-ready]').hidden = true;
    });
    window.addEventListener('beforeunload', (event) => {
      if (this.#isDirty) event.preventDefault();
    });
    need(this, '[data-save]').addEventListener('click', () => void this.#run(() => Promise.resolve(this.#save())));
    need(this, '[data-copy]').addEventListener('click', () => void this.#run(() => this.#copy()));
    need<HTMLButtonElement>(this, '[type="submit"]').disabled = false;
  }

  #run(work: () => Promise<void>): Promise<void> {
    return GelCorrectionElement.#act(need(this, '[data-notices]'), work);
  }

  #control(field: CorrectionField): Control {
    return need<Control>(this, `[data-field="${field}"]`);
  }

  /** The address names what is to be corrected: `#criterio=INF-03`. */
  #prefill(): void {
    const select = this.#control('subject') as HTMLSelectElement;
    const [asked] = new URLSearchParams(location.search);
    const wanted = asked?.join('=') ?? '';
    if ([...select.options].some(({ value }) => value !== '' && value === wanted)) select.value = wanted;
  }

  #subject(): CorrectionSubject | null {
    const option = (this.#control('subject') as HTMLSelectElement).selectedOptions[0];
    const [kind, ...id] = (option?.value ?? '').split('=');
    if (!option || !kind || id.length === 0) return null;
    return {
      kind: kind as CorrectionKind,
      id: id.join('='),
      name: option.text.replace(/\s+/g, ' ').trim(),
      address: new URL(option.dataset['path'] ?? '.', location.href).href,
    };
  }

  #make(): void {
    const typed = (field: CorrectionField): string => this.#control(field).value;
    const reading = readCorrectionForm(
      {
        subject: this.#subject(),
        wrong: typed('wrong'),
        right: typed('right'),
        source: typed('source'),
        url: typed('url'),
        name: typed('name'),
        office: typed('office'),
      },
      localDay(new Date()),
      CORRECTION_LIMITS,
      isWebAddress,
    );
    this.#showProblems(reading.ok ? [] : reading.problems);
    const ready = need(this, '[data-ready]');
    ready.hidden = !reading.ok;
    if (!reading.ok) return;
    this.#made = reading.correction;
    need(this, '[data-ready-text]').textContent = correctionReady(correctionFileName(reading.correction));
    need(this, '[data-text]').textContent = correctionText(reading.correction);
    need(this, '[data-outcome]').textContent = '';
    ready.focus();
  }

  #showProblems(problems: readonly CorrectionProblem[]): void {
    for (const field of FIELDS) {
      const control = this.#control(field);
      const problem = problems.find((each) => each.field === field);
      const message = need(this, `#${control.id}-m`);
      message.hidden = !problem;
      message.textContent = problem ? correctionProblem(problem) : '';
      setInvalid(control, problem !== undefined);
    }
    const box = need(this, '[data-errors]');
    box.hidden = problems.length === 0;
    need(box, 'ul').replaceChildren(
      ...problems.map((problem) => {
        const item = document.createElement('li');
        const link = document.createElement('a');
        const control = this.#control(problem.field);
        link.href = `#${control.id}`;
        link.textContent = correctionProblem(problem);
        link.addEventListener('click', (event) => {
          event.preventDefault();
          control.focus();
        });
        item.append(link);
        return item;
      }),
    );
    if (problems.length > 0) box.focus();
  }

  #save(): void {
    if (!this.#made) return;
    const name = correctionFileName(this.#made);
    download(name, correctionToText(this.#made));
    this.#isDirty = false;
    need(this, '[data-outcome]').textContent = correctionSaved(name);
  }

  async #copy(): Promise<void> {
    const text = need(this, '[data-text]');
    const outcome = need(this, '[data-outcome]');
    try {
      await navigator.clipboard.writeText(text.textContent ?? '');
      this.#isDirty = false;
      outcome.textContent = copied;
    } catch {
      // A browser without the clipboard, or that refuses it: select the text, so that the keyboard can copy it.
      getSelection()?.selectAllChildren(text);
      outcome.textContent = textSelected;
    }
  }
}

/** The day on the person's clock, `YYYY-MM-DD`. */
function localDay(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'gel-correction': GelCorrectionElement;
  }
}
