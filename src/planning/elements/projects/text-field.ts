import { resourceFieldName, resourceName } from '../../copy/planning.ts';
import { amountRefused, tooLong } from '../../copy/projects-page.ts';
import { readPesos, showPesos, type Cents } from '../../../kit/values/money.ts';
import type { Project, ProjectFields, ResourceKind } from '../../domain/projects.ts';
import { limitOf, type PlainField, type PlainKey } from '../../fields/field.ts';
import { PLAN_LIMITS } from '../../fields/limits.ts';
import { projectFields } from '../../fields/project-fields.ts';
import { need, setInvalid } from '../../../kit/browser/dom.ts';
import { afterPress } from '../../../kit/browser/pointer.ts';
import { showMessage, type Part, type PartEvents } from './part.ts';

/** What a typed text says: the fields that it gives, or why it cannot be saved. */
type Reading = { readonly ok: true; readonly fields: Partial<ProjectFields> } | { readonly ok: false; why: string };

interface Kind {
  readonly key: string;
  /** The text that stands for what is stored. */
  textOf: (project: Project) => string;
  /** Takes what was typed, the project as it is stored, and as it was when the person came to the field. */
  read: (typed: string, project: Project, before: Project) => Reading;
  /** What a wrong text leaves stored: as it was before the person came, where its beginning was saved. */
  fallback?: (project: Project, before: Project) => Partial<ProjectFields>;
  /** True where a text is only told to be wrong once the person has left it: half an amount is not yet a wrong one. */
  isPatient: boolean;
}

/** A field of typed text: saves what can be saved at each letter, and keeps what cannot on the screen, with the reason. */
export class TextField implements Part {
  readonly #kind: Kind;
  readonly #events: PartEvents;
  readonly #input: HTMLInputElement | HTMLTextAreaElement;
  readonly #message: HTMLElement;
  #project: Project;
  /** The project as it was when the person came to this field. */
  #before: Project;
  #isUnsaved = false;

  /** Takes the field's place, its kind, the project, and what was left in it that could not be saved. */
  constructor(place: HTMLElement, kind: Kind, project: Project, draft: string | null | undefined, events: PartEvents) {
    this.#kind = kind;
    this.#events = events;
    this.#project = project;
    this.#before = project;
    this.#input = need(place, 'input, textarea');
    this.#message = need(place, '[data-message]');
    if (typeof draft === 'string') {
      this.#isUnsaved = true;
      this.#input.value = draft;
      this.#showReason();
    } else this.show(project);
    this.#input.addEventListener('focus', () => {
      if (!this.#isUnsaved) this.#before = this.#project;
    });
    this.#input.addEventListener('input', () => this.#take());
    this.#input.addEventListener('change', () => afterPress(() => this.#leave()));
    this.#input.addEventListener('blur', () => afterPress(() => this.#leave()));
  }

  show(project: Project): void {
    this.#project = project;
    if (this.#isUnsaved) return;
    const text = this.#kind.textOf(project);
    // What is being typed is the same amount in other signs: it is written out when the person leaves.
    const isSame = this.#kind.isPatient && this.#textTyped() === text;
    if (this.#input.value !== text && !(isSame && this.#input === document.activeElement)) this.#input.value = text;
  }

  /** Forgets what could not be saved. */
  discard(): void {
    if (!this.#isUnsaved) return;
    this.#isUnsaved = false;
    this.#events.unsaved(this.#kind.key, undefined);
    this.#input.value = this.#kind.textOf(this.#project);
    this.#showReason();
  }

  /** The stored form of what stands in the field, or null where it has none. */
  #textTyped(): string | null {
    const reading = this.#read();
    return reading.ok ? this.#kind.textOf({ ...this.#project, ...reading.fields }) : null;
  }

  #read(): Reading {
    return this.#kind.read(this.#input.value, this.#project, this.#before);
  }

  #take(): void {
    const reading = this.#read();
    const { key, isPatient, fallback } = this.#kind;
    this.#isUnsaved = !reading.ok;
    this.#events.unsaved(key, reading.ok ? undefined : this.#input.value);
    if (reading.ok || !isPatient || !this.#message.hidden) this.#showReason();
    if (reading.ok) this.#events.change((project) => this.#again(project));
    else if (fallback) this.#events.change((project) => fallback(project, this.#before));
  }

  /** What was typed, over the project as it is stored at the moment of saving. */
  #again(project: Project): Partial<ProjectFields> {
    const reading = this.#kind.read(this.#input.value, project, this.#before);
    return reading.ok ? reading.fields : {};
  }

  #leave(): void {
    if (this.#isUnsaved) this.#showReason();
    else {
      this.#before = this.#project;
      this.#input.value = this.#kind.textOf(this.#project);
    }
  }

  #showReason(): void {
    const reading = this.#read();
    showMessage(this.#message, reading.ok ? '' : reading.why, this.#events.say);
    setInvalid(this.#input, !reading.ok);
  }
}

/** A field of the project itself that a person types, but for a date: its text has a limit, or it is an amount. */
export function plainKind(key: PlainKey<typeof projectFields>): Kind {
  const field: PlainField = projectFields[key];
  const { label } = field;
  if (field.kind === 'amount') {
    return amountKind(
      key,
      (project) => project[key] as unknown as Cents | null,
      (_, amount) => ({ [key]: amount }),
    );
  }
  return textKind(
    key,
    label,
    limitOf(field),
    (project) => String(project[key]),
    (_, text) => ({ [key]: text }),
  );
}

/** What a kind of resource is for, in words. */
export function descriptionKind(kind: ResourceKind): Kind {
  return textKind(
    `${kind}.description`,
    `${resourceName[kind]}: ${resourceFieldName.description}`,
    PLAN_LIMITS.text,
    ({ resources }) => resources[kind].description,
    (project, description) => withResource(project, kind, { description }),
  );
}

/** What a kind of resource costs, in pesos. */
export function resourceAmountKind(kind: ResourceKind): Kind {
  return amountKind(
    `${kind}.amount`,
    ({ resources }) => resources[kind].amount,
    (project, amount) => withResource(project, kind, { amount }),
  );
}

function textKind(
  key: string,
  name: string,
  maximum: number,
  textOf: (project: Project) => string,
  withText: (project: Project, text: string) => Partial<ProjectFields>,
): Kind {
  return {
    key,
    isPatient: false,
    textOf,
    read: (typed, project) =>
      typed.length > maximum
        ? { ok: false, why: tooLong(name, typed.length, maximum) }
        : { ok: true, fields: withText(project, typed) },
  };
}

function amountKind(
  key: string,
  amountOf: (project: Project) => Cents | null,
  withAmount: (project: Project, amount: Cents | null) => Partial<ProjectFields>,
): Kind {
  return {
    key,
    isPatient: true,
    textOf: (project) => {
      const amount = amountOf(project);
      return amount === null ? '' : showPesos(amount);
    },
    read: (typed, project, before) => {
      const result = readPesos(typed);
      if (result.ok) return { ok: true, fields: withAmount(project, result.cents) };
      if (result.problem.kind === 'blank') return { ok: true, fields: withAmount(project, null) };
      return { ok: false, why: amountRefused(result.problem, amountOf(before)) };
    },
    // «1.25» on the way to «1.250»: the «1» that was saved on the way is no amount that anybody meant.
    fallback: (project, before) => withAmount(project, amountOf(before)),
  };
}

/** Takes a project and what changes in one of its resources; gives its resources. */
export function withResource(
  { resources }: Project,
  kind: ResourceKind,
  change: { readonly description?: string; readonly amount?: Cents | null },
): Pick<ProjectFields, 'resources'> {
  return { resources: { ...resources, [kind]: { ...resources[kind], ...change } } };
}
