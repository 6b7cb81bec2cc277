import { shownPercent } from '../domain/percent.ts';
import type { CrossedCriterion, VersionCrossing } from '../domain/version-crossing.ts';
import { isolated } from '../../kit/words/isolated.ts';
import { plural } from '../../kit/words/plural.ts';

const checksOf = (criteria: readonly CrossedCriterion[]): number =>
  criteria.reduce((sum, { checks }) => sum + checks.length, 0);

/** Where an assessment comes from another version of the instrument: both named. */
export function readWith(answered: string, present: string): string {
  return `Se respondió con la versión ${isolated(answered)} del instrumento y aquí se lee con la ${present}.`;
}

/** What the answers lost; '' where they lost nothing. */
export function lostText({ lost, goneCriteria }: VersionCrossing): string {
  const parts = [
    lost.length === 0
      ? ''
      : `${plural(checksOf(lost), 'verificación que estaba marcada ya no se pregunta', 'verificaciones que estaban marcadas ya no se preguntan')}`,
    goneCriteria.length === 0
      ? ''
      : `${plural(goneCriteria.length, 'criterio respondido ya no existe', 'criterios respondidos ya no existen')} (${goneCriteria.map(isolated).join(', ')})`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `Perdió: ${parts.join('; ')}. Se conserva en el archivo y no cuenta.`;
}

/** What the answers gained; '' where they gained nothing. */
export function gainedText({ gained, newCriteria }: VersionCrossing): string {
  const parts = [
    gained.length === 0
      ? ''
      : `${plural(checksOf(gained), 'verificación nueva', 'verificaciones nuevas')} en ${plural(gained.length, 'criterio que ya tenía respuesta', 'criterios que ya tenían respuesta')}`,
    newCriteria.length === 0
      ? ''
      : `${plural(newCriteria.length, 'criterio nuevo', 'criterios nuevos')} (${newCriteria.join(', ')})`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `Ganó: ${parts.join('; ')}. Están sin marcar hasta que usted los mire.`;
}

/** What no version that this site published asks; '' where there is none. */
export function strangersText(ids: readonly string[]): string {
  return ids.length === 0
    ? ''
    : `Trae además respuestas a lo que ninguna versión de este sitio tiene (${ids.map(isolated).join(', ')}): se conservan y no cuentan.`;
}

export const nothingCrossed = 'Nada de lo que se respondió cambió de una versión a otra.';

/** The figures that are not the same: «Información: 42,0 % con la 2026.1 y 40,1 % con la 2026.2»; '' where all are. */
export function figuresText({ figures }: VersionCrossing, answered: string, present: string): string {
  const moved = figures
    .map(({ section, then, now }) => ({ name: section.shortName, then: shownPercent(then), now: shownPercent(now) }))
    .filter((each) => each.then !== each.now)
    .map((each) => `${each.name}, ${each.then} con la ${isolated(answered)} y ${each.now} con la ${present}`);
  return moved.length === 0 ? '' : `Por eso cambian las cifras: ${moved.join('; ')}.`;
}

/** Each criterion with what it lost or gained: «INF-04 Localización: «El sitio muestra…»». */
export function crossedLines(criteria: readonly CrossedCriterion[]): { id: string; text: string }[] {
  return criteria.map(({ id, name, checks }) => ({
    id,
    text: `${name}: ${checks.map(({ text }) => `«${text}»`).join(' ')}`,
  }));
}

/** Where two assessments of different versions are compared: what rises or falls in these may be the instrument's. */
export function comparedAcross(ids: readonly string[]): string {
  return `De una versión a otra cambió lo que se pregunta en ${plural(ids.length, 'criterio', 'criterios')}: ${ids.join(', ')}. Si alguno sube o baja, puede ser por eso y no por la entidad.`;
}

export const versionUnread =
  'No se pudo traer esa versión del instrumento para decir qué cambió. Revise la conexión y vuelva a cargar la página; sus respuestas están completas.';

export const movedToPresent = (present: string): string =>
  `La autoevaluación quedó en la versión ${present} del instrumento. Ninguna respuesta cambió.`;
