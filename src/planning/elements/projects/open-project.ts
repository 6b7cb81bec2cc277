import { projectForm } from '../../copy/project-changes.ts';
import type { Project, ProjectFields } from '../../domain/projects.ts';
import { termsAndTexts } from '../../../assessment/elements/page/answer-texts.ts';
import { need } from '../../../kit/browser/dom.ts';
import type { PlanningSession } from '../planning/planning-session.ts';
import { Editor } from './editor.ts';
import { projectFacts } from './facts.ts';

/** What the open project tells the page. */
export interface OpenEvents {
  change: (id: string, fields: (project: Project) => Partial<ProjectFields>) => void;
  /** A text that cannot be saved came or went. */
  unsavedChanged: () => void;
  close: () => void;
  say: (text: string) => void;
}

/** The one project that is open below its row: its form, or, in a closed version and on paper, what it says. */
export class OpenProject {
  readonly #session: PlanningSession;
  readonly #events: OpenEvents;
  readonly #template: HTMLTemplateElement;
  /** Texts that could not be saved, by project and field: they come back when the project is opened again. */
  readonly #drafts = new Map<string, Map<string, string | null>>();
  #project: Project | null = null;
  #editor: Editor | null = null;
  #place: HTMLElement | null = null;

  constructor(root: HTMLElement, session: PlanningSession, events: OpenEvents) {
    this.#session = session;
    this.#events = events;
    this.#template = need(root, '[data-editor-template]');
    let paper: HTMLElement | null = null;
    window.addEventListener('beforeprint', () => {
      if (!this.#project || !this.#editor) return;
      paper = this.#facts(this.#project);
      paper.classList.add('paper-only');
      this.#place?.append(paper);
    });
    window.addEventListener('afterprint', () => paper?.remove());
  }

  /** The id of the open project, or null where none is. */
  get id(): string | null {
    return this.#project?.id ?? null;
  }

  /** How many texts of a project could not be saved. */
  unsaved(id: string): number {
    return this.#drafts.get(id)?.size ?? 0;
  }

  /** The same for a project whose form is not there to show them. */
  waiting(id: string): number {
    return id === this.id ? 0 : this.unsaved(id);
  }

  /** Opens a project at its place, and closes the one that was open. */
  open(project: Project, place: HTMLElement): void {
    if (this.id === project.id) return;
    this.close();
    this.#project = project;
    this.#place = place;
    if (this.#session.isClosed) {
      place.append(this.#facts(project));
      return;
    }
    const { id } = project;
    const drafts = this.#drafts.get(id) ?? new Map<string, string | null>();
    this.#drafts.set(id, drafts);
    const form = need(this.#template.content, '[data-editor]').cloneNode(true) as HTMLElement;
    place.append(form);
    this.#editor = new Editor(
      form,
      project,
      { sections: this.#session.instrument.sections, plan: () => this.#session.plan, drafts },
      {
        change: (fields) => this.#events.change(this.#project?.id ?? id, fields),
        unsaved: (key, text) => {
          if (text === undefined) drafts.delete(key);
          else drafts.set(key, text);
          this.#events.unsavedChanged();
        },
        say: this.#events.say,
        close: this.#events.close,
      },
    );
  }

  close(): void {
    if (!this.#project) return;
    const drafts = this.#drafts.get(this.#project.id) ?? new Map<string, string | null>();
    // Half a date cannot be read off its field: it was told to be wrong, and goes with the form.
    for (const [key, text] of drafts) if (text === null) drafts.delete(key);
    this.#place?.replaceChildren();
    this.#project = null;
    this.#editor = null;
    this.#place = null;
    this.#events.unsavedChanged();
  }

  /** The project goes on under another id, with what of it could not be saved, at another place. */
  rename(from: string, project: Project, place: HTMLElement): void {
    const drafts = this.#drafts.get(from);
    this.#drafts.delete(from);
    if (drafts) this.#drafts.set(project.id, drafts);
    if (this.id !== from) return;
    const { activeElement } = document;
    const isInside = activeElement instanceof HTMLElement && this.#place?.contains(activeElement);
    place.append(...(this.#place?.childNodes ?? []));
    this.#place = place;
    this.#project = project;
    place.firstElementChild?.setAttribute('aria-label', projectForm(project.id));
    if (isInside) activeElement.focus({ preventScroll: true });
  }

  /** Shows the project as it is stored now. */
  show(project: Project): void {
    if (project.id !== this.id) return;
    this.#project = project;
    this.#editor?.show(project);
  }

  /** Follows what another tab changed. Gives the project that was open here where it was deleted there. */
  follow(): Project | null {
    const before = this.#project;
    if (!before) return null;
    const now = this.#session.projects.find(({ id }) => id === before.id);
    if (now) {
      this.show(now);
      return null;
    }
    this.close();
    return before;
  }

  /** Puts the person at a field of the form, or at what stands in its place. */
  focus(field: string | null): void {
    if (this.#editor) this.#editor.focus(field);
    else this.#place?.querySelector<HTMLElement>('dl')?.focus();
  }

  #facts(project: Project): HTMLElement {
    const list = document.createElement('dl');
    list.className = 'facts project-said';
    list.tabIndex = -1;
    list.append(...termsAndTexts(projectFacts(project, this.#session.instrument.sections, this.#session.plan)));
    return list;
  }
}
