import { assessmentFacts, assessmentShort, assessmentTitle } from '../../copy/assessments.ts';
import { merged, mergeSummary, mergeWarnings } from '../../copy/merging.ts';
import { plural } from '../../copy/terms.ts';
import type { Assessment } from '../../domain/assessment.ts';
import type { Criterion, Instrument } from '../../domain/instrument.ts';
import { mergeAssessments, mergedAnswers, sameAnswer, type Merge } from '../../domain/merging.ts';
import { shownPercent } from '../../domain/percent.ts';
import { score } from '../../domain/scoring.ts';
import type { AssessmentStore } from '../../storage/assessment-store.ts';
import { toStorageError } from '../../storage/database.ts';
import { readFiles } from '../assessments/reading.ts';
import { termsAndTexts } from '../page/answer-texts.ts';
import { need, pageData } from '../page/dom.ts';
import { Follower } from '../page/follow.ts';
import { newId } from '../page/new-id.ts';
import { showNotice } from '../page/notice-box.ts';
import { showOpenFault } from '../page/notice.ts';
import { start } from '../page/start.ts';
import { openAssessment } from '../page/session.ts';
import { ConflictView } from './conflict-view.ts';

/** `<gel-merge>`: two assessments of one entity become one; nothing changes before the person accepts. */
export class GelMergeElement extends HTMLElement {
  #store: AssessmentStore | undefined;
  #follower: Follower | undefined;
  #mine: Assessment | undefined;
  #theirs: Assessment | undefined;
  #merge: Merge | undefined;
  #views: ConflictView[] = [];
  /** The number of the kept file that the page was opened with, which leaves the list once it is merged. */
  #receivedKey: number | null = null;
  #undoKey: number | null = null;

  connectedCallback(): void {
    void start(this, async () => {
      const opened = await openAssessment(this);
      if (!opened || opened.loaded.assessment.closing) return;
      this.#store = opened.store;
      this.#mine = opened.loaded.assessment;
      this.#follower = new Follower({
        element: this,
        store: opened.store,
        id: this.#mine.id,
        isBusy: () => false,
        apply: ({ assessment }) => {
          opened.copyLine.saved(assessment);
          this.#mine = assessment;
          // What is under the person's eyes was compared with an older state: compare again.
          if (this.#theirs && this.#undoKey === null) this.#compare(this.#theirs);
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
      void start(this, () => this.#openFile(files));
    });
    const others = need<HTMLSelectElement>(this, '[data-others]');
    others.addEventListener('change', () => {
      void start(this, async () => {
        const loaded = others.value === '' ? null : await this.#store?.load(others.value);
        if (loaded) {
          this.#receivedKey = null;
          this.#compare(loaded.assessment);
        }
      });
    });
    need(this, 'form').addEventListener('submit', (event) => {
      event.preventDefault();
      void start(this, () => this.#accept());
    });
    need(this, '[data-undo]').addEventListener('click', () => void start(this, () => this.#undo()));
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
    const key = Number(new URLSearchParams(location.search).get('con') ?? NaN);
    if (!Number.isInteger(key)) return;
    const kept = (await this.#store?.kept())?.find((each) => each.key === key);
    if (!kept) return;
    this.#receivedKey = key;
    this.#compare(kept.assessment);
  }

  async #openFile(files: readonly File[]): Promise<void> {
    const notices = need(this, '[data-file-notices]');
    notices.replaceChildren();
    const [read] = await readFiles(files.slice(0, 1), this.#instrument.sections);
    if (!read) return;
    if (read.kind === 'refused') {
      showNotice(notices, read.message);
      return;
    }
    this.#receivedKey = null;
    need<HTMLSelectElement>(this, '[data-others]').value = '';
    this.#compare(read.assessment);
  }

  #compare(theirs: Assessment): void {
    const mine = this.#mine as Assessment;
    this.#theirs = theirs;
    const decisions = new Map(this.#views.map((view) => [view.root.dataset['conflict'] ?? '', view.decision]));
    this.#merge = mergeAssessments(this.#instrument.sections, mine, theirs);
    need(this, '[data-with]').textContent = `La otra: ${assessmentTitle(theirs)}. ${assessmentFacts(theirs)}`;
    this.#showWarnings(mergeWarnings(mine, theirs));
    need(this, '[data-summary]').replaceChildren(...termsAndTexts(mergeSummary(this.#merge.items)));
    this.#showTaken(this.#merge);
    this.#showConflicts(this.#merge);
    for (const view of this.#views) {
      // A comparison made again keeps what the person had already decided.
      const before = decisions.get(view.root.dataset['conflict'] ?? '');
      if (before) need<HTMLInputElement>(view.root, `[value="${before.side}"]`).checked = true;
    }
    this.#showProfile(this.#merge);
    this.#showFigures();
    need(this, '[data-done]').hidden = true;
    need(this, '[data-form]').hidden = false;
    need(this, '#resumen').focus();
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
    need(this, '[data-taken-summary]').textContent =
      `Ver ${plural(taken.length, 'criterio que se toma', 'criterios que se toman')} de la otra`;
    need(this, '[data-taken]').replaceChildren(
      ...taken.map(({ criterionId, kind }) => {
        const item = document.createElement('li');
        const name = criteria.get(criterionId)?.name ?? 'criterio que esta versión no tiene';
        item.textContent = `${criterionId} ${name}${kind === 'joined' ? ' (se juntan las anotaciones)' : ''}`;
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
        new ConflictView(templates, conflict, criteria.get(conflict.criterionId), () => this.#showFigures()),
    );
    need(this, '[data-conflicts-section]').hidden = conflicts.length === 0;
    need(this, '[data-conflicts-lead]').textContent =
      `${plural(conflicts.length, 'criterio tiene', 'criterios tienen')} respuestas distintas. Se propone la más reciente; escoja la que vale.`;
    need(this, '[data-conflicts]').replaceChildren(...this.#views.map(({ root }) => root));
  }

  #showProfile({ profileConflicts }: Merge): void {
    const questions = new Map(pageData<{ id: string; question: string }[]>(this, 'conditions').map((c) => [c.id, c]));
    const words = (value: boolean): string => (value ? 'Sí' : 'No');
    need(this, '[data-profile-section]').hidden = profileConflicts.length === 0;
    need(this, '[data-profile]').replaceChildren(
      ...profileConflicts.map(({ conditionId, mine, theirs }) => {
        const template = need<HTMLTemplateElement>(this, '[data-profile-template]');
        const box = (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
        box.dataset['condition'] = conditionId;
        need(box, '[data-name]').textContent = questions.get(conditionId)?.question ?? conditionId;
        need(box, '[data-mine]').textContent = `${words(mine)}, como en la de este navegador`;
        need(box, '[data-theirs]').textContent = `${words(theirs)}, como en la otra`;
        for (const radio of box.querySelectorAll<HTMLInputElement>('input')) radio.name = `perfil-${conditionId}`;
        return box;
      }),
    );
  }

  /** The merged assessment as it would be now, with what has been decided so far. */
  #result(): Assessment {
    const [mine, theirs, merge] = [this.#mine, this.#theirs, this.#merge] as [Assessment, Assessment, Merge];
    const decisions = new Map(this.#views.map((view) => [view.root.dataset['conflict'] ?? '', view.decision]));
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
      answers: mergedAnswers(merge.items, decisions, new Date().toISOString()),
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

  async #accept(): Promise<void> {
    const [store, mine] = [this.#store, this.#mine] as [AssessmentStore, Assessment];
    const result = this.#result();
    try {
      const key = await store.replace(result, mine.revision, 'merged', new Date().toISOString());
      if (key === null) {
        // Another tab changed it in between: its notice brings the comparison up to date, and the person accepts again.
        const loaded = await store.load(mine.id);
        if (loaded) this.#mine = loaded.assessment;
        if (this.#theirs) this.#compare(this.#theirs);
        showNotice(need(this, '[data-file-notices]'), {
          happened: 'No se unió: la de este navegador acaba de cambiar en otra pestaña.',
          data: 'Ninguna de las dos cambió por esta página.',
          remedy: 'Revise de nuevo el resumen y oprima «Unir».',
        });
        return;
      }
      if (this.#receivedKey !== null) await store.discard(this.#receivedKey);
      this.#undoKey = key;
    } catch (error) {
      showOpenFault(need(this, '[data-notices]'), toStorageError(error));
      return;
    }
    const changed = Object.entries(result.answers).filter(([id, answer]) => {
      const before = Object.hasOwn(mine.answers, id) ? mine.answers[id] : undefined;
      return !before || !sameAnswer(before, answer);
    }).length;
    this.#follower?.tell();
    need(this, '[data-form]').hidden = true;
    need(this, '[data-done-text]').textContent = merged(changed);
    need(this, '[data-undo]').hidden = false;
    const done = need(this, '[data-done]');
    done.hidden = false;
    done.focus();
  }

  async #undo(): Promise<void> {
    const [store, theirs] = [this.#store, this.#theirs] as [AssessmentStore, Assessment];
    if (this.#undoKey === null) return;
    try {
      const now = new Date().toISOString();
      await store.restore(this.#undoKey, newId(), now);
      // What came to be merged is kept again: it was thrown away only because it was in the result.
      if (this.#receivedKey !== null) this.#receivedKey = await store.keep(theirs, 'received', now);
    } catch (error) {
      showOpenFault(need(this, '[data-notices]'), toStorageError(error));
      return;
    }
    this.#undoKey = null;
    this.#follower?.tell();
    const loaded = await store.load(this.#mine?.id ?? '');
    if (loaded) this.#mine = loaded.assessment;
    this.#compare(theirs);
    need(this, '[data-with]').textContent += ' La de este navegador quedó como estaba antes de unir.';
  }
}

customElements.define('gel-merge', GelMergeElement);
