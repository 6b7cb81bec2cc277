import { assessmentTitle } from '../../copy/assessments.ts';
import { longDate } from '../../copy/dates.ts';
import { fileRefused } from '../../copy/files.ts';
import { isolated } from '../../copy/isolated.ts';
import { verifyClosing } from '../../formats/closing.ts';
import { MAX_FILE_BYTES, readAssessmentText, type FileRefusal } from '../../formats/assessment-record.ts';
import { termsAndTexts } from '../page/answer-texts.ts';
import { need, setInvalid } from '../page/dom.ts';
import { showNotice } from '../page/notice-box.ts';
import { act } from '../page/start.ts';
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
    window.addEventListener('hashchange', () => {
      prefill();
      void this.#run(() => this.#check());
    });
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (file) void this.#run(() => this.#open(file));
    });
    digest.addEventListener('change', () => void this.#run(() => this.#check()));
    input.disabled = false;
  }

  #run(work: () => Promise<void>): Promise<void> {
    const notices = need(this, '[data-notices]');
    notices.replaceChildren();
    return act(notices, work);
  }

  #refuse(name: string, refusal: FileRefusal): void {
    showNotice(need(this, '[data-notices]'), fileRefused(name, refusal));
  }

  async #open(file: File): Promise<void> {
    const { name } = file;
    need(this, '[data-verdict]').hidden = true;
    this.#file = undefined;
    if (file.size > MAX_FILE_BYTES) return this.#refuse(name, { kind: 'tooLarge' });
    try {
      this.#file = { name, text: await file.text() };
    } catch (error) {
      // The disk, the network or the system kept it back.
      if (!(error instanceof DOMException)) throw error;
      return this.#refuse(name, { kind: 'unreadable' });
    }
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
    // The digest is over all of the file, whatever its plan says: what another page would refuse can be checked here.
    const reading = readAssessmentText(text);
    if (!reading.ok) return this.#refuse(name, reading.refusal);
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
        ['Instrumento', `${isolated(assessment.instrument.id)}, versión ${isolated(assessment.instrument.version)}`],
      ]),
    );
    box.hidden = false;
    box.focus();
  }
}

customElements.define('gel-verify', GelVerifyElement);
