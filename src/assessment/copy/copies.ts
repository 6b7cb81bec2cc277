import type { AssessmentHeader } from '../domain/assessment.ts';
import type { CopyRecord } from '../storage/database.ts';
import { plural } from '../../kit/words/plural.ts';

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

/** When a file has been handed over. */
export const savedInDownloads = (fileName: string): string => `Se guardó ${fileName} en su carpeta de descargas.`;

/** When a copy that the browser kept was thrown away. */
export const copyDiscarded = 'Se borró del todo esa copia.';
