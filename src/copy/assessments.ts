import type { Assessment, AssessmentHeader } from '../domain/assessment.ts';
import type { CopyRecord, KeepReason } from '../storage/database.ts';
import { clockTime, longDate, longInstant } from './dates.ts';
import { plural } from './terms.ts';

type Named = Pick<AssessmentHeader, 'entity' | 'label' | 'cutoffDate'>;

/** «Instituto Nacional de Salud (INS) · Mitad de Sistemas». */
export function assessmentTitle({ entity, label }: Pick<Named, 'entity' | 'label'>): string {
  const name = entity.acronym ? `${entity.name} (${entity.acronym})` : entity.name;
  return label === '' ? name : `${name} · ${label}`;
}

/** «INS, 1 de noviembre de 2009»: enough to tell one from another within a sentence. */
export function assessmentShort({ entity, label, cutoffDate }: Named): string {
  const name = entity.acronym || entity.name;
  return `${name}${label === '' ? '' : ` (${label})`}, ${longDate(cutoffDate)}`;
}

/** Units of «hace 3 días», from the longest, with their length in milliseconds. */
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** Takes two instants as ISO text; gives «hace 3 días», «ayer», «hace un momento». */
export function ago(instant: string, now: string): string {
  const elapsed = Date.parse(now) - Date.parse(instant);
  const unit = UNITS.find(([, length]) => elapsed >= length);
  if (!unit) return 'hace un momento';
  return new Intl.RelativeTimeFormat('es-CO', { numeric: 'auto' }).format(-Math.floor(elapsed / unit[1]), unit[0]);
}

/** How many changes without a copy in a file, or how many days since the last one, make the reminder louder. */
const MANY_CHANGES = 30;
const LONG_AGO_MS = 7 * 86_400_000;

/** What is said of the copies of an assessment in files, and whether it should be said louder. */
export function copyState(
  { revision, modified }: Pick<AssessmentHeader, 'revision' | 'modified'>,
  record: CopyRecord | null,
  now: string,
): { text: string; isUrgent: boolean } {
  if (!record?.at) {
    return {
      text: 'Última copia en archivo: ninguna. Todo está solo en este navegador.',
      isUrgent: revision >= MANY_CHANGES,
    };
  }
  const changes = Math.max(0, revision - record.revision);
  const since = changes === 0 ? 'está al día' : `${plural(changes, 'cambio', 'cambios')} después`;
  const isOld = changes > 0 && Date.parse(modified) - Date.parse(record.at) > LONG_AGO_MS;
  return {
    text: `Última copia en archivo: ${ago(record.at, now)} (${since}).`,
    isUrgent: changes >= MANY_CHANGES || isOld,
  };
}

/** Why a whole assessment is kept aside, as the list of them says it. */
export const keptReason: Record<KeepReason, string> = {
  deleted: 'Borrada de la lista',
  replaced: 'Como estaba antes de reemplazarla',
  merged: 'Como estaba antes de unirla',
  received: 'Archivo que llegó para unir',
};

/** The facts of an assessment in a line. */
export function assessmentFacts({ cutoffDate, modified, answers, closing }: Assessment): string {
  const state = closing ? ` Versión cerrada el ${longDate(closing.date)} por ${closing.responsible}.` : '';
  return `Fecha de corte: ${longDate(cutoffDate)}. ${plural(Object.keys(answers).length, 'criterio con datos', 'criterios con datos')}. Último cambio: ${longInstant(modified)}.${state}`;
}

/** «Guardado en este navegador a las 14:32.»; with the day, where it was another one. Takes the instant as ISO text. */
export function savedText(modified: string, now: Date): string {
  const instant = new Date(modified);
  return instant.toDateString() === now.toDateString()
    ? `Guardado en este navegador a las ${clockTime(instant)}.`
    : `Guardado en este navegador el ${longInstant(modified)}.`;
}

/** How it stands with the file that is kept up to date. */
export function linkedText(
  state:
    | { readonly kind: 'upToDate'; readonly fileName: string; readonly at: string }
    | { readonly kind: 'needsPermission' | 'changedOutside' | 'failed'; readonly fileName: string },
): string {
  switch (state.kind) {
    case 'upToDate':
      return `El archivo ${state.fileName} está al día (${clockTime(new Date(state.at))}).`;
    case 'needsPermission':
      return `El archivo ${state.fileName} no se está actualizando: el navegador necesita su permiso otra vez.`;
    case 'changedOutside':
      return `El archivo ${state.fileName} no se está actualizando: alguien más lo cambió. Nada se ha perdido, ni aquí ni en el archivo.`;
    case 'failed':
      return `El archivo ${state.fileName} no se pudo actualizar. Lo guardado en este navegador está completo; guarde una copia en otro lugar.`;
  }
}
