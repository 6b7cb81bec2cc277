import { href, questionPath } from '../../../addresses.ts';
import { remainingChart, remainingTable } from '../../charts/remaining.ts';
import { copied, textSelected } from '../../../guide/copy/copying.ts';
import { answeredText, ceilingText, gainText, instrumentName, pageTitle } from '../../copy/assessments.ts';
import {
  allPriorities,
  noPriorities,
  otherInstrument,
  outcomeText,
  partialText,
  signedBy,
  strangersTexts,
} from '../../copy/results-page.ts';
import { anatomyText } from '../../copy/anatomy.ts';
import { longDate, longInstant } from '../../../kit/words/dates.ts';
import { isolated } from '../../../kit/words/isolated.ts';
import { resultRow } from '../../copy/results.ts';
import type { Assessment } from '../../domain/assessment.ts';
import { toNumber } from '../../../kit/values/fraction.ts';
import type { Instrument, Section } from '../../../instrument/instrument.ts';
import type { Priority } from '../../domain/priorities.ts';
import { resultsOf, type Results, type SectionResult } from '../../domain/results.ts';
import type { SectionScore } from '../../domain/scoring.ts';
import { part } from '../../../kit/browser/part.ts';
import type { CopyLine } from '../copy-line/copy-line.ts';
import { need, pageData } from '../../../kit/browser/dom.ts';
import { Follower } from '../page/follow.ts';
import { show, start } from '../page/start.ts';
import { openAssessment } from '../page/open-assessment.ts';
import { ChartView } from './chart-view.ts';
import { ExportView } from './export-view.ts';
import { saveInstrument } from '../../storage/header-saving.ts';
import { withAssessment } from '../page/keep-assessment.ts';

/** How many rows «Qué hacer primero» shows before the person asks for all. */
const FIRST_PRIORITIES = 10;

/** `<gel-results>`: the results of one assessment. Every figure comes from one `score()` of it. */
export class GelResultsElement extends HTMLElement {
  #assessment: Assessment | undefined;
  #showAllPriorities = false;
  #chart: ChartView | undefined;
  /** Leaves the stored assessment in another version of the instrument, and shows it. */
  #moveTo: (present: { id: string; version: string }) => Promise<void> = () => Promise.resolve();

  connectedCallback(): void {
    void start(this, async () => {
      const opened = await openAssessment(this);
      if (!opened) return;
      const { store, loaded, copyLine } = opened;
      const follower = new Follower({
        element: this,
        store,
        id: loaded.assessment.id,
        isBusy: () => false,
        apply: ({ assessment }) => {
          copyLine.saved(assessment);
          this.#show(assessment);
        },
      });
      copyLine.copies(() => this.#assessment ?? loaded.assessment);
      this.#moveTo = async (present) => {
        await saveInstrument(store, loaded.assessment.id, present, new Date().toISOString());
        follower.tell();
        const moved = await store.load(loaded.assessment.id);
        if (!moved) return;
        copyLine.saved(moved.assessment);
        this.#show(moved.assessment);
      };
      this.#listen(copyLine);
      this.#show(loaded.assessment);
    });
  }

  #listen(copyLine: CopyLine): void {
    for (const button of this.querySelectorAll('[data-print]')) button.addEventListener('click', () => window.print());
    new ExportView(this, () => this.#assessment as Assessment, copyLine);
    need(this, '[data-all-priorities]').addEventListener('click', () => {
      this.#showAllPriorities = true;
      if (this.#assessment) this.#show(this.#assessment);
      need(this, '[data-priorities]').focus();
    });
    for (const details of this.querySelectorAll<HTMLDetailsElement>('[data-anatomy]')) {
      need(details, '[data-copy]').addEventListener('click', () => void this.#copy(details));
    }
    // On paper every account is open.
    let opened: HTMLDetailsElement[] = [];
    window.addEventListener('beforeprint', () => {
      opened = [...this.querySelectorAll<HTMLDetailsElement>('[data-anatomy]:not([open])')];
      for (const details of opened) details.open = true;
    });
    window.addEventListener('afterprint', () => {
      for (const details of opened) details.open = false;
    });
  }

  #show(assessment: Assessment): void {
    this.#assessment = assessment;
    const instrument = pageData<Instrument>(this, 'instrument');
    const results = resultsOf(instrument, assessment);
    const { phases, pending } = results;

    this.#showEntity(assessment);
    need(this, '[data-outcome]').textContent = outcomeText(pending);
    need(this, '[data-cutoff]').textContent = longDate(assessment.cutoffDate);
    need(this, '[data-instrument]').textContent = instrumentName(instrument);
    need(this, '[data-modified]').textContent = longInstant(assessment.modified);
    need(this, '[data-partial]').textContent = partialText(pending);
    for (const each of phases) this.#showPhase(each, assessment);
    this.#showPreparation(results.preparation);
    this.#showRemaining(
      phases.map(({ section }) => section),
      phases.map((each) => each.score),
    );
    this.#showPriorities(results.priorities, instrument);
    for (const each of results.sections) this.#showAnatomy(each, assessment, instrument);
    this.#showUnknown(assessment, results, instrument);
    void show(need(this, '[data-closing-notices]'), () => this.#showClosing(assessment));
    need(this, '[data-report]').hidden = false;
    this.#chart ??= new ChartView(this);
    void this.#chart.show(
      remainingChart(
        phases.map(({ section }) => section),
        phases.map((each) => each.score),
      ),
    );
  }

  async #showClosing(assessment: Assessment): Promise<void> {
    const place = need(this, '[data-closing]');
    if (!assessment.closing && place.hidden) return;
    await (await part(() => import('./closing-view.ts'))).showClosing(this, assessment);
  }

  /** Who it is about, as far as the person said it; the name goes into the title, and with it into a printed file's. */
  #showEntity(assessment: Assessment): void {
    const { entity } = assessment;
    const rows: [string, string][] = [
      ['Sigla', entity.acronym],
      ['NIT', entity.nit],
      ['Orden', entity.order === 'nacional' ? 'Nacional' : 'Territorial'],
      ['Responsable', [entity.contact.name, entity.contact.position].filter((part) => part !== '').join(', ')],
    ];
    need(this, '[data-entity]').textContent = isolated(entity.name);
    for (const old of this.querySelectorAll('[data-facts] [data-more]')) old.remove();
    need(this, '[data-entity]').after(
      ...rows
        .filter(([, value]) => value !== '')
        .flatMap(([name, value]) => {
          const term = document.createElement('dt');
          term.textContent = name;
          term.dataset['more'] = '';
          const detail = document.createElement('dd');
          detail.textContent = isolated(value);
          detail.dataset['more'] = '';
          return [term, detail];
        }),
    );
    document.title = pageTitle('Resultados', assessment);
    need(this, '[data-sign]').textContent = signedBy(entity.contact);
  }

  #showPhase(result: SectionResult, { entity }: Assessment): void {
    const { section, score: each } = result;
    const shown = resultRow(result);
    const row = need(this, `[data-phase="${section.id}"]`);
    need(row, '[data-percent]').textContent = shown.percent;
    need(row, '[data-ceiling]').textContent = shown.ceiling || '—';
    need(row, '[data-answered]').textContent = shown.answered;
    for (const span of row.querySelectorAll<HTMLElement>('[data-order]')) {
      span.hidden = span.dataset['order'] !== entity.order;
    }
    const cell = need(row, '[data-state]');
    cell.textContent = shown.state;
    cell.dataset['state'] = result.state ?? '';
    const column = need<SVGRectElement>(this, `[data-column="${section.id}"]`);
    const { base = '0', span = '0' } = column.dataset;
    const height = each.percent === null ? 0 : (Number(span) * toNumber(each.percent)) / 100;
    column.setAttribute('height', String(height));
    column.setAttribute('y', String(Number(base) - height));
  }

  #showPreparation(result: SectionResult | null): void {
    const place = this.querySelector('[data-preparation]');
    if (!place || !result) return;
    const shown = resultRow(result);
    need(place, '[data-percent]').textContent = shown.percent;
    need(place, '[data-ceiling]').textContent = shown.ceiling ? `(${ceilingText(shown.ceiling)})` : '';
    need(place, '[data-answered]').textContent = answeredText(result.score.answered, result.score.total);
  }

  #showRemaining(sections: readonly Section[], scores: readonly SectionScore[]): void {
    const { rows } = remainingTable(remainingChart(sections, scores));
    need(this, '[data-remaining]').replaceChildren(
      ...rows.map((cells) => {
        const row = document.createElement('tr');
        cells.forEach((text, index) => {
          const cell = document.createElement(index === 0 ? 'th' : 'td');
          if (index === 0) cell.setAttribute('scope', 'row');
          else cell.className = 'number';
          cell.textContent = text;
          row.append(cell);
        });
        return row;
      }),
    );
  }

  #showPriorities(list: readonly Priority[], instrument: Instrument): void {
    const none = need(this, '[data-no-priorities]');
    none.hidden = list.length > 0;
    none.textContent = noPriorities;
    need(this, '[data-priorities]').hidden = list.length === 0;
    const more = need(this, '[data-all-priorities]');
    more.hidden = this.#showAllPriorities || list.length <= FIRST_PRIORITIES;
    more.textContent = allPriorities(list.length);
    need(this, '[data-priority-rows]').replaceChildren(
      ...list.map((each, index) => {
        const row = this.#priorityRow(each, instrument);
        // Beyond the first ones rows wait for the button on the screen; on paper all are there.
        row.toggleAttribute('data-beyond', !this.#showAllPriorities && index >= FIRST_PRIORITIES);
        return row;
      }),
    );
  }

  #priorityRow(each: Priority, instrument: Instrument): HTMLElement {
    const row = document.createElement('tr');
    const head = document.createElement('th');
    head.setAttribute('scope', 'row');
    const link = document.createElement('a');
    link.href = withAssessment(href(questionPath(each.sectionId, each.criterionId)), this.#assessment?.id ?? '');
    link.textContent = `${each.criterionId} ${each.name}`;
    head.append(link);
    const chips = need<HTMLTemplateElement>(this, '[data-status-template]').content;
    const chip = need(chips, `[data-status="${each.status}"]`).cloneNode(true) as HTMLElement;
    const status = document.createElement('td');
    status.dataset['label'] = 'Estado';
    status.append(chip, ` ${each.checksMet} de ${each.checks}`);
    const gain = document.createElement('td');
    gain.className = 'number';
    gain.dataset['label'] = 'Aporte a su fase';
    gain.textContent = gainText(each.gain);
    const deadline = document.createElement('td');
    const phase = instrument.sections.find(({ id }) => id === each.sectionId);
    deadline.dataset['label'] = 'Plazo';
    deadline.textContent = each.deadline ? `${longDate(each.deadline.date)} (${phase?.shortName ?? ''})` : '';
    row.append(head, status, gain, deadline);
    return row;
  }

  #showAnatomy({ section, score: each }: SectionResult, assessment: Assessment, instrument: Instrument): void {
    need(this, `[data-anatomy="${section.id}"] pre`).textContent = anatomyText({
      section,
      score: each,
      answers: assessment.answers,
      entityName: assessment.entity.name,
      cutoffDate: assessment.cutoffDate,
      instrument,
      // Where it is read, whatever the site is called elsewhere.
      ruleUrl: new URL(this.dataset['rulePath'] ?? '', location.href).href,
    });
  }

  #showUnknown(assessment: Assessment, results: Results, instrument: Instrument): void {
    const { instrument: answered } = assessment;
    const { unknownAnswers: criteria, unknownChecks: checks } = results;
    const sentences = [
      ...(results.isOtherInstrument ? [otherInstrument(answered, instrument)] : []),
      ...strangersTexts(criteria, checks),
    ];
    need(this, '[data-unknown]').hidden = sentences.length === 0;
    need(this, '[data-unknown-text]').textContent = sentences.join(' ');
    need(this, '[data-crossing]').hidden = true;
    const { version } = answered;
    if (!results.isOtherInstrument || !Object.hasOwn(pageData<object>(this, 'earlier'), version)) return;
    void show(need(this, '[data-crossing-faults]'), async () => {
      const { showCrossing } = await part(() => import('./version-view.ts'));
      await showCrossing(this, assessment, instrument, this.#moveTo);
    });
  }

  async #copy(details: HTMLDetailsElement): Promise<void> {
    const text = need(details, 'pre');
    const outcome = need(details, '[data-copied]');
    try {
      await navigator.clipboard.writeText(text.textContent ?? '');
      outcome.textContent = copied;
    } catch {
      // A browser without the clipboard, or that refuses it: select the text, so that the keyboard can copy it.
      getSelection()?.selectAllChildren(text);
      outcome.textContent = textSelected;
    }
  }
}

customElements.define('gel-results', GelResultsElement);

declare global {
  interface HTMLElementTagNameMap {
    'gel-results': GelResultsElement;
  }
}
