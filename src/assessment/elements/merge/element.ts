import { assessmentShort } from '../../copy/assessments.ts';
import { isolated } from '../../../kit/words/isolated.ts';
import {
  asBeforeMerging,
  changedMeanwhile,
  conflictsLead,
  merged,
  mergeSummary,
  mergeWarnings,
  otherText,
  profileMine,
  profileTheirs,
  takenLine,
  takenSummary,
  undoneAlready,
  undoneBeside,
} from '../../copy/merging.ts';
import type { Assessment } from '../../domain/assessment.ts';
import type { Criterion, Instrument } from '../../../instrument/instrument.ts';
import { mergeAssessments, mergedAnswers, sameAnswer, type Merge, type MergeDecision } from '../../domain/merging.ts';
import { shownPercent } from '../../domain/percent.ts';
import { score } from '../../domain/scoring.ts';
import type { EarlierVersions } from '../../../instrument/earlier-version.ts';
import { part } from '../../../kit/browser/part.ts';
import type { OpeningMeans } from '../../opening/file-opener.ts';
import type { AssessmentStore } from '../../storage/assessment-store.ts';
import { toStorageError } from '../../storage/database.ts';
import type { CopyLine } from '../copy-line/copy-line.ts';
import { termsAndTexts } from '../page/answer-texts.ts';
import { need, pageData } from '../../../kit/browser/dom.ts';
import { Follower } from '../page/follow.ts';
import { keepFocus } from '../../../kit/browser/keep-focus.ts';
import { newId } from '../../../kit/browser/new-id.ts';
import { showNotice } from '../../../kit/browser/notice-box.ts';
import { showChangeFault } from '../page/notice.ts';
import { act, saidWhileSlow, start } from '../page/start.ts';
import { openAssessment } from '../page/open-assessment.ts';
import type * as Conflicts from './conflict-view.ts';
import type { MergedDocuments, Plans } from './plans.ts';
import { bringReader, discard, keep, listKept, restore } from '../../storage/kept.ts';
import { replaceAssessment } from '../../storage/replacing.ts';
import { parameterIn } from '../../../kit/browser/fragment.ts';

/** `<gel-merge>`: two assessments of one entity become one; nothing changes before the person accepts. */
export class GelMergeElement extends HTMLElement {
  static #bringPlans: () => Promise<Plans>;
  static #means: () => Promise<OpeningMeans>;
  #store: AssessmentStore | undefined;
  #follower: Follower | undefined;
  #mine: Assessment | undefined;
  #theirs: Assessment | undefined;
  #merge: Merge | undefined;
  /** What merges the plan and the projects: it comes with the first comparison. */
  #plans: Plans | undefined;
  #conflicts: typeof Conflicts | undefined;
  #documents: MergedDocuments | undefined;
  #views: Conflicts.ConflictView[] = [];
  /** The number of the kept file that the page was opened with, which leaves the list once it is merged. */
  #receivedKey: number | null = null;
  #undoKey: number | null = null;
  /** True where the merge threw the kept file away, because all of it is in the result. */
  #isReceivedGone = false;
  #copyLine: CopyLine | undefined;
  #isRunning = false;

  /** Puts the element to work. Takes what brings, when it is asked for, whoever understands plans and what opens files. */
  static define(plans: () => Promise<Plans>, means: () => Promise<OpeningMeans>): void {
    [GelMergeElement.#bringPlans, GelMergeElement.#means] = [plans, means];
    customElements.define('gel-merge', GelMergeElement);
  }

  connectedCallback(): void {
    void start(this, async () => {
      const opened = await openAssessment(this);
      if (!opened || opened.loaded.assessment.closing) return;
      this.#store = opened.store;
      this.#mine = opened.loaded.assessment;
      this.#copyLine = opened.copyLine;
      opened.copyLine.copies(() => this.#mine ?? opened.loaded.assessment);
      this.#follower = new Follower({
        element: this,
        store: opened.store,
        id: this.#mine.id,
        isBusy: () => false,
        apply: ({ assessment }) => {
          opened.copyLine.saved(assessment);
          this.#mine = assessment;
          // What is under the person's eyes was compared with an older state: compare again, and let them go on.
          if (this.#theirs && this.#undoKey === null) this.#show(this.#theirs);
        },
      });
      this.#listen();
      need(this, '[data-body]').hidden = false;
      await this.#offerOthers();
      await this.#openReceived();
    });
  }

  get #instrument(): Instrument {
    return pageData<Instrument>(this, 'instrument');
  }

  #listen(): void {
    const input = need<HTMLInputElement>(this, '[data-file]');
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])];
      void this.#run(() => this.#openFile(files));
    });
    const others = need<HTMLSelectElement>(this, '[data-others]');
    others.addEventListener('change', () => {
      void this.#run(async () => {
        const loaded = others.value === '' ? null : await this.#store?.load(others.value);
        if (loaded) {
          this.#receivedKey = null;
          // An arrow in the list is no wish to leave it: what it compares with is said, and the focus stays.
          await this.#compare(loaded.assessment, { moves: false });
        }
      });
    });
    need(this, 'form').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#run(() => this.#accept());
    });
    need(this, '[data-undo]').addEventListener('click', () => void this.#run(() => this.#undo()));
  }

  /** Runs one thing that the person asked for at a time; what goes wrong is told where they are. */
  async #run(work: () => Promise<void>): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    for (const place of this.querySelectorAll('[data-file-notices], [data-faults]')) place.replaceChildren();
    await act(need(this, '[data-faults]'), work);
    this.#isRunning = false;
  }

  async #offerOthers(): Promise<void> {
    const { headers } = (await this.#store?.list()) ?? { headers: [] };
    const others = headers.filter(({ id }) => id !== this.#mine?.id);
    need(this, '[data-others-field]').hidden = others.length === 0;
    const none = document.createElement('option');
    none.value = '';
    need(this, '[data-others]').replaceChildren(
      none,
      ...others.map((header) => {
        const option = document.createElement('option');
        option.value = header.id;
        option.textContent = assessmentShort(header);
        return option;
      }),
    );
  }

  /** The file that was opened in the list and came here to be merged. */
  async #openReceived(): Promise<void> {
    const key = Number(parameterIn(location, 'con') ?? NaN);
    if (!Number.isInteger(key)) return;
    const kept = (await listKept(this.#store as AssessmentStore)).find((each) => each.key === key);
    if (!kept) return;
    this.#receivedKey = key;
    await this.#compare(kept.assessment);
  }

  async #openFile(files: readonly File[]): Promise<void> {
    const notices = need(this, '[data-file-notices]');
    const [file] = files;
    if (!file) return;
    const { openOne } = await part(() => import('./open-one.ts'));
    const earlier = pageData<EarlierVersions>(this, 'earlier');
    const theirs = await openOne(
      file,
      { instrument: this.#instrument, earlier, means: await GelMergeElement.#means() },
      notices,
      (accepted) => void this.#run(() => this.#compareFile(accepted)),
    );
    if (theirs) await this.#compareFile(theirs);
  }

  async #compareFile(theirs: Assessment): Promise<void> {
    this.#receivedKey = null;
    need<HTMLSelectElement>(this, '[data-others]').value = '';
    await this.#compare(theirs);
  }

  /** Shows the comparison with another one, and takes the person to it unless they are choosing still. */
  async #compare(theirs: Assessment, { moves } = { moves: true }): Promise<void> {
    [this.#plans, this.#conflicts] = await Promise.all([
      GelMergeElement.#bringPlans(),
      part(() => import('./conflict-view.ts')),
    ]);
    this.#views = [];
    need(this, '[data-profile]').replaceChildren();
    this.#show(theirs);
    need(this, '[data-done]').hidden = true;
    need(this, '[data-form]').hidden = false;
    if (moves) need(this, '#resumen').focus();
  }

  /** Compares anew and draws it; what the person had already decided, and where they were, stays. */
  #show(theirs: Assessment): void {
    keepFocus(need(this, '[data-form]'), () => this.#draw(theirs));
  }

  #draw(theirs: Assessment): void {
    const mine = this.#mine as Assessment;
    this.#theirs = theirs;
    const decisions = this.#decisions();
    const profile = new Map(
      [...this.querySelectorAll<HTMLElement>('[data-condition]')].map((box) => [
        box.dataset['condition'],
        need<HTMLInputElement>(box, ':checked').value,
      ]),
    );
    this.#merge = mergeAssessments(this.#instrument.sections, mine, theirs);
    need(this, '[data-with]').textContent = otherText(theirs, Object.keys(theirs.answers).length);
    this.#showWarnings(mergeWarnings(mine, theirs));
    need(this, '[data-summary]').replaceChildren(...termsAndTexts(mergeSummary(this.#merge.items)));
    this.#showTaken(this.#merge);
    this.#documents = (this.#plans as Plans).showPlanMerge(this, mine, theirs);
    this.#showConflicts(this.#merge);
    for (const view of this.#views) {
      const before = decisions.get(view.root.dataset['conflict'] ?? '');
      if (before) view.decision = before;
    }
    this.#showProfile(this.#merge);
    for (const box of this.querySelectorAll<HTMLElement>('[data-condition]')) {
      const before = profile.get(box.dataset['condition']);
      if (before !== undefined) need<HTMLInputElement>(box, `[value="${before}"]`).checked = true;
    }
    this.#showFigures();
  }

  #decisions(): Map<string, MergeDecision> {
    return new Map(this.#views.map((view) => [view.root.dataset['conflict'] ?? '', view.decision]));
  }

  #showWarnings(warnings: readonly string[]): void {
    need(this, '[data-warnings]').replaceChildren(
      ...warnings.map((warning) => {
        const note = document.createElement('p');
        note.className = 'notice';
        note.textContent = warning;
        return note;
      }),
    );
  }

  #criteria(): Map<string, Criterion> {
    return new Map(this.#instrument.sections.flatMap(({ criteria }) => criteria.map((each) => [each.id, each])));
  }

  #showTaken({ items }: Merge): void {
    const criteria = this.#criteria();
    const taken = items.filter(({ kind }) => kind === 'theirs' || kind === 'joined');
    need(this, '[data-taken-details]').hidden = taken.length === 0;
    need(this, '[data-taken-summary]').textContent = takenSummary(taken.length);
    need(this, '[data-taken]').replaceChildren(
      ...taken.map(({ criterionId, kind }) => {
        const item = document.createElement('li');
        item.textContent = takenLine(criterionId, criteria.get(criterionId)?.name, kind === 'joined');
        return item;
      }),
    );
  }

  #showConflicts({ items }: Merge): void {
    const conflicts = items.filter((item) => item.kind === 'conflict');
    const criteria = this.#criteria();
    const templates = {
      conflict: need<HTMLTemplateElement>(this, '[data-conflict-template]'),
      statuses: need<HTMLTemplateElement>(this, '[data-status-template]'),
    };
    this.#views = conflicts.map(
      (conflict) =>
        new (this.#conflicts as typeof Conflicts).ConflictView(
          templates,
          conflict,
          criteria.get(conflict.criterionId),
          () => this.#showFigures(),
        ),
    );
    need(this, '[data-conflicts-section]').hidden = conflicts.length === 0;
    need(this, '[data-conflicts-lead]').textContent = conflictsLead(conflicts.length);
    need(this, '[data-conflicts]').replaceChildren(...this.#views.map(({ root }) => root));
  }

  #showProfile({ profileConflicts }: Merge): void {
    const questions = new Map(pageData<{ id: string; question: string }[]>(this, 'conditions').map((c) => [c.id, c]));
    need(this, '[data-profile-section]').hidden = profileConflicts.length === 0;
    need(this, '[data-profile]').replaceChildren(
      ...profileConflicts.map(({ conditionId, mine, theirs }) => {
        const template = need<HTMLTemplateElement>(this, '[data-profile-template]');
        const box = (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
        box.dataset['condition'] = conditionId;
        box.dataset['owner'] = `profile-${conditionId}`;
        need(box, '[data-name]').textContent = questions.get(conditionId)?.question ?? isolated(conditionId);
        need(box, '[data-mine]').textContent = profileMine(mine);
        need(box, '[data-theirs]').textContent = profileTheirs(theirs);
        for (const radio of box.querySelectorAll<HTMLInputElement>('input')) radio.name = `perfil-${conditionId}`;
        return box;
      }),
    );
  }

  /** The merged assessment as it would be now, with what has been decided so far. */
  #result(): Assessment {
    const [mine, theirs, merge] = [this.#mine, this.#theirs, this.#merge] as [Assessment, Assessment, Merge];
    const profile: Record<string, boolean> = { ...merge.profile };
    for (const box of this.querySelectorAll<HTMLElement>('[data-condition]')) {
      const conflict = merge.profileConflicts.find(({ conditionId }) => conditionId === box.dataset['condition']);
      const side = need<HTMLInputElement>(box, ':checked').value as 'mine' | 'theirs';
      if (conflict) profile[conflict.conditionId] = conflict[side];
    }
    const extra = { ...theirs.extra, ...mine.extra };
    return {
      ...mine,
      profile,
      documents: (this.#documents as MergedDocuments).documents,
      answers: mergedAnswers(merge.items, this.#decisions(), new Date().toISOString()),
      ...(Object.keys(extra).length > 0 && { extra }),
    };
  }

  #showFigures(): void {
    const { sections } = this.#instrument;
    const [mine, theirs, both] = [this.#mine, this.#theirs, this.#result()].map((each) =>
      score(sections, each?.answers ?? {}),
    );
    sections.forEach(({ id }, index) => {
      const row = need(this, `[data-row="${id}"]`);
      for (const [name, scores] of Object.entries({ mine, theirs, both })) {
        const each = scores?.[index];
        need(row, `[data-${name}]`).textContent = each ? shownPercent(each) : '';
      }
      const result = both?.[index];
      need(row, '[data-answered]').textContent = result ? `${result.answered} de ${result.total}` : '';
    });
  }

  /** Makes a change; where the browser refuses, says so beside the button and gives null. */
  async #attempt<T>(change: () => Promise<T>): Promise<{ readonly value: T } | null> {
    try {
      return { value: await saidWhileSlow(need(this, '[data-faults]'), 'asked', change) };
    } catch (error) {
      showChangeFault(need(this, '[data-faults]'), toStorageError(error));
      return null;
    }
  }

  async #accept(): Promise<void> {
    const [store, mine] = [this.#store, this.#mine] as [AssessmentStore, Assessment];
    const result = this.#result();
    const { isWhole, outcome } = this.#documents as MergedDocuments;
    const input = {
      seenRevision: mine.revision,
      reason: 'merged',
      now: new Date().toISOString(),
      // What is not whole in the result goes on being kept.
      received: isWhole ? this.#receivedKey : null,
    } as const;
    const done = await this.#attempt(async () => {
      // What brings back what is replaced has to be there before it is.
      await bringReader();
      const aside = isWhole || this.#receivedKey !== null ? null : await this.#keepTheirs(input.now);
      const key = await replaceAssessment(store, result, input);
      if (aside !== null && key === null) await discard(store, aside);
      else this.#receivedKey ??= aside;
      return key;
    });
    if (!done) return;
    if (done.value === null) {
      // Another tab changed it in between: compare with what it is now, and let the person look and accept again.
      const loaded = await store.load(mine.id);
      if (loaded) this.#mine = loaded.assessment;
      if (this.#theirs) this.#show(this.#theirs);
      showNotice(need(this, '[data-faults]'), changedMeanwhile);
      return;
    }
    this.#undoKey = done.value;
    this.#isReceivedGone = input.received !== null;
    const changed = Object.entries(result.answers).filter(([id, answer]) => {
      const before = Object.hasOwn(mine.answers, id) ? mine.answers[id] : undefined;
      return !before || !sameAnswer(before, answer);
    }).length;
    await this.#changed();
    need(this, '[data-form]').hidden = true;
    need(this, '[data-done-text]').textContent = merged(changed, outcome);
    need(this, '[data-undo]').hidden = false;
    const box = need(this, '[data-done]');
    box.hidden = false;
    box.focus();
  }

  #keepTheirs(now: string): Promise<number> {
    return keep(this.#store as AssessmentStore, this.#theirs as Assessment, 'received', now);
  }

  /** After a change: the other tabs, this page's own state, and the line of the copies. */
  async #changed(): Promise<void> {
    this.#follower?.tell();
    const loaded = await this.#store?.load(this.#mine?.id ?? '');
    if (!loaded) return;
    this.#mine = loaded.assessment;
    this.#copyLine?.saved(loaded.assessment);
  }

  async #undo(): Promise<void> {
    const [store, theirs] = [this.#store, this.#theirs] as [AssessmentStore, Assessment];
    const key = this.#undoKey;
    if (key === null) return;
    const now = new Date().toISOString();
    const done = await this.#attempt(async () => {
      await bringReader();
      // What came to be merged is kept again, and first: it was thrown away only because it was in the result.
      const received = this.#isReceivedGone ? await this.#keepTheirs(now) : this.#receivedKey;
      return { id: await restore(store, key, newId(), now), received };
    });
    if (!done) return;
    this.#receivedKey = done.value.received;
    this.#undoKey = null;
    if (done.value.id !== this.#mine?.id) {
      need(this, '[data-undo]').hidden = true;
      need(this, '[data-done]').focus();
      showNotice(need(this, '[data-faults]'), done.value.id === null ? undoneAlready : undoneBeside);
      return;
    }
    await this.#changed();
    await this.#compare(theirs);
    need(this, '[data-with]').textContent += asBeforeMerging;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gel-merge': GelMergeElement;
  }
}
