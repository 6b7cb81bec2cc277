import { assessmentTitle } from '../../copy/assessments.ts';
import { longDate } from '../../copy/dates.ts';
import { fileRefused } from '../../copy/files.ts';
import { verifyClosing } from '../../formats/closing.ts';
import { MAX_FILE_BYTES, readAssessmentFile } from '../../formats/assessment-reader.ts';
import { termsAndTexts } from '../page/answer-texts.ts';
import { need, setInvalid } from '../page/dom.ts';
import { showNotice } from '../page/notice-box.ts';
import { start } from '../page/start.ts';
import { verdictOf } from './verdict.ts';

/** `<gel-verify>`: tells whether a file is the one that was closed. Reads the file and nothing else; stores nothing. */
export class GelVerifyElement extends HTMLElement {
  #file: { name: string; text: string } | undefined;

  connectedCallback(): void {
    const input = need<HTMLInputElement>(this, '[data-file]');
    const digest = need<HTMLInputElement>(this, '[data-digest]');
    const prefill = (): void => {
      const given = /^#huella=([0-9a-f]{64})$/i.exec(location.hash)?.[1];
      if (given) digest.value = given.toLowerCase();
    };
    prefill();
    window.addEventListener('hashchange', prefill);
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (file) void start(this, () => this.#open(file));
    });
    digest.addEventListener('change', () => void start(this, () => this.#check()));
    input.disabled = false;
  }

  async #open(file: File): Promise<void> {
    const notices = need(this, '[data-notices]');
    notices.replaceChildren();
    need(this, '[data-verdict]').hidden = true;
    this.#file = undefined;
    if (file.size > MAX_FILE_BYTES) {
      showNotice(notices, fileRefused(file.name, { kind: 'tooLarge' }));
      return;
    }
    this.#file = { name: file.name, text: await file.text() };
    await this.#check();
  }

  /** The printed digest without the blanks that a person types or a scanner adds; null where it is none. */
  #printed(): string | null {
    const field = need<HTMLInputElement>(this, '[data-digest]');
    const text = field.value.replace(/\s+/g, '').toLowerCase();
    const isRight = text === '' || /^[0-9a-f]{64}$/.test(text);
    const message = need(this, '[data-digest-message]');
    message.hidden = isRight;
    message.textContent = `La huella tiene 64 letras (de la a a la f) y números; lo escrito tiene ${text.length} signos. Revísela. El archivo no se compara con ella hasta que esté bien.`;
    setInvalid(field, !isRight);
    return isRight ? text : null;
  }

  async #check(): Promise<void> {
    const printed = this.#printed();
    if (!this.#file || printed === null) {
      need(this, '[data-verdict]').hidden = true;
      return;
    }
    const { name, text } = this.#file;
    const notices = need(this, '[data-notices]');
    const reading = readAssessmentFile(text);
    if (!reading.ok) {
      showNotice(notices, fileRefused(name, reading.refusal));
      return;
    }
    const { assessment } = reading;
    const check = await verifyClosing(JSON.parse(text.replace(/^\uFEFF/, '')));
    const verdict = verdictOf(name, check, assessment.closing, printed);
    const box = need(this, '[data-verdict]');
    box.classList.toggle('fault', !verdict.isSame);
    need(box, '[data-verdict-text]').textContent = verdict.text;
    need(box, '[data-verdict-more]').textContent = verdict.more;
    need(box, '[data-facts]').replaceChildren(
      ...termsAndTexts([
        ['Entidad', assessmentTitle(assessment)],
        ['Fecha de corte', longDate(assessment.cutoffDate)],
        ['Instrumento', `${assessment.instrument.id}, versión ${assessment.instrument.version}`],
      ]),
    );
    box.hidden = false;
    box.focus();
  }
}

customElements.define('gel-verify', GelVerifyElement);
