import type { Assessment } from '../../assessment/domain/assessment.ts';
import type { Instrument } from '../../instrument/instrument.ts';
import type { PlanCheck } from '../domain/plan-check.ts';
import type { Planning } from '../domain/planning.ts';
import { closedText } from '../../assessment/copy/closing.ts';
import { longDate } from '../../kit/words/dates.ts';
import { LABEL_END, type DocumentBlock, type DocumentModel } from './document-model.ts';
import { isolated } from '../../kit/words/isolated.ts';
import { checkTitle } from '../copy/planning.ts';
import type { PlainField } from '../fields/field.ts';
import { showPesos, type Cents } from '../../kit/values/money.ts';

/** What both documents and their letters say alike. */

export const VIGENCIA = 'vigencia 2010';
export const VIGENCIA_FIRST = 'Vigencia 2010';
export const PLAN_TITLE = 'Plan de Acción de Gobierno en Línea';
export const PROJECTS_TITLE = 'Proyectos de Sistemas de Información';

/** What stands where the document needs a text that nobody has written. */
export const UNWRITTEN = 'Sin escribir';

/** Takes what a person wrote; gives it as a document holds it: one kind of line break, and no tab, which ends a label. */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll(LABEL_END, ' ').trim();
}

/** Takes what a person wrote; gives it, or `UNWRITTEN`. */
export function writtenText(text: string): string {
  return plainText(text) || UNWRITTEN;
}

/** A line with its name: «Meta: …». */
export function labelled(label: string, text: string): string {
  return `${label}:${LABEL_END}${text}`;
}

/** A line with its name where a person wrote it, none where not. */
export function labelledIfWritten(label: string, text: string): string[] {
  const plain = plainText(text);
  return plain === '' ? [] : [labelled(label, plain)];
}

/** «1 de noviembre de 2009», or `UNWRITTEN`. */
export function dayText(date: string): string {
  return date === '' ? UNWRITTEN : longDate(date);
}

/** What a field says, as plain words; '' where it is blank. */
export function fieldText({ kind }: PlainField, value: string | Cents | null): string {
  if (value === null || value === '') return '';
  if (typeof value === 'bigint') return showPesos(value);
  return kind === 'date' ? longDate(value) : plainText(value);
}

type Facts = Extract<DocumentBlock, { kind: 'facts' }>['facts'];

/** Whose document it is, of what day, and with what it was made. */
export function entityFacts({ entity, cutoffDate, closing }: Assessment, instrument: Instrument): Facts {
  return [
    ['Entidad', writtenText(entity.name)],
    ...(plainText(entity.acronym) === '' ? [] : [['Sigla', plainText(entity.acronym)] as const]),
    ['NIT', writtenText(entity.nit)],
    ['Orden', entity.order === 'nacional' ? 'Nacional' : 'Territorial'],
    ['Fecha de corte', longDate(cutoffDate)],
    ['Instrumento', `${instrument.id}, versión ${instrument.version}`],
    ...(closing === null
      ? []
      : [
          ['Versión', closedText(longDate(closing.date), plainText(closing.responsible))] as const,
          ['Huella SHA-256', closing.digest] as const,
        ]),
  ];
}

/** The running head, the signatures and the origin of a document of this assessment. */
export function framing({
  assessment,
  instrument,
}: Pick<Planning, 'assessment' | 'instrument'>): Pick<DocumentModel, 'runningHead' | 'signatures' | 'origin'> {
  const { entity, cutoffDate, modified } = assessment;
  const name = isolated(plainText(entity.name));
  return {
    runningHead: `${name} · Corte: ${longDate(cutoffDate)} · Instrumento ${instrument.id}, versión ${instrument.version}`,
    signatures: [
      { role: 'Elaboró', name: plainText(entity.contact.name), position: plainText(entity.contact.position) },
      { role: 'Aprobó', name: '', position: '' },
    ],
    origin: { author: name, modified },
  };
}

/** «12 de 18»: what the check found, of one numeral where it is given. */
function checkCount({ items, satisfied, total }: PlanCheck, numeral?: 1 | 2): string {
  if (numeral === undefined) return `${satisfied} de ${total}`;
  const own = items.filter((item) => item.numeral === numeral);
  return `${own.filter(({ gaps }) => gaps.length === 0).length} de ${own.length}`;
}

/** How the document stands against the circular, and what of its numeral is still missing. */
export function checkBlocks(check: PlanCheck, numeral: 1 | 2): DocumentBlock[] {
  const lacking = check.items.filter((item) => item.numeral === numeral && item.gaps.length > 0);
  const outcome = `El plan y los proyectos cumplen ${checkCount(check)} puntos de la circular. Numeral 1, plan de acción: ${checkCount(check, 1)}. Numeral 2, proyectos: ${checkCount(check, 2)}.`;
  return [
    { kind: 'heading', level: 2, text: 'Revisión contra la circular' },
    { kind: 'paragraph', text: outcome },
    ...(lacking.length === 0
      ? []
      : [
          { kind: 'paragraph', text: `Del numeral ${numeral} falta lo siguiente:` } as const,
          { kind: 'list', items: lacking.map(({ id }) => checkTitle[id]) } as const,
        ]),
  ];
}

/**
 * What is known and not known of the rules behind the document, as calmly as the pages say it. The plan shows figures
 * and days; the projects show neither.
 */
export function notes(
  { results, assessment }: Pick<Planning, 'results' | 'assessment'>,
  what: 'plan' | 'projects',
): DocumentBlock[] {
  const isUnconfirmed = results.phases.some(({ deadline }) => deadline?.confidence === 'sin-confirmar');
  const texts = [
    ...(what === 'plan'
      ? [
          `La meta de cada fase es el 100\u00a0%: la fija la Circular 000062 de 2009, numeral 1, para el orden nacional; aquí se usa la misma para el territorial. Los plazos vienen del Decreto 1151 de 2008${isUnconfirmed ? ' y están sin confirmar: la tabla de su artículo 8 no se pudo leer. Coteje con el texto oficial' : ''}. Para transformación y e-democracia la circular da solo el mes: junio y diciembre de 2010.`,
          'El porcentaje usa una regla propia, no la del monitoreo oficial. Una fase llega a su meta cuando terminan las actividades de todos sus criterios.',
        ]
      : []),
    'La lista de criterios es una reconstrucción: no reemplaza el Manual original y sus códigos no son oficiales. El Decreto 1151 de 2008 ya no rige.',
    ...(results.isOtherInstrument
      ? [
          `La autoevaluación se respondió con el instrumento ${isolated(assessment.instrument.id)}, versión ${isolated(assessment.instrument.version)}.`,
        ]
      : []),
  ];
  return [
    { kind: 'heading', level: 2, text: 'Notas' },
    ...texts.map((text) => ({ kind: 'paragraph', text, isNote: true }) as const),
  ];
}
