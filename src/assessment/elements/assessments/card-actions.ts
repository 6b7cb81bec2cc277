import { assessmentShort } from '../../copy/assessments.ts';
import { closedNow, closeAbout, labelTooLong, responsibleProblem } from '../../copy/closing.ts';
import { longDate } from '../../../kit/words/dates.ts';
import { isolated } from '../../../kit/words/isolated.ts';
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
  say(`Se guardó ${fileName} en su carpeta de descargas.`);
}

/** «Duplicar para otra fecha de corte». */
export async function duplicate(page: ListPage, assessment: Assessment): Promise<void> {
  const { carryPlan } = await page.plans();
  const date = await askDate(
    page.root,
    'duplicate',
    `Se copian las respuestas, observaciones, evidencias, plan y proyectos de ${assessmentShort(assessment)}. La original no cambia.`,
  );
  if (date === null) return;
  const { assessment: copy, told } = carryPlan(page.instrument, newCopy(page, assessment, date));
  await addCopy(page, copy, 'Se duplicó', told);
}

/** «Reabrir como copia». */
export function reopen(page: ListPage, assessment: Assessment): Promise<void> {
  return addCopy(page, newCopy(page, assessment, assessment.cutoffDate), 'Se reabrió como copia');
}

function newCopy(page: ListPage, assessment: Assessment, cutoffDate: string): Assessment {
  const label = freeLabel(page.list, assessment, cutoffDate);
  return copyOf(assessment, { id: newId(), now: new Date().toISOString(), cutoffDate, label });
}

async function addCopy(page: ListPage, copy: Assessment, what: string, more = ''): Promise<void> {
  if (!(await page.attempt(() => page.store.create(copy)))) return;
  await page.changed(copy.id);
  page.say(`${what}: ${assessmentShort(copy)}. La original no cambió.${more}`, async () => {
    if (!(await page.attempt(() => removeAssessment(page.store, copy.id, new Date().toISOString())))) return;
    await page.changed(copy.id);
    page.say('Se quitó la copia de la lista.');
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
  await renamed(label, label === '' ? 'Se quitó el nombre.' : `Ahora se llama «${isolated(label)}».`, () =>
    renamed(assessment.label, 'El nombre quedó como estaba.'),
  );
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
  page.say(
    closing
      ? closedNow(longDate(closing.date), closing.digest)
      : 'La versión no se cerró y nada cambió: ya no está en la lista, u otra pestaña la está cambiando. Revise la lista y vuelva a intentarlo.',
  );
}
