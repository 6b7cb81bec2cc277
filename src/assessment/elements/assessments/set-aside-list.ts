import { assessmentTitle } from '../../copy/assessments.ts';
import { recordTexts } from '../../copy/damage.ts';
import type { DocumentParts } from '../../copy/record-parts.ts';
import { longDate } from '../../../kit/words/dates.ts';
import {
  ofClosedVersion,
  placeName,
  setAsideLine,
  setAsideSummary,
  unreadable,
  withoutAssessment,
} from '../../copy/set-aside.ts';
import { statusName } from '../../copy/terms.ts';
import { statusOf } from '../../domain/answer.ts';
import type { Assessment } from '../../domain/assessment.ts';
import type { Section } from '../../../instrument/instrument.ts';
import { answerFromFile } from '../../file/assessment-file.ts';
import { canComeBack, type SetAside } from '../../storage/set-aside.ts';
import { answerTexts, termsAndTexts } from '../page/answer-texts.ts';
import { need } from '../../../kit/browser/dom.ts';

export interface SetAsideActions {
  takeBack: (record: SetAside) => void;
  save: (record: SetAside) => void;
  throwAway: (record: SetAside) => void;
}

interface Context {
  readonly list: readonly Assessment[];
  readonly sections: readonly Section[];
  /** How the places of a plan's records are named, where there are some. */
  readonly parts: DocumentParts | undefined;
}

/** Shows what is set aside, each with what it says and its ways out. Takes the `[data-set-aside]` details. */
export function showSetAside(
  place: HTMLElement,
  records: readonly SetAside[],
  context: Context,
  actions: SetAsideActions,
): void {
  place.hidden = records.length === 0;
  need(place, '[data-set-aside-summary]').textContent = setAsideSummary(records.length);
  need(place, '[data-set-aside-list]').replaceChildren(...records.map((record) => itemOf(record, context, actions)));
}

function itemOf(record: SetAside, context: Context, actions: SetAsideActions): HTMLElement {
  const { list } = context;
  const item = document.createElement('li');
  item.dataset['owner'] = `aside-${record.key}`;
  const assessment = list.find(({ id }) => id === record.assessmentId);
  const of = assessment ? `, ${assessmentTitle(assessment)}, ${longDate(assessment.cutoffDate)}` : '';
  const name = `${placeName(record.place)}${of}`;
  const obstacle = obstacleOf(record, assessment);
  const text = document.createElement('p');
  text.textContent = setAsideLine(name, record.found, obstacle);
  const content = document.createElement('dl');
  content.className = 'facts';
  content.append(...contentOf(record, context));
  const line = document.createElement('p');
  line.className = 'actions';
  const offered: [string, string, () => void][] = [
    ...(obstacle === ''
      ? [['Recuperar', 'take-back', () => actions.takeBack(record)] as [string, string, () => void]]
      : []),
    ['Guardar en un archivo', 'save', () => actions.save(record)],
    ['Borrar del todo', 'throw-away', () => actions.throwAway(record)],
  ];
  line.append(
    ...offered.map(([label, action, run]) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button small quiet';
      button.dataset['asideAction'] = action;
      button.textContent = label;
      button.setAttribute('aria-label', `${label}: ${name}`);
      button.addEventListener('click', run);
      return button;
    }),
  );
  item.append(text, content, line);
  return item;
}

/** Why a record cannot be put back, or ''. */
function obstacleOf(record: SetAside, assessment: Assessment | undefined): string {
  if (!canComeBack(record)) return unreadable;
  if (!assessment) return withoutAssessment;
  return assessment.closing ? ofClosedVersion : '';
}

/** What a record says, as terms and texts. */
function contentOf({ place, raw }: SetAside, { sections, parts }: Context): HTMLElement[] {
  const decoded = place.includes(':') ? null : answerFromFile(raw);
  if (decoded?.ok) {
    const criterion = sections.flatMap(({ criteria }) => criteria).find(({ id }) => id === place);
    const met = decoded.value.met.map((id) => criterion?.checks.find((check) => check.id === id)?.text ?? id);
    return [
      ...termsAndTexts([
        ['Decía', criterion ? statusName[statusOf(criterion, decoded.value)] : ''],
        ['Cumplidas', met.join('\n')],
      ]),
      ...answerTexts(decoded.value),
    ];
  }
  return termsAndTexts(recordTexts(place, raw, parts));
}
