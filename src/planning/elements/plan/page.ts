import { pageTitle, paperHead } from '../../../assessment/copy/assessments.ts';
import { activityMissing, backInPlan, criterionMissing, goneElsewhere } from '../../copy/plan-changes.ts';
import { noRowsLine, pointsText, sumLine } from '../../copy/plan-page.ts';
import {
  conflictData,
  newRecordName,
  otherTakenBack,
  recordInConflict,
  recordName,
  renamedRecord,
} from '../../copy/planning-faults.ts';
import type { Gap } from '../../domain/plan-check.ts';
import { planRows, type PlanRow } from '../../domain/plan-rows.ts';
import { proposeActivities, type ActivityProposal, type Suggestions } from '../../domain/plan-proposals.ts';
import {
  withCriteria,
  withFields,
  withoutProgress,
  withProgress,
  withTexts,
  type Activity,
  type Plan,
} from '../../domain/plan.ts';
import type { Planning } from '../../domain/planning.ts';
import { withActivityLinks } from '../../domain/projects.ts';
import { documentOfKey } from '../../../assessment/file/document-key.ts';
import { need, pageData } from '../../../kit/browser/dom.ts';
import { showNotice } from '../../../kit/browser/notice-box.ts';
import type { PlanningSession, Conflict } from '../planning/planning-session.ts';
import { planPlace, type ActivityPlaceField } from '../planning/places.ts';
import { PlanChanges } from './changes.ts';
import { Editor } from './editor.ts';
import { FollowUpView } from './follow-up-view.ts';
import { GroupEdit } from './group-edit.ts';
import { setText } from './make.ts';
import { OutlookView } from './outlook-view.ts';
import { ProposalsView } from './proposals-view.ts';
import type { RowView } from './row-view.ts';
import { RowsView } from './rows-view.ts';
import { TextsView } from './texts-view.ts';
import { UndoLine } from './undo-line.ts';
import { placeIn } from '../../../kit/browser/fragment.ts';
import { beginUndo } from '../planning/planning-undo.ts';

/** How long the person must have stopped typing before what follows from the plan is computed again, in milliseconds. */
const PAUSE = 350;

/** The page of the plan at work: shows one `Planning` in all of its parts and turns what a person does into changes. */
export class PlanPage {
  readonly #element: HTMLElement;
  readonly #session: PlanningSession;
  readonly #suggestions: Suggestions;
  readonly #undo: UndoLine;
  readonly #changes: PlanChanges;
  readonly #rows: RowsView;
  readonly #editor: Editor;
  readonly #group: GroupEdit;
  readonly #proposals: ProposalsView;
  readonly #followUp: FollowUpView;
  readonly #outlook: OutlookView;
  readonly #texts: TextsView;
  readonly #conflicts: { conflict: Conflict; box: HTMLElement }[] = [];
  #planning: Planning;
  #isTyping = false;
  /** The activity whose fields are open, as it last stood in the plan. */
  #opened: Activity | null = null;
  /** True while what another tab stored is being shown. */
  #isForeign = false;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(element: HTMLElement, session: PlanningSession) {
    this.#element = element;
    this.#session = session;
    this.#planning = session.planning;
    this.#suggestions = pageData<Suggestions>(element, 'suggestions');
    const { isClosed } = session;
    this.#undo = new UndoLine(need(element, '[data-undo-line]'));
    this.#changes = new PlanChanges(session, this.#undo);
    this.#editor = this.#makeEditor();
    this.#rows = new RowsView(need(element, '[data-activities]'), isClosed, {
      edit: (id) => (this.#editor.id === id ? this.#done() : this.#open(id, null)),
      picked: () => this.#group.show(this.#rows.selection),
    });
    this.#group = new GroupEdit(need(element, '[data-group-edit]'), {
      apply: (field, fields) => this.#changes.group(this.#rows.selection.taken, field, fields),
      pickAll: (isPicked) => this.#rows.pickAll(isPicked),
    });
    this.#proposals = new ProposalsView(need(element, '[data-proposals-section]'), isClosed, {
      add: (rows) => this.#add(rows),
      reinstate: (id) => this.#reinstate(id),
    });
    this.#followUp = new FollowUpView(element, isClosed, {
      archive: () => this.#archive(),
      reinstate: (id) => this.#reinstate(id),
    });
    this.#outlook = new OutlookView(need(element, '[data-outlook]'));
    this.#texts = new TextsView(need(element, '[data-texts]'), {
      give: (texts) => this.#type((plan) => withTexts(plan, texts)),
      unsavedChanged: () => this.#countUnsaved(),
      covered: (field, takeBack) => this.#cover(recordName('texts', '', field), takeBack),
    });
  }

  /** Shows the plan and puts the page to work. */
  start(): void {
    this.#session.onChange((change) => {
      if (change === 'here' && this.#isTyping) {
        this.#later();
        return;
      }
      this.#isForeign = change === 'elsewhere';
      this.#show();
      this.#isForeign = false;
    });
    beginUndo(this.#element, this.#session, (text) => this.#undo.say(text));
    this.#session.onConflict((conflict) => this.#tellConflict(conflict));
    this.#session.onRenamed(({ kind, from, to }) => {
      if (kind !== 'activity') return;
      if (this.#editor.id === from) this.#editor.rename(to);
      this.#rows.rename(from, to);
      // The way back of what was done last knows the old id alone.
      this.#undo.say(renamedRecord(newRecordName(kind, from), to));
    });
    for (const each of this.#element.querySelectorAll<HTMLElement>('[data-when-open]'))
      each.hidden = this.#session.isClosed;
    for (const body of this.#element.querySelectorAll<HTMLFieldSetElement>('fieldset[data-editable]')) {
      body.disabled = this.#session.isClosed;
    }
    need(this.#element, '[data-body]').hidden = false;
    this.#show();
    this.#watchBar();
    window.addEventListener('hashchange', () => this.#go());
    // A link to the place that the address names already makes no event of its own.
    this.#element.addEventListener('click', ({ target }) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
      if (link && placeIn(link.hash) === placeIn(location.hash)) this.#go();
    });
    need(this.#element, '[data-print]').addEventListener('click', () => window.print());
    this.#go();
  }

  #makeEditor(): Editor {
    const content = need<HTMLTemplateElement>(this.#element, '[data-editor-template]').content;
    const root = need(content, '[data-editor]').cloneNode(true) as HTMLElement;
    need<HTMLFieldSetElement>(root, '[data-editable]').disabled = this.#session.isClosed;
    for (const each of root.querySelectorAll<HTMLElement>('[data-when-open]')) each.hidden = this.#session.isClosed;
    return new Editor(root, this.#session.instrument, {
      fields: (id, fields) => this.#type((plan) => withFields(plan, [id], fields), id),
      criteria: (id, criteria) => this.#session.change({ plan: withCriteria(this.#session.plan, id, criteria) }),
      progress: (id, entry) => {
        const date = this.#planning.assessment.cutoffDate;
        this.#type((plan) => (entry ? withProgress(plan, id, entry) : withoutProgress(plan, id, date)), id);
      },
      projects: (id, projectIds) =>
        this.#session.change({ projects: withActivityLinks(this.#session.projects, id, projectIds) }),
      another: (id) => {
        if (!this.#putAway()) return;
        const added = this.#changes.another(id);
        if (added !== null) this.#open(added, 'activity');
      },
      remove: (id) => {
        this.#editor.discard();
        this.#rows.open(null);
        this.#changes.remove(id);
        need(this.#element, '[data-undo]').focus();
      },
      done: () => this.#done(),
      unsavedChanged: () => this.#countUnsaved(),
      covered: (id, field, takeBack) => this.#cover(recordName('activity', id, field), takeBack),
    });
  }

  /** A change letter by letter: its own row shows it at once, all that follows from it waits for a pause. */
  #type(change: (plan: Plan) => Plan, id: string | null = null): void {
    this.#isTyping = true;
    try {
      this.#session.change({ plan: change(this.#session.plan) });
    } finally {
      this.#isTyping = false;
    }
    const activity = this.#session.plan.activities.find((each) => each.id === id);
    if (!activity) return;
    const [row] = planRows(this.#planning.results, { ...this.#session.plan, activities: [activity] });
    if (!row) return;
    this.#rows.showOne(row);
    if (id === this.#editor.id) this.#opened = activity;
    this.#editor.showDates(row, this.#planning.assessment.cutoffDate);
  }

  #later(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      // In two turns, so that a key pressed now waits for half of it at most.
      this.#planning = this.#session.planning;
      this.#pause = setTimeout(() => this.#show());
    }, PAUSE);
  }

  /** Shows everything as it now stands. */
  #show(): void {
    clearTimeout(this.#pause);
    this.#planning = this.#session.planning;
    const { rows, sum, check, plan, projects, assessment } = this.#planning;
    this.#rows.show(this.#planning, gapsByActivity(this.#planning));
    setText(need(this.#element, '[data-sum]'), sumLine(sum));
    setText(need(this.#element, '[data-check]'), pointsText(check));
    setText(need(this.#element, '[data-paper-entity]'), paperHead(assessment));
    document.title = pageTitle('Plan de acción', assessment);
    need(this.#element, '[data-no-rows]').hidden = rows.length > 0;
    need(this.#element, '[data-row-tools]').hidden = rows.length === 0;
    const proposals = proposeActivities(this.#planning.results, plan, this.#suggestions);
    setText(need(this.#element, '[data-no-rows]'), noRowsLine(proposals.rows.length, proposals.pending.length));
    this.#proposals.show(this.#planning, proposals);
    this.#followUp.show(this.#planning);
    this.#texts.show(plan.texts);
    this.#refreshEditor(rows, projects, assessment.cutoffDate);
    const shown = this.#planning;
    // After the words: the chart stands further down and takes longer.
    setTimeout(() => {
      if (shown === this.#planning) this.#outlook.show(shown);
    });
  }

  #refreshEditor(rows: readonly PlanRow[], projects: Planning['projects'], cutoffDate: string): void {
    const { id } = this.#editor;
    if (id === null) return;
    const row = rows.find(({ activity }) => activity.id === id);
    if (row) {
      this.#editor.refresh(row, projects, cutoffDate);
      this.#opened = row.activity;
      const view = this.#rows.viewOf(id);
      if (view && this.#editor.root.parentElement !== view.root) this.#moveEditor(view);
      return;
    }
    const unsaved = this.#editor.unsavedValues;
    const gone = this.#opened;
    this.#editor.discard();
    this.#rows.open(null);
    const isArchived = this.#planning.plan.archived.some(({ activity }) => activity.id === id);
    this.#undo.offer(goneElsewhere(id, isArchived), () => {
      const back = isArchived || gone === null ? id : this.#changes.bringBack(gone);
      if (isArchived) this.#changes.reinstate(id);
      this.#open(back, null);
      this.#editor.retype(unsaved);
      return backInPlan(back);
    });
  }

  /** Puts the open fields below another row; who writes in them goes on writing. */
  #moveEditor(view: RowView): void {
    const { activeElement } = document;
    const { root } = this.#editor;
    const isInside = activeElement instanceof HTMLElement && root.contains(activeElement);
    view.root.append(root);
    view.setOpen(true);
    if (isInside) activeElement.focus({ preventScroll: true });
  }

  /** Opens the fields of an activity. Nothing of another one that is open is lost: then it stays open. */
  #open(id: string, field: ActivityPlaceField | null): void {
    if (this.#editor.id !== id) {
      if (!this.#putAway()) return;
      const row = this.#planning.rows.find(({ activity }) => activity.id === id);
      const view = row && this.#rows.open(id);
      if (!row || !view) return;
      this.#opened = row.activity;
      this.#editor.open(row, this.#planning.projects, this.#offices(), this.#planning.assessment.cutoffDate);
      view.root.append(this.#editor.root);
    }
    this.#editor.focus(field);
    if (field === null) this.#rows.viewOf(id)?.root.scrollIntoView({ block: 'start' });
    else document.activeElement?.scrollIntoView({ block: 'center' });
  }

  #offices(): string[] {
    const given = this.#planning.plan.activities.map(({ office }) => office.trim());
    const usual = Object.values(this.#suggestions).map(({ office }) => office);
    return [...new Set([...given, ...usual])].filter((name) => name !== '').sort((a, b) => a.localeCompare(b, 'es'));
  }

  /** Puts the open fields away; false where that would lose something. */
  #putAway(): boolean {
    if (this.#editor.id === null) return true;
    if (!this.#editor.close()) return false;
    this.#show();
    this.#rows.open(null);
    return true;
  }

  #done(): void {
    const { id } = this.#editor;
    if (id === null || !this.#putAway()) return;
    const view = this.#rows.viewOf(id);
    view?.edit.focus();
    view?.root.scrollIntoView({ block: 'nearest' });
  }

  #add(rows: readonly ActivityProposal[]): void {
    const place = need(this.#element, '[data-proposals-section]');
    const buttons = [...place.querySelectorAll<HTMLElement>('[data-add]')];
    const at = buttons.findIndex((each) => each === document.activeElement);
    const added = this.#changes.add(rows.map(({ activity }) => activity));
    if (added.length === 0) return;
    const next = [...place.querySelectorAll<HTMLElement>('[data-add]')][Math.max(0, at)];
    if (rows.length === 1 && next) next.focus();
    else this.#focusHeading('actividades');
  }

  #archive(): void {
    if (!this.#putAway()) return;
    this.#changes.archive();
    need(this.#element, '[data-undo]').focus();
  }

  #reinstate(id: string): void {
    if (!this.#putAway()) return;
    this.#changes.reinstate(id);
    this.#open(id, null);
  }

  /** Goes to the place that the address names. */
  #go(): void {
    const place = planPlace(placeIn(location.hash));
    if (place === null) return;
    const { rows, plan } = this.#planning;
    if (place.kind === 'proposals') this.#focusHeading('propuestas');
    if (place.kind === 'text') {
      // The outlook stands above the texts and comes a turn later: filled in now, it does not push them away.
      this.#outlook.show(this.#planning);
      this.#texts.focus(place.field);
    }
    if (place.kind === 'activity') {
      if (rows.some(({ activity }) => activity.id === place.id)) this.#open(place.id, place.field ?? null);
      else if (plan.archived.some(({ activity }) => activity.id === place.id)) this.#focusHeading('salieron');
      else this.#undo.say(activityMissing(place.id));
    }
    if (place.kind !== 'criterion') return;
    const row = rows.find(({ activity }) => activity.criteria.includes(place.id));
    if (row) this.#open(row.activity.id, null);
    else if (!this.#proposals.focus(place.id)) {
      this.#undo.say(criterionMissing(place.id));
      this.#focusHeading('propuestas');
    }
  }

  #focusHeading(id: string): void {
    const heading = need(this.#element, `#${id}`);
    heading.focus();
    heading.scrollIntoView({ block: 'start' });
  }

  #countUnsaved(): void {
    this.#session.setUnsavedTexts(this.#editor.unsavedTexts + this.#texts.unsavedTexts);
  }

  /** Keeps what gets the focus clear of the bar above, however high it is. */
  #watchBar(): void {
    const bar = need(this.#element, '[data-bar]');
    new ResizeObserver(() => {
      document.documentElement.style.setProperty('--bar-height', `${bar.offsetHeight}px`);
    }).observe(bar);
  }

  #tellConflict(conflict: Conflict): void {
    const { kind, id } = documentOfKey(conflict.key);
    const name = recordName(kind, id);
    // Letter by letter in two tabs is a conflict at each step; the last of them holds the others.
    for (const earlier of this.#conflicts.filter(({ conflict: each }) => holds(conflict, each))) earlier.box.remove();
    const box = this.#tellCovered(name, conflict.takeBack, Object.values(conflict.fields));
    this.#conflicts.push({ conflict, box });
  }

  /** A text that is not saved yet stands over what is stored: told where that came from another tab. */
  #cover(name: string, takeBack: () => void): void {
    if (this.#isForeign) this.#tellCovered(name, takeBack);
  }

  #tellCovered(name: string, takeBack: () => void, values: readonly unknown[] = []): HTMLElement {
    const box = document.createElement('div');
    const message = recordInConflict(name);
    const texts = values.filter((value): value is string => typeof value === 'string' && value !== '');
    const data = conflictData(message.data, texts);
    showNotice(
      box,
      { ...message, data },
      {
        label: 'Recuperar',
        run: () => {
          box.remove();
          takeBack();
          this.#undo.say(otherTakenBack);
          need(this.#element, '[data-undo-line]').focus();
        },
      },
    );
    need(this.#element, '[data-conflict]').append(box);
    return box;
  }
}

/** What each activity lacks against the circular, by its id. */
function gapsByActivity({ check }: Planning): ReadonlyMap<string, readonly Gap[]> {
  const gaps = new Map<string, Gap[]>();
  for (const gap of check.items.flatMap((item) => item.gaps)) {
    if (gap.kind !== 'activity') continue;
    const list = gaps.get(gap.activityId);
    if (list) list.push(gap);
    else gaps.set(gap.activityId, [gap]);
  }
  return gaps;
}

function holds(later: Conflict, earlier: Conflict): boolean {
  const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? ''));
  return (
    later.key === earlier.key &&
    Object.entries(earlier.fields).every(
      ([key, value]) => Object.hasOwn(later.fields, key) && text(later.fields[key]).includes(text(value)),
    )
  );
}
