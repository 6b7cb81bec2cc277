import { isCalendarDate } from '../../kit/values/calendar-date.ts';
import type { LateActivity } from '../domain/plan-follow-up.ts';
import type { ArchivedActivity, Progress } from '../domain/plan.ts';
import type { ActivitySum } from '../domain/planning.ts';
import { showPesos } from '../../kit/values/money.ts';
import type { Gap, PlanCheck } from '../domain/plan-check.ts';
import type { OpenCriterion } from '../domain/what-if.ts';
import { longDate } from '../../kit/words/dates.ts';
import { isolated } from '../../kit/words/isolated.ts';
import type { ActivityFieldKey, activityWords } from '../fields/activity-fields.ts';
import { activityFieldName, codesText } from './planning.ts';
import { plural, thousands } from '../../kit/words/plural.ts';

/** The sentences of the page «Plan de acción» that depend on what a person has there. */

const KEPT = 'Sigue en pantalla, pero no se guardó: queda guardado lo anterior.';

export const textTooLong = (name: string, length: number, maximum: number): string =>
  `«${name}» tiene ${thousands(length)} caracteres y el máximo es ${thousands(maximum)}. ${KEPT} Acórtelo, o pase el detalle a un documento y nómbrelo aquí.`;

/** Why a typed date was not taken. */
export const dateUnfinished = `La fecha está incompleta o ese día no existe. Escriba día, mes y año. ${KEPT}`;
export const dateOutOfRange = `El año debe estar entre 2000 y 2100. ${KEPT}`;
export const dateAsText = `La fecha no se entiende. Escríbala como 2010-03-31: año, mes y día. ${KEPT}`;

export const percentWrong = `El avance es un número entero de 0 a 100, sin decimales. ${KEPT}`;
export const percentMissing =
  'Escriba también el porcentaje: sin él esta observación no se guarda. Sigue en pantalla, pero no se guardó.';
export const progressFull =
  'Esta actividad ya tiene avances en 100 fechas, que es el máximo. Este avance sigue en pantalla, pero no se guardó.';

export const endsBeforeStartMessage = (start: string): string =>
  `Termina antes de comenzar, el ${longDate(start)}: revise las dos fechas.`;

export const endsAfterDeadlineMessage = (deadline: string, hasReason: boolean): string =>
  hasReason
    ? `Termina después del plazo de su fase, ${longDate(deadline)}. El motivo está escrito.`
    : `Termina después del plazo de su fase, ${longDate(deadline)}: escriba el motivo en el campo que sigue.`;

/** Said once after what does not fit in the dates: nothing of it keeps them from being saved. */
export const savedAnyway = 'Las fechas se guardaron así.';

export const deadlinePassed = (deadline: string, cutoff: string): string =>
  `El plazo de su fase, ${longDate(deadline)}, ya había pasado a la fecha de corte, ${longDate(cutoff)}. Escriba cuándo terminará y por qué después del plazo.`;

export const deadlineHint = (deadline: string): string => `Plazo de su fase: ${longDate(deadline)}.`;

export const criterionUnknown =
  'Ese criterio no está en el instrumento. Elija uno de la lista, por ejemplo INF-03. No se agregó nada.';
export const criterionThere = 'Ese criterio ya está en esta actividad.';
export const criteriaFull = 'Una actividad lleva 200 criterios como máximo. No se agregó nada.';
export const criterionLast =
  'Es el único criterio de la actividad y toda actividad necesita uno. Agregue otro antes de quitarlo.';

export const editorHolds = (count: number): string =>
  `Hay ${plural(count, 'texto', 'textos')} sin guardar en esta actividad. Corrija lo señalado, o vuelva a lo que está guardado.`;

export const planFull = (maximum: number): string =>
  `Un plan lleva ${thousands(maximum)} actividades como máximo, con las que ya salieron de él. No se agregó nada.`;

/** How long an activity lasts, in words: «del 1 de junio al 1 de diciembre de 2010». */
export function span(start: string, end: string): string {
  if (!isCalendarDate(start) && !isCalendarDate(end)) return 'sin fechas';
  if (!isCalendarDate(end)) return `desde el ${longDate(start)}, sin fecha de fin`;
  if (!isCalendarDate(start)) return `hasta el ${longDate(end)}, sin fecha de inicio`;
  if (start === end) return `el ${longDate(start)}`;
  const [from, to] = [longDate(start), longDate(end)];
  const year = ` de ${start.slice(0, 4)}`;
  return `del ${start.slice(0, 4) === end.slice(0, 4) ? from.replace(year, '') : from} al ${to}`;
}

/** «12 actividades · al menos $ 3.000.000: 4 sin valor». */
export function sumLine({ activities, total, unstated }: ActivitySum): string {
  const count = plural(activities, 'actividad', 'actividades');
  if (activities === 0) return 'Todavía no hay actividades';
  if (unstated === activities) return `${count} · ninguna tiene valor todavía`;
  return unstated === 0
    ? `${count} · ${showPesos(total)} en total`
    : `${count} · al menos ${showPesos(total)}: ${plural(unstated, 'no tiene', 'no tienen')} valor`;
}

/** What to do where the plan has no activities. Takes how many are proposed and how many criteria have no answer. */
export function noRowsLine(proposed: number, pending: number): string {
  if (proposed > 0) return 'El plan no tiene actividades todavía. Agregue las propuestas que le sirvan.';
  return pending > 0
    ? 'El plan no tiene actividades todavía. Responda primero el cuestionario.'
    : 'El plan no tiene actividades: todo lo que aplica se cumple.';
}

const gapWord: Readonly<Record<Extract<Gap, { kind: 'activity' }>['field'], string>> = {
  activity: 'qué se hará',
  goal: 'meta',
  office: 'dependencia',
  position: 'cargo',
  end: 'fecha de fin',
  lateReason: 'motivo del fin posterior al plazo',
  resources: 'recursos (tecnológicos, valor o proyecto)',
};

/** What an activity lacks against the circular, in one sentence; '' where it lacks nothing. */
export function gapsLine(gaps: readonly Gap[]): string {
  const words = gaps.flatMap((gap) => (gap.kind === 'activity' ? [gapWord[gap.field]] : []));
  return words.length === 0 ? '' : `Falta: ${words.join(', ')}`;
}

export const unknownCriteriaLine = (ids: readonly string[]): string =>
  `${ids.length === 1 ? 'Criterio que este instrumento no tiene' : 'Criterios que este instrumento no tiene'}: ${ids.join(', ')}`;

/** «debía terminar el 1 de junio de 2010; avance: 40 %». */
export function lateLine({ why, since, progress }: LateActivity): string {
  const was = why === 'notFinished' ? 'debía terminar' : 'debía comenzar';
  const now =
    progress === null
      ? 'sin avance anotado'
      : `avance: ${progress.percent}\u00a0%, anotado para el ${longDate(progress.date)}`;
  return `${was} el ${longDate(since)}; ${now}`;
}

/** Takes how many activities have nothing left to do, because their criteria are met or do not apply. */
export const archiveButton = (count: number): string =>
  count === 1 ? 'Retirarla del plan y dejar constancia' : 'Retirarlas del plan y dejar constancia';

/** Why an activity left the plan, and when. */
export const archivedLine = ({ why, date }: ArchivedActivity): string =>
  why === 'met'
    ? `salió porque sus criterios se cumplen a ${longDate(date)}`
    : `salió porque sus criterios no aplican a ${longDate(date)}`;

/** Why a phase does not come to 100 % with the whole plan done. */
export function openLine(open: readonly OpenCriterion[]): string {
  const of = (why: OpenCriterion['why']): number => open.filter((each) => each.why === why).length;
  const parts = [
    [of('noActivity'), 'sin actividad', 'sin actividad'],
    [of('noEnd'), 'con una actividad sin fecha de fin', 'con actividades sin fecha de fin'],
    [of('endPassed'), 'con la fecha de fin ya pasada', 'con la fecha de fin ya pasada'],
    [of('pending'), 'sin responder', 'sin responder'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${plural(count, 'criterio', 'criterios')} ${count === 1 ? one : many}`)
    .join(', ');
}

/** A field that can be given to many activities at once: what is to be done is each one's own. */
export type GroupField = {
  [Key in ActivityFieldKey]: (typeof activityWords)[Key]['group'] extends 'what' ? never : Key;
}[ActivityFieldKey];

const selectedOnes = (count: number): string => (count === 1 ? 'la seleccionada' : `las ${count} seleccionadas`);

/** The button that puts the same into many activities, and the other one, which takes out what is there. */
export const groupApply = (count: number): string =>
  count === 1 ? `Ponerlo en ${selectedOnes(count)}` : `Poner lo mismo en ${selectedOnes(count)}`;
export const groupClear = (field: GroupField, count: number): string =>
  `Dejar en blanco «${activityFieldName[field]}» en ${selectedOnes(count)}`;

/** What is still to be chosen before many activities are changed. */
export const groupNoField = 'Elija primero el campo. No cambió nada.';
export const groupNoValue =
  'Escriba lo que se pone. No cambió nada. Para borrar lo que hay está el botón «Dejar en blanco».';

/** Selected activities that no change to many takes, because nobody would see it; '' where there are none. */
export function asideText(ids: readonly string[]): string {
  if (ids.length === 0) return '';
  const named = codesText(ids);
  return ids.length === 1
    ? `Hay 1 seleccionada que no corresponde a la búsqueda o al filtro: lo que ponga aquí no la cambia (${named}).`
    : `Hay ${ids.length} seleccionadas que no corresponden a la búsqueda o al filtro: lo que ponga aquí no las cambia (${named}).`;
}

/** In a row that nobody looks for: why it still stands in the list. */
export function heldNote(isOpen: boolean, isClosed: boolean): string {
  const why = isOpen
    ? 'No corresponde a la búsqueda o al filtro: sigue a la vista porque sus campos están abiertos'
    : 'Ya no corresponde a la búsqueda o al filtro: sale de la lista cuando cierre los campos abiertos';
  return isClosed ? `${why}.` : `${why}. No entra en la selección.`;
}

export const groupDone = (field: GroupField, count: number): string =>
  `«${activityFieldName[field]}» cambió en ${plural(count, 'actividad', 'actividades')}.`;
export const groupCleared = (field: GroupField, count: number): string =>
  `«${activityFieldName[field]}» quedó en blanco en ${plural(count, 'actividad', 'actividades')}.`;
export const groupSame = (field: GroupField): string =>
  `«${activityFieldName[field]}» ya estaba así en todas las seleccionadas: no cambió nada.`;

export const ganttTitle = (first: string, last: string): string =>
  `El dibujo va ${span(first, last)}. Las líneas de rayas son los plazos de las fases; la gruesa, el de cada actividad.`;

/** What the circular asks of each general text (numeral 1), in its own words where it has them. */
export const textFieldHint = {
  procedures: 'La circular pide que el plan esté «acorde con la racionalización de trámites».',
  citizenService:
    'La circular pide que esté también acorde con «el Programa Nacional de Atención al Ciudadano». El programa se llama también de Servicio al Ciudadano.',
  mechanisms:
    'La circular pide «los mecanismos y recursos apropiados» para las metas de las fases. Aquí, los mecanismos: comité, cortes de seguimiento, convenios.',
  resources: 'Aquí, los recursos: presupuesto, personas, equipos y de dónde salen.',
} as const;

/** How many of the points that the circular asks for are there. */
export const pointsText = ({ satisfied, total }: Pick<PlanCheck, 'satisfied' | 'total'>): string =>
  `${satisfied} de ${total} puntos`;

/** How the columns of a row say that there is nothing in them. */
export const rowBlank = { responsible: 'sin responsable', amount: 'sin valor', progress: 'sin avance' } as const;

/** Rows whose criteria are of no phase of the instrument, and rows that nobody answers for, as groups. */
export const groupName = {
  noPhase: 'Con criterios que este instrumento no tiene',
  noOffice: 'Sin dependencia responsable',
  dated: 'Cronograma',
  undated: 'Sin fechas',
} as const;

/** How many activities the search and the filter show, of how many. */
export const shownText = (shown: number, total: number): string =>
  shown === 0
    ? 'Ninguna actividad es así.'
    : `Se ${shown === 1 ? 'muestra' : 'muestran'} ${shown} de ${plural(total, 'actividad', 'actividades')}.`;

export const editorTitle = (id: string): string => `Actividad ${id}`;

/** Beside a criterion of an activity. */
export const notInInstrument = '(este instrumento no lo tiene)';

/** A project as a choice of an activity. */
export const projectChoice = ({ id, name }: { readonly id: string; readonly name: string }): string =>
  `${id} ${name.trim() === '' ? 'sin nombre' : name}`;

/** What was noted of an activity at another date. */
export const progressLine = ({ date, percent, note }: Progress): string =>
  `${longDate(date)}: ${percent}\u00a0%${note.trim() === '' ? '' : ` · ${isolated(note)}`}`;

/** The field of a remark on the progress, as the sentence on a text that is too long names it. */
export const progressNoteName = 'Observación del avance';

/** On paper, in the place of a general text that nobody wrote. */
export const textBlank = 'Sin texto todavía.';

/** What is said of the activities without a date of end, below the outlook. */
export const undatedNote = (count: number): string =>
  count === 1
    ? '1 actividad no tiene fecha de fin: no se cuenta como hecha en ninguna fecha.'
    : `${count} actividades no tienen fecha de fin: no se cuentan como hechas en ninguna fecha.`;

/** The button that shows the dates between the deadlines. */
export const moreDates = (count: number): string =>
  `Ver también ${plural(count, 'fecha en que cambia', 'fechas en que cambia')} alguna cifra`;
