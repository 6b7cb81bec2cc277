import { assessmentShort } from '../../copy/assessments.ts';
import { closedNow, closeAbout, labelTooLong, responsibleProblem } from '../../copy/closing.ts';
import { savedInDownloads } from '../../copy/copies.ts';
import { copied, copyTakenOut, duplicateAbout, labelAsBefore, labelText, notClosed } from '../../copy/list-actions.ts';
import { longDate } from '../../../kit/words/dates.ts';
import { copyOf, freeLabel, type Assessment } from '../../domain/assessment.ts';
import { score } from '../../domain/scoring.ts';
import { part } from '../../../kit/browser/part.ts';
import { LIMITS } from '../../file/schema.ts';
import { closeVersion } from '../page/close-version.ts';
import { downloadBytes } from '../../../kit/browser/download.ts';
import { newId } from '../../../kit/browser/new-id.ts';
import { askDate, askText } from './dialogs.ts';
import type { ListPage } from './list-page.ts';
import { removeAssessment } from '../../storage/kept.ts';
import { saveLabel } from '../../storage/header-saving.ts';

/** «Guardar como libro de Excel». */
export async function saveBook({ instrument, say }: ListPage, assessment: Assessment): Promise<void> {
  const { assessmentWorkbook, workbookFileName, WORKBOOK_TYPE } = await part(
    () => import('../../workbook/assessment-workbook.ts'),
  );
  const fileName = workbookFileName(assessment);
  downloadBytes(fileName, await assessmentWorkbook(instrument, assessment), WORKBOOK_TYPE);
  say(savedInDownloads(fileName));
}

/** «Duplicar para otra fecha de corte». */
export async function duplicate(page: ListPage, assessment: Assessment): Promise<void> {
  const { carryPlan } = await page.plans();
  const date = await askDate(page.root, 'duplicate', duplicateAbout(assessment));
  if (date === null) return;
  const { assessment: copy, told } = carryPlan(page.instrument, newCopy(page, assessment, date));
  await addCopy(page, copy, 'duplicated', told);
}

/** «Reabrir como copia». */
export function reopen(page: ListPage, assessment: Assessment): Promise<void> {
  return addCopy(page, newCopy(page, assessment, assessment.cutoffDate), 'reopened');
}

function newCopy(page: ListPage, assessment: Assessment, cutoffDate: string): Assessment {
  const label = freeLabel(page.list, assessment, cutoffDate);
  return copyOf(assessment, { id: newId(), now: new Date().toISOString(), cutoffDate, label });
}

async function addCopy(page: ListPage, copy: Assessment, way: 'duplicated' | 'reopened', told = ''): Promise<void> {
  if (!(await page.attempt(() => page.store.create(copy)))) return;
  await page.changed(copy.id);
  page.say(copied(way, copy, told), async () => {
    if (!(await page.attempt(() => removeAssessment(page.store, copy.id, new Date().toISOString())))) return;
    await page.changed(copy.id);
    page.say(copyTakenOut);
  });
}

/** «Ponerle un nombre». */
export async function rename(page: ListPage, assessment: Assessment): Promise<void> {
  const label = await askText(page.root, 'rename', {
    about: '',
    text: assessment.label,
    wrong: (text) => (text.length > LIMITS.label ? labelTooLong(text.length) : ''),
  });
  if (label === null || label === assessment.label) return;
  const renamed = async (to: string, text: string, undo?: () => Promise<void>): Promise<void> => {
    if (!(await page.attempt(() => saveLabel(page.store, assessment.id, to, new Date().toISOString())))) return;
    await page.changed(assessment.id);
    page.say(text, undo);
  };
  await renamed(label, labelText(label), () => renamed(assessment.label, labelAsBefore));
}

/** «Cerrar esta versión». */
export async function closeAssessment(page: ListPage, assessment: Assessment): Promise<void> {
  const pending = score(page.instrument.sections, assessment.answers).reduce(
    (sum, { counts }) => sum + counts.pending,
    0,
  );
  const { name, position } = assessment.entity.contact;
  const responsible = await askText(page.root, 'close', {
    about: closeAbout(assessmentShort(assessment), pending),
    text: [name, position].filter((part) => part !== '').join(', '),
    wrong: responsibleProblem,
  });
  if (responsible === null) return;
  const done = await page.attempt(() => closeVersion(page.store, assessment.id, responsible));
  if (!done) return;
  await page.changed(assessment.id);
  const closing = done.value?.closing;
  page.say(closing ? closedNow(longDate(closing.date), closing.digest) : notClosed);
}
