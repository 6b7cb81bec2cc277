import {
  dateProblem,
  emailWrong,
  nameBlank,
  nitMalformed,
  nitWrong,
  orderBlank,
  nitMissing,
} from '../../copy/forms.ts';
import { fieldTooLong } from '../../../kit/words/field-too-long.ts';
import { createAssessment, type Assessment, type Entity } from '../../domain/assessment.ts';
import {
  readEntity,
  type EntityField,
  type EntityInput,
  type EntityProblem,
  type EntityReading,
} from '../../domain/entity-form.ts';
import { part } from '../../../kit/browser/part.ts';
import { LIMITS } from '../../file/schema.ts';
import { AssessmentStore } from '../../storage/assessment-store.ts';
import { toStorageError } from '../../storage/database.ts';
import { openNotices } from '../../../kit/browser/notices.ts';
import { need, setInvalid } from '../../../kit/browser/dom.ts';
import { newId } from '../../../kit/browser/new-id.ts';
import { act, start } from '../page/start.ts';
import { showFault } from '../page/notice.ts';
import { saveEntity } from '../../storage/header-saving.ts';
import { withAssessment } from '../page/keep-assessment.ts';

/** The control of each field, whose message stands in `#<id>-m`. */
const controlOf: Record<EntityField, string> = {
  name: 'nombre',
  acronym: 'sigla',
  nit: 'nit',
  order: 'orden',
  cutoffDate: 'dia',
  contactName: 'contacto-nombre',
  contactPosition: 'contacto-cargo',
  contactEmail: 'contacto-correo',
};
const messageOf = (field: EntityField): string => (field === 'cutoffDate' ? 'fecha-m' : `${controlOf[field]}-m`);

function sentence(problem: EntityProblem): string {
  if (problem.kind === 'tooLong') return fieldTooLong(problem.length, problem.maximum);
  if (problem.kind === 'missingCheckDigit') return nitMissing(problem.suggested);
  if (problem.kind === 'wrongCheckDigit') return nitWrong(problem.expected);
  if (problem.kind === 'date') return dateProblem[problem.problem];
  if (problem.field === 'nit') return nitMalformed;
  if (problem.field === 'order') return orderBlank;
  return problem.field === 'contactEmail' ? emailWrong : nameBlank;
}

/** `<gel-entity-form>`: the entity's data; `data-mode` is `create` or `edit`. */
export class GelEntityFormElement extends HTMLElement {
  #editing: Assessment | undefined;

  connectedCallback(): void {
    void start(this, () => this.#start());
  }

  async #start(): Promise<void> {
    const form = need<HTMLFormElement>(this, 'form');
    this.#suggestAcronym();
    if (this.dataset['mode'] === 'edit') {
      // Creating needs none of this.
      const [{ openAssessment }, { Follower }] = await Promise.all([
        part(() => import('../page/open-assessment.ts')),
        part(() => import('../page/follow.ts')),
      ]);
      const opened = await openAssessment(this);
      if (!opened) return;
      this.#editing = opened.loaded.assessment;
      opened.copyLine.copies(() => this.#editing ?? opened.loaded.assessment);
      this.#fill(this.#editing);
      if (this.#editing.closing) return;
      new Follower({
        element: this,
        store: opened.store,
        id: this.#editing.id,
        isBusy: () => false,
        // What the person is typing stays; whatever else another tab changed is shown.
        apply: ({ assessment }) => {
          this.#editing = assessment;
          if (!this.#isDirty) this.#fill(assessment);
          opened.copyLine.saved(assessment);
        },
      });
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void act(need(this, '[data-notices]'), () => this.#submit());
    });
    for (const fields of this.querySelectorAll<HTMLFieldSetElement>('fieldset.fields')) fields.disabled = false;
    this.#button.disabled = false;
    // This form alone is saved by its button: say so before what was typed is left behind.
    form.addEventListener('input', () => (this.#isDirty = true));
    window.addEventListener('beforeunload', (event) => {
      if (this.#isDirty) event.preventDefault();
    });
  }

  #isDirty = false;

  get #button(): HTMLButtonElement {
    return need(this, '[type="submit"]');
  }

  #field(name: string): HTMLInputElement | HTMLSelectElement {
    return need(this, `[data-field="${name}"]`);
  }

  #suggestAcronym(): void {
    const acronym = this.#field('acronym');
    let suggested = '';
    this.#field('name').addEventListener('change', (event) => {
      const { value } = event.target as HTMLInputElement;
      // What the person wrote stays; what this form suggested gives way to the next suggestion.
      if (acronym.value !== suggested) return;
      const known = [...this.querySelectorAll('datalist option')].find(
        (option) => option.getAttribute('value') === value,
      );
      suggested = known?.getAttribute('data-acronym') ?? '';
      acronym.value = suggested;
    });
  }

  #fill({ entity, cutoffDate }: Assessment): void {
    const [year = '', month = '', day = ''] = cutoffDate.split('-');
    const values: Record<string, string> = {
      name: entity.name,
      acronym: entity.acronym,
      nit: entity.nit,
      day: String(Number(day)),
      month: String(Number(month)),
      year,
      contactName: entity.contact.name,
      contactPosition: entity.contact.position,
      contactEmail: entity.contact.email,
    };
    for (const [name, value] of Object.entries(values)) this.#field(name).value = value;
    need<HTMLInputElement>(this, `[data-field="order"][value="${entity.order}"]`).checked = true;
  }

  #read(): EntityReading {
    const value = (name: string): string => this.#field(name).value;
    const input: EntityInput = {
      name: value('name'),
      acronym: value('acronym'),
      nit: value('nit'),
      order: this.querySelector<HTMLInputElement>('[data-field="order"]:checked')?.value ?? '',
      day: value('day'),
      month: value('month'),
      year: value('year'),
      contactName: value('contactName'),
      contactPosition: value('contactPosition'),
      contactEmail: value('contactEmail'),
    };
    return readEntity(input, LIMITS);
  }

  async #submit(): Promise<void> {
    const reading = this.#read();
    this.#showProblems(reading.ok ? [] : reading.problems);
    if (!reading.ok) return;
    // One press, one assessment: the button rests until this one has an outcome.
    if (this.#button.disabled) return;
    this.#button.disabled = true;
    try {
      const id = await this.#save(reading.entity, reading.cutoffDate);
      const channel = openNotices(() => undefined);
      channel.tell({ assessmentId: id });
      channel.close();
      this.#isDirty = false;
      location.assign(withAssessment(this.dataset['next'] ?? '.', id));
    } catch (error) {
      this.#button.disabled = false;
      const place = need(this, '[data-notices]');
      place.replaceChildren();
      showFault(place, 'form', toStorageError(error));
      place.scrollIntoView({ block: 'center' });
    }
  }

  async #save(entity: Entity, cutoffDate: string): Promise<string> {
    const store = await AssessmentStore.open();
    const now = new Date().toISOString();
    if (this.#editing) {
      await saveEntity(store, this.#editing.id, { entity, cutoffDate }, now);
      return this.#editing.id;
    }
    const { instrument = '', version = '' } = this.dataset;
    const id = newId();
    await store.create(createAssessment({ id, now, instrument: { id: instrument, version }, entity, cutoffDate }));
    return id;
  }

  #showProblems(problems: readonly EntityProblem[]): void {
    for (const field of Object.keys(controlOf) as EntityField[]) {
      const problem = problems.find((each) => each.field === field);
      const message = need(this, `#${messageOf(field)}`);
      message.textContent = problem ? sentence(problem) : '';
      message.hidden = !problem;
      setInvalid(need(this, `#${controlOf[field]}`), problem !== undefined);
    }
    const box = need(this, '[data-errors]');
    box.hidden = problems.length === 0;
    need(box, 'ul').replaceChildren(
      ...problems.map((problem) => {
        const link = document.createElement('a');
        link.href = `#${controlOf[problem.field]}`;
        link.textContent = sentence(problem);
        link.addEventListener('click', (event) => {
          event.preventDefault();
          need(this, `#${controlOf[problem.field]}`).focus();
        });
        const item = document.createElement('li');
        item.append(link);
        return item;
      }),
    );
    if (problems.length > 0) box.focus();
  }
}

customElements.define('gel-entity-form', GelEntityFormElement);

declare global {
  interface HTMLElementTagNameMap {
    'gel-entity-form': GelEntityFormElement;
  }
}
