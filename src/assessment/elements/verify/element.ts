import { assessmentTitle, instrumentName } from '../../copy/assessments.ts';
import { longDate } from '../../../kit/words/dates.ts';
import { openingRefused } from '../../copy/files.ts';
import type { ClosingReading, OpeningMeans } from '../../opening/file-opener.ts';
import { termsAndTexts } from '../page/answer-texts.ts';
import { need, setInvalid } from '../../../kit/browser/dom.ts';
import { showNotice } from '../../../kit/browser/notice-box.ts';
import { act } from '../page/start.ts';
import { digestMalformed, verdictOf } from '../../copy/verdict.ts';
import { part } from '../../../kit/browser/part.ts';

/** `<gel-verify>`: tells whether a file is the one that was closed. Reads the file and nothing else; stores nothing. */
export class GelVerifyElement extends HTMLElement {
  static #means: OpeningMeans;
  /** What was opened, and what came of reading it. */
  #file: { readonly name: string; readonly reading: ClosingReading } | undefined;
  /** The file that is being read, or was last. */
  #wanted: File | undefined;

  /** Puts the element to work. Takes what opens files. */
  static define(means: OpeningMeans): void {
    GelVerifyElement.#means = means;
    customElements.define('gel-verify', GelVerifyElement);
  }

  connectedCallback(): void {
    const input = need<HTMLInputElement>(this, '[data-file]');
    const digest = need<HTMLInputElement>(this, '[data-digest]');
    const prefill = (): void => {
      const given = /^#huella=([0-9a-f]{64})$/i.exec(location.hash)?.[1];
      if (given) digest.value = given.toLowerCase();
    };
    prefill();
    window.addEventListener('hashchange', () => {
      prefill();
      void this.#run(async () => this.#check());
    });
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (file) void this.#run(() => this.#open(file));
    });
    digest.addEventListener('change', () => void this.#run(async () => this.#check()));
    input.disabled = false;
    digest.disabled = false;
  }

  #run(work: () => Promise<void>): Promise<void> {
    const notices = need(this, '[data-notices]');
    notices.replaceChildren();
    return act(notices, work);
  }

  /** Reads a file beside the page, so that no file holds it up; what reads it comes with the first one. */
  async #open(file: File): Promise<void> {
    need(this, '[data-verdict]').hidden = true;
    this.#file = undefined;
    this.#wanted = file;
    const { FileOpener } = await part(() => import('../../opening/file-opener.ts'));
    const opener = new FileOpener(GelVerifyElement.#means, []);
    try {
      const reading = await opener.check(file);
      // Another one was opened meanwhile, which is told by itself.
      if (this.#wanted !== file) return;
      this.#file = { name: file.name, reading };
    } finally {
      opener.end();
    }
    this.#check();
  }

  /** The printed digest without the blanks that a person types or a scanner adds; null where it is none. */
  #printed(): string | null {
    const field = need<HTMLInputElement>(this, '[data-digest]');
    const text = field.value.replace(/\s+/g, '').toLowerCase();
    const isRight = text === '' || /^[0-9a-f]{64}$/.test(text);
    const message = need(this, '[data-digest-message]');
    message.hidden = isRight;
    message.textContent = digestMalformed(text.length);
    setInvalid(field, !isRight);
    return isRight ? text : null;
  }

  #check(): void {
    const printed = this.#printed();
    if (!this.#file || printed === null) {
      need(this, '[data-verdict]').hidden = true;
      return;
    }
    const { name, reading } = this.#file;
    if (!reading.ok) {
      // No version of the instrument has a say in it: only a workbook is made for one.
      showNotice(need(this, '[data-notices]'), openingRefused(name, reading.why, ''));
      return;
    }
    const { brief, check, isRewritten } = reading;
    const verdict = verdictOf(name, { check, closing: brief.closing, isRewritten }, printed);
    const box = need(this, '[data-verdict]');
    box.classList.toggle('fault', !verdict.isSame);
    need(box, '[data-verdict-text]').textContent = verdict.text;
    need(box, '[data-verdict-more]').textContent = verdict.more;
    need(box, '[data-facts]').replaceChildren(
      ...termsAndTexts([
        ['Entidad', assessmentTitle(brief)],
        ['Fecha de corte', longDate(brief.cutoffDate)],
        ['Instrumento', instrumentName(brief.instrument)],
      ]),
    );
    box.hidden = false;
    box.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gel-verify': GelVerifyElement;
  }
}
