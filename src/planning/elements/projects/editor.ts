import { noNeed, noNeedSaid, projectForm } from '../../copy/project-changes.ts';
import { resourceName } from '../../copy/planning.ts';
import type { Section } from '../../../instrument/instrument.ts';
import type { Plan } from '../../domain/plan.ts';
import { resourceKinds, type Project } from '../../domain/projects.ts';
import { plainFieldsOf } from '../../fields/field.ts';
import { projectFields } from '../../fields/project-fields.ts';
import { need } from '../../../kit/browser/dom.ts';
import { Choices } from './choices.ts';
import { CriteriaPart } from './criteria-part.ts';
import { DateField, type DateKey } from './date-field.ts';
import { LinksPart } from './links-part.ts';
import type { Part, PartEvents } from './part.ts';
import { descriptionKind, plainKind, resourceAmountKind, TextField, withResource } from './text-field.ts';

/** Texts of a project that could not be saved, by field; null where the text itself cannot be read (half a date). */
export type Drafts = ReadonlyMap<string, string | null>;

/** The form of one project: shows it, and tells what the person gave. */
export class Editor {
  readonly root: HTMLElement;
  readonly #parts: readonly Part[];

  /** Takes the form as the page has it, the project, what of it could not be saved before, and whom to tell. */
  constructor(
    root: HTMLElement,
    project: Project,
    context: { readonly sections: readonly Section[]; readonly plan: () => Plan; readonly drafts: Drafts },
    events: PartEvents & { readonly close: () => void },
  ) {
    this.root = root;
    root.setAttribute('aria-label', projectForm(project.id));
    root.addEventListener('submit', (event) => event.preventDefault());
    need(root, '[data-close]').addEventListener('click', events.close);
    const plain = plainFieldsOf(projectFields);
    const texts = [
      ...plain.flatMap(([key, { kind }]) => (kind === 'date' ? [] : [plainKind(key)])),
      ...resourceKinds.flatMap((kind) => [descriptionKind(kind), resourceAmountKind(kind)]),
    ];
    const dates = plain.filter(([, { kind }]) => kind === 'date').map(([key]) => key as DateKey);
    const fields = new Map(
      texts.map((kind) => {
        const place = need(root, `[data-field="${kind.key}"]`);
        return [kind.key, new TextField(place, kind, project, context.drafts.get(kind.key), events)] as const;
      }),
    );
    this.#parts = [
      ...fields.values(),
      ...[...root.querySelectorAll<HTMLElement>('[data-choices]')].map((place) => new Choices(place, project, events)),
      new CriteriaPart(need(root, '[data-criteria]'), context.sections, project, events),
      new LinksPart(root, context.plan, project, events),
      ...dates.map((key) => new DateField(need(root, `[data-date="${key}"]`), key, project, events)),
    ];
    for (const kind of resourceKinds) {
      const place = need(root, `[data-resource="${kind}"]`);
      need(place, '[data-no-need]').addEventListener('click', () => {
        fields.get(`${kind}.amount`)?.discard();
        events.change((now) => {
          const { description } = now.resources[kind];
          const isBlank = description.trim() === '';
          return withResource(now, kind, { amount: 0n, ...(isBlank && { description: noNeed }) });
        });
        events.say(noNeedSaid(resourceName[kind]));
      });
    }
  }

  /** Shows the project as it is stored now. */
  show(project: Project): void {
    for (const part of this.#parts) part.show(project);
  }

  /** Puts the person at a field: a name of `Project` or of a kind of resource; at the name where there is no such field. */
  focus(field: string | null): void {
    const wanted = field === null ? null : this.root.querySelector<HTMLElement>(`[data-place="${CSS.escape(field)}"]`);
    const place = wanted ?? need(this.root, '[data-place="name"]');
    const control = [...place.querySelectorAll<HTMLElement>('input, textarea, button')].find(
      (each) => each.closest('[hidden]') === null,
    );
    (control ?? need(this.root, '[data-place="name"] input')).focus({ preventScroll: true });
    place.scrollIntoView({ block: 'start' });
  }
}
