import { projectKindName, projectFieldName, projectTargetName, resourceName } from '../../copy/planning.ts';
import {
  datesText,
  gapText,
  problemTexts,
  projectTotalText,
  scopeText,
  unnamed,
  unsavedText,
} from '../../copy/projects-page.ts';
import type { Section } from '../../../instrument/instrument.ts';
import type { CheckItem, Gap } from '../../domain/plan-check.ts';
import { projectProblems, type Project } from '../../domain/projects.ts';
import { need } from '../../../kit/browser/dom.ts';

/** What a row shows beside the project itself. */
export interface RowContext {
  readonly sections: readonly Section[];
  /** Ids of the plan's activities, its trace included. */
  readonly activityIds: ReadonlySet<string>;
  /** What the circular asks of each project and is not said yet, by project id. */
  readonly gaps: ReadonlyMap<string, readonly ProjectGap['field'][]>;
  /** How many texts of a project wait to be corrected while its form is not open. */
  readonly unsaved: (id: string) => number;
}

type ProjectGap = Extract<Gap, { kind: 'project' }>;

/** Takes the items of the check; gives the gaps of each project, by its id. */
export function projectGaps(items: readonly Pick<CheckItem, 'gaps'>[]): ReadonlyMap<string, ProjectGap['field'][]> {
  const gaps = new Map<string, ProjectGap['field'][]>();
  for (const gap of items.flatMap((item) => item.gaps)) {
    if (gap.kind !== 'project') continue;
    gaps.set(gap.projectId, [...(gaps.get(gap.projectId) ?? []), gap.field]);
  }
  return gaps;
}

function gapName(field: ProjectGap['field']): string {
  const name =
    field === 'kinds' || field === 'targets' || field === 'phases' ? projectFieldName[field] : resourceName[field];
  return name.toLowerCase();
}

export type RowAction = 'toggle' | 'duplicate' | 'delete';

/** The projects as a list: a row each, drawn once and changed in place, so that hundreds stay quick. */
export class ListView {
  readonly #list: HTMLElement;
  readonly #template: HTMLTemplateElement;
  readonly #rows = new Map<string, HTMLElement>();
  /** What each row shows, so that what did not change is not written again. */
  readonly #shown = new WeakMap<HTMLElement, readonly unknown[]>();
  readonly #isClosed: boolean;

  constructor(root: HTMLElement, isClosed: boolean, press: (action: RowAction, id: string) => void) {
    this.#list = need(root, '[data-projects]');
    this.#template = need(root, '[data-project-template]');
    this.#isClosed = isClosed;
    this.#list.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('.project-actions button') : null;
      const id = button?.closest<HTMLElement>('[data-project]')?.dataset['project'];
      if (!button || id === undefined) return;
      for (const action of ['toggle', 'duplicate', 'delete'] as const) {
        if (action in button.dataset) press(action, id);
      }
    });
  }

  /** Shows these projects, in this order; rows that are there already stay, with whatever is open in them. */
  show(projects: readonly Project[], context: RowContext): void {
    const ids = new Set(projects.map(({ id }) => id));
    for (const [id, row] of this.#rows) {
      if (ids.has(id)) continue;
      row.remove();
      this.#rows.delete(id);
    }
    let after: Element | null = null;
    for (const project of projects) {
      const row = this.#rows.get(project.id) ?? this.#newRow(project.id);
      this.update(project, context);
      const next: Element | null = after === null ? this.#list.firstElementChild : after.nextElementSibling;
      // Moving a row would take the focus from what is in it.
      if (next !== row) this.#list.insertBefore(row, next);
      after = row;
    }
  }

  #newRow(id: string): HTMLElement {
    const row = need(this.#template.content, 'li').cloneNode(true) as HTMLElement;
    row.dataset['project'] = id;
    need(row, '[data-id]').textContent = id;
    need(row, '[data-duplicate]').hidden = this.#isClosed;
    need(row, '[data-delete]').hidden = this.#isClosed;
    this.#rows.set(id, row);
    this.showOpen(id, false);
    return row;
  }

  /** Writes a project into its row. */
  update(project: Project, { sections, activityIds, gaps, unsaved }: RowContext): void {
    const row = this.#rows.get(project.id);
    if (!row) return;
    const own = gaps.get(project.id) ?? [];
    const waiting = unsaved(project.id);
    const shown = [project, own.join(), waiting];
    if (this.#shown.get(row)?.every((each, index) => each === shown[index])) return;
    this.#shown.set(row, shown);
    const name = need(row, '[data-name]');
    const isNamed = project.name.trim() !== '';
    write(name, isNamed ? project.name.trim() : unnamed);
    name.classList.toggle('unnamed', !isNamed);
    const of = isNamed ? `${project.id} ${project.name.trim()}` : project.id;
    for (const place of row.querySelectorAll('[data-of]')) write(place, ` ${of}`);
    const phaseName = (id: string): string => sections.find((section) => section.id === id)?.name ?? id;
    const phases = project.phases.map(phaseName);
    const kinds = project.kinds.map((kind) => projectKindName[kind]);
    const targets = project.targets.map((target) => projectTargetName[target].toLowerCase());
    write(need(row, '[data-scope]'), scopeText(phases, kinds, targets));
    write(need(row, '[data-total]'), projectTotalText(project));
    write(need(row, '[data-dates]'), datesText(project.start, project.end));
    const problems = [
      ...(waiting > 0 ? [unsavedText(waiting)] : []),
      ...problemTexts(projectProblems(project, sections, activityIds), phaseName),
      ...(own.length > 0 ? [gapText(own.map(gapName))] : []),
    ];
    const place = need(row, '[data-problems]');
    if (JSON.stringify(problems) !== place.dataset['shown']) {
      place.dataset['shown'] = JSON.stringify(problems);
      place.hidden = problems.length === 0;
      place.replaceChildren(
        ...problems.map((text) => {
          const item = document.createElement('li');
          item.textContent = text;
          return item;
        }),
      );
    }
  }

  /** Says whether a project's form is open below its row. */
  showOpen(id: string, isOpen: boolean): void {
    const row = this.#rows.get(id);
    if (!row) return;
    row.toggleAttribute('data-open', isOpen);
    need(row, '[data-toggle]').setAttribute('aria-expanded', String(isOpen));
    need(row, '[data-toggle-word]').textContent = isOpen ? 'Cerrar' : this.#isClosed ? 'Ver' : 'Abrir';
  }

  /** Where the form of a project goes, or null where the list does not have it. */
  editorPlace(id: string): HTMLElement | null {
    return this.#rows.get(id)?.querySelector<HTMLElement>('[data-editor-place]') ?? null;
  }

  /** Puts the person at the button that opens a project. */
  focusRow(id: string): void {
    this.#rows.get(id)?.querySelector<HTMLElement>('[data-toggle]')?.focus();
  }
}

function write(place: Element, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}
