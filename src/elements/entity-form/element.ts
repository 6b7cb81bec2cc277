import { dateProblem, emailWrong, nameBlank, nitMalformed, nitWrong, orderBlank, tooLong } from '../../copy/forms.ts';
import { saveFault } from '../../copy/storage.ts';
import { createAssessment, type Assessment } from '../../domain/assessment.ts';
import {
  readEntity,
  type EntityField,
  type EntityInput,
  type EntityProblem,
  type EntityReading,
} from '../../domain/entity-form.ts';
import { LIMITS } from '../../schemas/assessment-file.ts';
import { AssessmentStore } from '../../storage/assessment-store.ts';
import { toStorageError } from '../../storage/database.ts';
import { openNotices } from '../../storage/notices.ts';
import { keepAssessment, need, openAssessment, showDamage, showNotice, showOpenFault } from '../session/session.ts';

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
  if (problem.kind === 'tooLong') return tooLong('Este texto', problem.length, problem.maximum);
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
    void this.#start();
  }

  async #start(): Promise<void> {
    const form = need<HTMLFormElement>(this, 'form');
    const submit = need<HTMLButtonElement>(form, '[type="submit"]');
    const notices = need(this, '[data-notices]');
    this.#suggestAcronym();
    if (this.dataset['mode'] === 'edit') {
      const opening = await openAssessment();
      if (opening.kind === 'fault') return showOpenFault(notices, opening.error);
      if (opening.kind === 'none') {
        showDamage(notices, opening.damage);
        need(this, '[data-none-yet]').hidden = false;
        return;
      }
      this.#editing = opening.loaded.assessment;
      keepAssessment(this.#editing.id);
      this.#fill(this.#editing);
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#submit();
    });
    submit.disabled = false;
  }

  #field(name: string): HTMLInputElement | HTMLSelectElement {
    return need(this, `[data-field="${name}"]`);
  }

  #suggestAcronym(): void {
    const acronym = this.#field('acronym');
    this.#field('name').addEventListener('change', (event) => {
      const { value } = event.target as HTMLInputElement;
      const known = [...this.querySelectorAll('datalist option')].find(
        (option) => option.getAttribute('value') === value,
      );
      if (acronym.value === '') acronym.value = known?.getAttribute('data-acronym') ?? '';
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
    const now = new Date().toISOString();
    try {
      const store = await AssessmentStore.open();
      const id = this.#editing?.id ?? crypto.randomUUID();
      if (this.#editing) await store.saveHeader(id, { entity: reading.entity, cutoffDate: reading.cutoffDate }, now);
      else {
        const { instrument = '', version = '' } = this.dataset;
        await store.create(
          createAssessment({
            id,
            now,
            instrument: { id: instrument, version },
            entity: reading.entity,
            cutoffDate: reading.cutoffDate,
          }),
        );
      }
      const channel = openNotices(() => undefined);
      channel.tell({ assessmentId: id });
      channel.close();
      const next = new URL(this.dataset['next'] ?? '.', location.href);
      next.searchParams.set('id', id);
      location.assign(next);
    } catch (error) {
      const place = need(this, '[data-notices]');
      place.replaceChildren();
      showNotice(place, saveFault[toStorageError(error).fault]);
    }
  }

  #showProblems(problems: readonly EntityProblem[]): void {
    for (const field of Object.keys(controlOf) as EntityField[]) {
      const problem = problems.find((each) => each.field === field);
      const message = need(this, `#${messageOf(field)}`);
      message.textContent = problem ? sentence(problem) : '';
      message.hidden = !problem;
      const control = need(this, `#${controlOf[field]}`);
      if (problem) control.setAttribute('aria-invalid', 'true');
      else control.removeAttribute('aria-invalid');
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
