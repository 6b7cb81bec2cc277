import { href, questionPath } from '../../../addresses.ts';
import { isolated } from '../../../kit/words/isolated.ts';
import {
  crossedLines,
  figuresText,
  gainedText,
  lostText,
  movedToPresent,
  nothingCrossed,
  readWith,
  strangersText,
  versionUnread,
} from '../../copy/versions.ts';
import type { Assessment } from '../../domain/assessment.ts';
import type { Instrument } from '../../../instrument/instrument.ts';
import { crossVersions, strangers, type CrossedCriterion } from '../../domain/version-crossing.ts';
import { need } from '../../../kit/browser/dom.ts';
import { earlierSections } from '../page/earlier-version.ts';
import { act } from '../page/start.ts';

function showList(place: HTMLElement, criteria: readonly CrossedCriterion[], addressOf: (id: string) => string): void {
  place.hidden = criteria.length === 0;
  need(place, 'ul').replaceChildren(
    ...crossedLines(criteria).map(({ id, text }) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = addressOf(id);
      link.textContent = id;
      item.append(link, ` ${isolated(text)}`);
      return item;
    }),
  );
}

/**
 * Says what the answers of another version lose and gain here, and what that does to the figures. Takes the page's
 * element, the assessment, the present instrument, and what leaves the assessment in the present version.
 */
export async function showCrossing(
  root: HTMLElement,
  assessment: Assessment,
  instrument: Instrument,
  moveTo: (present: { id: string; version: string }) => Promise<void>,
): Promise<void> {
  const { version } = assessment.instrument;
  const place = need(root, '[data-crossing]');
  const say = (name: string, text: string): void => {
    const paragraph = need(place, `[data-${name}]`);
    paragraph.textContent = text;
    paragraph.hidden = text === '';
  };
  const earlier = await earlierSections(root, version, instrument);
  place.hidden = false;
  if (!earlier) {
    say('lost', versionUnread);
    return;
  }
  const crossing = crossVersions(earlier, instrument.sections, assessment.answers);
  const [lost, gained] = [lostText(crossing), gainedText(crossing)];
  need(root, '[data-unknown-text]').textContent = [
    readWith(version, instrument.version),
    strangersText(strangers(crossing, instrument.sections, assessment.answers)),
  ]
    .filter((text) => text !== '')
    .join(' ');
  say('lost', lost === '' && gained === '' ? nothingCrossed : lost);
  say('gained', gained);
  say('figures', figuresText(crossing, version, instrument.version));
  const addressOf = (id: string): string => {
    const section = instrument.sections.find(({ criteria }) => criteria.some((criterion) => criterion.id === id));
    return href(questionPath(section?.id ?? '', id));
  };
  showList(need(place, '[data-lost-list]'), crossing.lost, addressOf);
  showList(need(place, '[data-gained-list]'), crossing.gained, addressOf);
  need(place, '[data-move-line]').hidden = assessment.closing !== null;
  need<HTMLButtonElement>(place, '[data-move]').onclick = () =>
    void act(need(root, '[data-notices]'), async () => {
      const { id, version: present } = instrument;
      await moveTo({ id, version: present });
      const done = need(root, '[data-moved]');
      done.textContent = movedToPresent(present);
      done.hidden = false;
      done.focus();
    });
}
