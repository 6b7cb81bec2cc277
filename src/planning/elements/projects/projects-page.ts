import { pageTitle, paperHead } from '../../../assessment/copy/assessments.ts';
import { newRecordName, otherBackIn, recordInConflict, renamedRecord } from '../../copy/planning-faults.ts';
import {
  copyName,
  projectAdded,
  projectBack,
  projectBegun,
  projectCopied,
  projectDeleted,
} from '../../copy/project-changes.ts';
import {
  goneElsewhere,
  overviewText,
  projectMissing,
  projectTitle,
  tooManyCriteria,
  tooManyProjects,
} from '../../copy/projects-page.ts';
import type { Activity } from '../../domain/plan.ts';
import { projectFromActivities } from '../../domain/project-start.ts';
import { newProject, withoutProject, withProject, type Project, type ProjectFields } from '../../domain/projects.ts';
import { documentOfKey } from '../../../assessment/file/document-key.ts';
import { PLAN_LIMITS } from '../../fields/limits.ts';
import { need } from '../../../kit/browser/dom.ts';
import { showNotice } from '../../../kit/browser/notice-box.ts';
import { PlanningSession, type Conflict, type Renamed } from '../planning/planning-session.ts';
import { projectFragment, projectPlace } from '../planning/places.ts';
import { ListView, projectGaps, type RowAction, type RowContext } from './list-view.ts';
import { OpenProject } from './open-project.ts';
import { Outcome } from './outcome.ts';
import { StartView } from './start-view.ts';
import { showTotals } from './totals-view.ts';
import { placeIn, withPlace } from '../../../kit/browser/fragment.ts';
import { beginUndo } from '../planning/planning-undo.ts';

/** How long after the last change the sums are made anew, in milliseconds. */
const QUIET_MS = 300;

/** The page of the proyectos de sistemas de información of one assessment. Every figure comes from one `Planning`. */
export class ProjectsPage {
  readonly #root: HTMLElement;
  readonly #session: PlanningSession;
  readonly #list: ListView;
  readonly #open: OpenProject;
  readonly #outcome: Outcome;
  readonly #start: StartView;
  /** Projects that were deleted here: their ids are not given again while the page is open. */
  #deleted: readonly Project[] = [];
  #gaps: RowContext['gaps'] = new Map();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Opens the page's assessment and shows its projects, or says on the page why there are none to work on. */
  static async open(root: HTMLElement): Promise<void> {
    const session = await PlanningSession.open(root);
    if (session) new ProjectsPage(root, session);
  }

  private constructor(root: HTMLElement, session: PlanningSession) {
    this.#root = root;
    this.#session = session;
    this.#outcome = new Outcome(root);
    this.#list = new ListView(root, session.isClosed, (action, id) => this.#press(action, id));
    this.#open = new OpenProject(root, session, {
      change: (id, fields) => this.#edit(id, fields),
      unsavedChanged: () => this.#countUnsaved(),
      close: () => this.#close(),
      say: (text) => this.#say(text),
    });
    this.#start = new StartView(
      root,
      (activities) => this.#begin(activities),
      (text) => this.#say(text),
    );
    for (const button of root.querySelectorAll<HTMLElement>('[data-add]')) {
      button.hidden = session.isClosed;
      button.addEventListener('click', () => this.#add());
    }
    need(this.#root, '[data-print]').addEventListener('click', () => window.print());
    session.onChange((change) => {
      if (change === 'elsewhere') this.#showAll();
      else this.#showFiguresSoon();
    });
    beginUndo(this.#root, session, (text) => this.#outcome.say(text));
    session.onConflict((conflict) => this.#showConflict(conflict));
    session.onRenamed((renamed) => this.#rename(renamed));
    this.#showAll();
    need(this.#root, '[data-body]').hidden = false;
    const bar = need(this.#root, '[data-bar]');
    new ResizeObserver(() => {
      document.documentElement.style.setProperty('--bar-height', `${bar.offsetHeight}px`);
    }).observe(bar);
    window.addEventListener('hashchange', () => this.#goToPlace());
    this.#goToPlace();
  }

  /** Shows everything anew: as the page opens, and when another tab has changed something. */
  #showAll(): void {
    document.title = pageTitle('Proyectos de sistemas de información', this.#session.assessment);
    this.#showFigures();
    const gone = this.#open.follow();
    if (gone) {
      this.#outcome.say(goneElsewhere(projectTitle(gone)), () => this.#restore(gone), 'Recuperar');
    }
  }

  /** The list, after projects came or went. */
  #showList(): void {
    const { projects, isClosed, plan } = this.#session;
    const hasNone = projects.length === 0;
    need(this.#root, '[data-no-projects]').hidden = !hasNone;
    need(this.#root, '[data-no-activities]').hidden = plan.activities.length > 0 || isClosed;
    need(this.#root, '[data-list-section]').hidden = hasNone;
    need(this.#root, '[data-totals]').hidden = hasNone;
    need(this.#root, '[data-take]').hidden = hasNone;
    need(this.#root, '[data-add-again]').hidden = isClosed;
    this.#list.show(this.#session.planning.projects, this.#context());
  }

  #context(): RowContext {
    const { plan, instrument } = this.#session;
    return {
      sections: instrument.sections,
      activityIds: new Set([...plan.activities, ...plan.archived.map(({ activity }) => activity)].map(({ id }) => id)),
      gaps: this.#gaps,
      unsaved: (id) => this.#open.waiting(id),
    };
  }

  #showFiguresSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#showFigures(), QUIET_MS);
  }

  /** Everything that is computed from all projects together: the sums, and what the circular asks of each. */
  #showFigures(): void {
    clearTimeout(this.#timer);
    const { totals, check, assessment } = this.#session.planning;
    this.#gaps = projectGaps(check.items);
    this.#showList();
    showTotals(this.#root, totals);
    const overview = overviewText(totals.all);
    need(this.#root, '[data-overview]').textContent = overview;
    need(this.#root, '[data-paper-overview]').textContent = `${paperHead(assessment)} ${overview}.`;
    if (!this.#session.isClosed) this.#start.show(this.#session.plan.activities, this.#session.projects);
    this.#countUnsaved();
  }

  #countUnsaved(): void {
    this.#session.setUnsavedTexts(this.#session.projects.reduce((sum, { id }) => sum + this.#open.unsaved(id), 0));
  }

  #say(text: string): void {
    need(this.#root, '[data-said]').textContent = text;
  }

  #project(id: string): Project | undefined {
    return this.#session.projects.find((project) => project.id === id);
  }

  /** Takes what changes in a project, saves it, and shows it in its row and its form. */
  #edit(id: string, fields: (project: Project) => Partial<ProjectFields>): void {
    const before = this.#project(id);
    if (!before) return;
    const project = { ...before, ...fields(before) };
    this.#session.change({ projects: this.#session.projects.map((each) => (each === before ? project : each)) });
    this.#list.update(project, this.#context());
    this.#open.show(project);
  }

  #press(action: RowAction, id: string): void {
    if (action === 'toggle') {
      if (this.#open.id === id) this.#close();
      else this.#openProject(id, null);
      return;
    }
    if (action === 'delete') this.#delete(id);
    else this.#duplicate(id);
  }

  #openProject(id: string, field: string | null): boolean {
    const before = this.#open.id;
    const place = this.#list.editorPlace(id);
    const project = this.#project(id);
    if (!place || !project) return false;
    this.#open.open(project, place);
    this.#list.showOpen(id, true);
    if (before !== null && before !== id) this.#showClosed(before);
    this.#list.update(project, this.#context());
    this.#open.focus(field);
    this.#writeAddress(projectFragment({ kind: 'project', id, field: null }));
    return true;
  }

  #close(): void {
    const { id } = this.#open;
    if (id === null) return;
    this.#open.close();
    this.#showClosed(id);
    this.#list.focusRow(id);
    this.#writeAddress('');
  }

  #showClosed(id: string): void {
    this.#list.showOpen(id, false);
    const project = this.#project(id);
    if (project) this.#list.update(project, this.#context());
  }

  #writeAddress(fragment: string): void {
    history.replaceState(history.state, '', withPlace(location.href, fragment));
  }

  /** Goes to the place that the address names after `#`. */
  #goToPlace(): void {
    const place = projectPlace(placeIn(location.hash));
    if (place?.kind === 'new') {
      const button = need(this.#root, '[data-add]');
      if (!button.hidden) button.focus();
    }
    if (place?.kind === 'project' && !this.#openProject(place.id, place.field)) {
      showNotice(need(this.#root, '[data-conflict-notices]'), projectMissing(place.id), undefined, 'calm');
    }
  }

  /** Puts a new project in and opens it; gives its id, or null where there is no room for it. */
  #put(fields: Partial<ProjectFields>, rest: Pick<Project, 'extra'> = {}): string | null {
    const { projects } = this.#session;
    if (projects.length >= PLAN_LIMITS.projects) {
      this.#outcome.say(tooManyProjects(PLAN_LIMITS.projects));
      return null;
    }
    const project = { ...newProject([...projects, ...this.#deleted], fields), ...rest };
    this.#session.change({ projects: withProject(projects, project) });
    this.#showFigures();
    this.#openProject(project.id, 'name');
    return project.id;
  }

  #add(): void {
    const id = this.#put({});
    if (id !== null) this.#say(projectAdded(id));
  }

  /** Begins a project with activities of the plan. */
  #begin(activities: readonly Activity[]): boolean {
    const fields = projectFromActivities(activities, this.#session.instrument.sections);
    if (fields.criteria.length > PLAN_LIMITS.criteria) {
      this.#outcome.say(tooManyCriteria(PLAN_LIMITS.criteria));
      return false;
    }
    const id = this.#put(fields);
    if (id !== null) this.#say(projectBegun(id));
    return id !== null;
  }

  #duplicate(id: string): void {
    const project = this.#project(id);
    if (!project) return;
    const { id: _own, extra, ...fields } = project;
    const name = copyName(project.name);
    const isNamed = project.name.trim() !== '' && name.length <= PLAN_LIMITS.name;
    const copy = this.#put({ ...fields, ...(isNamed && { name }) }, extra === undefined ? {} : { extra });
    if (copy !== null) this.#say(projectCopied(copy, id));
  }

  #delete(id: string): void {
    const project = this.#project(id);
    if (!project) return;
    if (this.#open.id === id) {
      this.#open.close();
      this.#writeAddress('');
    }
    this.#deleted = [...this.#deleted, project];
    this.#session.change({ projects: withoutProject(this.#session.projects, id) });
    this.#showFigures();
    this.#outcome.say(projectDeleted(project), () => this.#restore(project));
  }

  /** Puts a project back as it was; under another id where its own was given away meanwhile. */
  #restore(project: Project): void {
    const { projects } = this.#session;
    const isTaken = projects.some(({ id }) => id === project.id);
    if (projects.length >= PLAN_LIMITS.projects) {
      this.#outcome.say(tooManyProjects(PLAN_LIMITS.projects), () => this.#restore(project));
      return;
    }
    const back = isTaken ? { ...project, id: newProject([...projects, ...this.#deleted]).id } : project;
    this.#session.change({ projects: withProject(projects, back) });
    this.#showFigures();
    this.#list.focusRow(back.id);
    this.#say(projectBack(back));
  }

  /** A new project of this tab got another id: its form, and what is being written in it, go on below the other row. */
  #rename({ kind, from, to }: Renamed): void {
    if (kind !== 'project') return;
    this.#showList();
    const project = this.#project(to);
    const place = this.#list.editorPlace(to);
    const isOpen = this.#open.id === from;
    if (project && place) this.#open.rename(from, project, place);
    if (isOpen) {
      this.#list.showOpen(from, false);
      this.#list.showOpen(to, true);
      this.#writeAddress(projectFragment({ kind: 'project', id: to, field: null }));
    }
    this.#outcome.say(renamedRecord(newRecordName(kind, from), to));
  }

  /** Says that this tab's text took the place of another tab's in a project, and offers the other. */
  #showConflict({ key, takeBack }: Conflict): void {
    const { kind, id } = documentOfKey(key);
    if (kind !== 'project') return;
    const box = document.createElement('div');
    const run = (): void => {
      const back = takeBack();
      box.remove();
      this.#outcome.say(otherBackIn(id), back);
    };
    showNotice(box, recordInConflict(projectTitle(this.#project(id) ?? { id, name: '' })), { label: 'Recuperar', run });
    need(this.#root, '[data-conflict-notices]').append(box);
  }
}
