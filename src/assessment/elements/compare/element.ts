import { assessmentShort, instrumentName } from '../../copy/assessments.ts';
import {
  chooseBoth,
  comparisonTitle,
  cutoffNames,
  foreignChecks,
  noneEarlier,
  otherEntity,
  otherInstrument,
  reversed,
  sameTwice,
  sideMissing,
  sideName,
} from '../../copy/comparison.ts';
import type { Assessment, AssessmentHeader } from '../../domain/assessment.ts';
import { compareAssessments, type Comparison } from '../../domain/comparison.ts';
import type { Instrument } from '../../../instrument/instrument.ts';
import { previousOf, progressOf } from '../../domain/progress.ts';
import { isSameEntity } from '../../domain/same-entity.ts';
import { once, part } from '../../../kit/browser/part.ts';
import type { EarlierVersions } from '../../../instrument/earlier-version.ts';
import type { AssessmentStore, Damage, Loaded } from '../../storage/assessment-store.ts';
import { toStorageError } from '../../storage/database.ts';
import { openNotices } from '../../../kit/browser/notices.ts';
import { need, pageData } from '../../../kit/browser/dom.ts';
import { showOpenFault } from '../page/notice.ts';
import { keepUntilItWorks, withdraw } from '../page/standing-fault.ts';
import { showDamage } from '../page/show-damage.ts';
import { act, show, start } from '../page/start.ts';
import { showNotice } from '../../../kit/browser/notice-box.ts';
import { openAssessment } from '../page/open-assessment.ts';
import type { ChangesView } from './changes-view.ts';
import { showPhases } from './phases-view.ts';
import type { ProgressView } from './progress-view.ts';
import { resultsLink } from './results-link.ts';
import { SidesView, type Side, type Sides } from './sides-view.ts';
import { parameterIn, withParameters } from '../../../kit/browser/fragment.ts';

/** The address parameters of both sides. */
const PARAMETERS: Readonly<Record<Side, string>> = { before: 'antes', after: 'despues' };

/** Everything of the browser's database that the page shows, read at one time. */
interface Reading {
  readonly headers: readonly AssessmentHeader[];
  readonly loaded: ReadonlyMap<string, Loaded>;
  readonly damage: readonly Damage[];
}

/**
 * `<gel-compare>`: two of this browser's assessments side by side, and all of one entity over time. Every figure comes
 * from one `compareAssessments()` and one `progressOf()`.
 */
export class GelCompareElement extends HTMLElement {
  #sides: Sides = { before: null, after: null };
  #reading: Reading | undefined;
  #sidesView: SidesView | undefined;
  #changesView: ChangesView | undefined;
  readonly #progressView = once(
    async (): Promise<ProgressView> => new (await part(() => import('./progress-view.ts'))).ProgressView(this),
  );
  #isAddressRead = false;
  #lastRead = 0;

  connectedCallback(): void {
    void start(this, async () => {
      const opened = await openAssessment(this);
      if (!opened) return;
      const { store, loaded } = opened;
      const inHand = loaded.assessment.id;
      opened.copyLine.copies(() => this.#reading?.loaded.get(inHand)?.assessment ?? loaded.assessment);
      const changes = await part(() => import('./changes-view.ts'));
      this.#changesView = new changes.ChangesView(this);
      this.#sidesView = new SidesView(need(this, '[data-sides]'), (sides) => {
        this.#sides = sides;
        void act(need(this, '[data-side-notices]'), () => Promise.resolve(this.#show(store, inHand)));
      });
      for (const button of this.querySelectorAll('[data-print]')) {
        button.addEventListener('click', () => window.print());
      }
      openNotices(() => void start(this, () => this.#read(store, inHand)));
      await this.#read(store, inHand);
    });
  }

  /** Reads every assessment of this browser and shows the comparison; the last reading wins. */
  async #read(store: AssessmentStore, inHand: string): Promise<void> {
    const turn = ++this.#lastRead;
    const place = need(this, '[data-notices]');
    try {
      const { headers, damage } = await store.list();
      const loaded = new Map<string, Loaded>();
      for (const each of await Promise.all(headers.map(({ id }) => store.load(id)))) {
        if (each) loaded.set(each.assessment.id, each);
      }
      if (turn !== this.#lastRead) return;
      this.#reading = { headers: headers.filter(({ id }) => loaded.has(id)), loaded, damage };
      withdraw(place, 'read');
    } catch (error) {
      keepUntilItWorks(place, 'read', showOpenFault(place, toStorageError(error)));
      return;
    }
    this.#show(store, inHand);
  }

  #show(store: AssessmentStore, inHand: string): void {
    const { headers, loaded, damage } = this.#reading ?? { headers: [], loaded: new Map<string, Loaded>(), damage: [] };
    const notices = need(this, '[data-side-notices]');
    notices.replaceChildren();
    const isMissing = this.#settleSides(headers, inHand);
    const isOnlyOne = headers.length < 2;
    need(this, '[data-only-one]').hidden = !isOnlyOne;
    if (isOnlyOne) this.#sidesView?.hide();
    else this.#sidesView?.show(headers, this.#sides);

    const before = loaded.get(this.#sides.before ?? '')?.assessment;
    const after = loaded.get(this.#sides.after ?? '')?.assessment;
    const history = after
      ? [...loaded.values()].filter(({ assessment }) => isSameEntity(assessment.entity, after.entity))
      : [];
    const shown = new Set([...history.map(({ assessment }) => assessment.id), before?.id]);
    // What is damaged in the assessment in hand was told when the page opened it.
    const answers = [...loaded.values()].filter(({ assessment: { id } }) => shown.has(id) && id !== inHand);
    const nameOf = (id: string): string => {
      const assessment = loaded.get(id)?.assessment;
      return assessment ? assessmentShort(assessment) : '';
    };
    showDamage(notices, [...damage, ...answers.flatMap((each) => each.damage)], store, nameOf);
    if (isMissing) showNotice(notices, sideMissing);

    const comparison =
      before && after && before.id !== after.id ? compareAssessments(this.#instrument(), before, after) : undefined;
    this.#showMessages(isOnlyOne ? [] : this.#messages(headers, before, after, comparison));
    if (before && after && comparison) {
      void show(need(this, '[data-across-faults]'), () => this.#sayAcross(before, after));
    }
    need(this, '[data-report]').hidden = !comparison;
    this.#writeAddress();
    if (!before || !after || !comparison) return;
    this.#showFacts(before, after);
    showPhases(this, comparison);
    this.#changesView?.show(comparison, after.id);
    const progress = progressOf(
      this.#instrument(),
      history.map(({ assessment }) => assessment),
    );
    // After the comparison itself: the history stands at the foot of the page.
    void show(need(this, '[data-history-notices]'), async () => (await this.#progressView()).show(progress));
  }

  #instrument(): Instrument {
    return pageData<Instrument>(this, 'instrument');
  }

  /**
   * Takes the sides from the address the first time, and the rest from what is in hand: it is «Después», and the one
   * before it of the same entity is «Antes». Says whether the address, or an earlier choice, named one that is not here.
   */
  #settleSides(headers: readonly AssessmentHeader[], inHand: string): boolean {
    const isHere = (id: string | null): boolean => id === null || headers.some((header) => header.id === id);
    if (this.#isAddressRead) {
      const { before, after } = this.#sides;
      this.#sides = { before: isHere(before) ? before : null, after: isHere(after) ? after : null };
      return !isHere(before) || !isHere(after);
    }
    this.#isAddressRead = true;
    const [before, after] = [parameterIn(location, PARAMETERS.before), parameterIn(location, PARAMETERS.after)];
    const chosen = after ?? inHand;
    const one = headers.find(({ id }) => id === chosen);
    this.#sides = {
      before: before === null ? ((one && previousOf(one, headers)?.id) ?? null) : isHere(before) ? before : null,
      after: one?.id ?? null,
    };
    return !isHere(before) || !isHere(after);
  }

  #messages(
    headers: readonly AssessmentHeader[],
    before: Assessment | undefined,
    after: Assessment | undefined,
    comparison: Comparison | undefined,
  ): string[] {
    if (!before || !after) return [after && previousOf(after, headers) === null ? noneEarlier : chooseBoth];
    if (!comparison) return [sameTwice];
    const instrument = this.#instrument();
    const others = [
      comparison.before.isOtherInstrument ? sideName.before : '',
      comparison.after.isOtherInstrument ? sideName.after : '',
    ].filter((name) => name !== '');
    const foreign = [...new Set([...comparison.before.unknownChecks, ...comparison.after.unknownChecks])];
    return [
      isSameEntity(before.entity, after.entity) ? '' : otherEntity(before.entity.name, after.entity.name),
      before.cutoffDate > after.cutoffDate ? reversed : '',
      others.length > 0 ? otherInstrument(others, instrumentName(instrument)) : '',
      foreign.length > 0 ? foreignChecks(foreign) : '',
    ].filter((message) => message !== '');
  }

  /** Where the sides are of two versions of the instrument: says in which criteria a change may be the instrument's. */
  async #sayAcross(before: Assessment, after: Assessment): Promise<void> {
    const [was, is] = [before.instrument.version, after.instrument.version];
    const known = [this.#instrument().version, ...Object.keys(pageData<EarlierVersions>(this, 'earlier'))];
    if (was === is || !known.includes(was) || !known.includes(is)) return;
    const { acrossText } = await part(() => import('./across.ts'));
    const text = await acrossText(this, [was, is], this.#instrument());
    const { before: one, after: other } = this.#sides;
    if (text === '' || one !== before.id || other !== after.id) return;
    const place = document.createElement('p');
    place.className = 'notice';
    place.dataset['across'] = '';
    place.textContent = text;
    // The page may have been shown again meanwhile, and this with it.
    this.querySelector('[data-across]')?.remove();
    need(this, '[data-messages]').append(place);
  }

  #showMessages(messages: readonly string[]): void {
    need(this, '[data-messages]').replaceChildren(
      ...messages.map((message) => {
        const place = document.createElement('p');
        place.className = 'notice';
        place.textContent = message;
        return place;
      }),
    );
  }

  /** Puts both sides into the address, so that the page shows the same after a reload. */
  #writeAddress(): void {
    const { before, after } = this.#sides;
    const sides = { [PARAMETERS.before]: before, [PARAMETERS.after]: after };
    history.replaceState(history.state, '', withParameters(location.href, sides));
  }

  /** What is compared, on the screen and on paper; the entity and the dates go into the title, and into a file's name. */
  #showFacts(before: Assessment, after: Assessment): void {
    const [nameBefore = '', nameAfter = ''] = cutoffNames([before, after]);
    const isOne = isSameEntity(before.entity, after.entity);
    const withEntity = (name: string, { entity }: Assessment): string => (isOne ? name : `${name} · ${entity.name}`);
    need(this, '[data-fact-entity]').hidden = !isOne;
    need(this, '[data-entity]').hidden = !isOne;
    need(this, '[data-entity]').textContent = after.entity.name;
    need(this, '[data-fact-before]').replaceChildren(resultsLink(before.id, withEntity(nameBefore, before)));
    need(this, '[data-fact-after]').replaceChildren(resultsLink(after.id, withEntity(nameAfter, after)));
    document.title = comparisonTitle(before, after);
  }
}

customElements.define('gel-compare', GelCompareElement);

declare global {
  interface HTMLElementTagNameMap {
    'gel-compare': GelCompareElement;
  }
}
