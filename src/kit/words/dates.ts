const MONTHS = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
] as const;

export const monthNames: readonly string[] = MONTHS;

/** Takes `YYYY-MM-DD` (or `YYYY-MM`); gives «1 de noviembre de 2009» (or «junio de 2010»). */
export function longDate(iso: string): string {
  const [year, month, day] = iso.split('-');
  const name = MONTHS[Number(month) - 1] ?? '';
  return day === undefined ? `${name} de ${year}` : `${Number(day)} de ${name} de ${year}`;
}

/** Takes an instant; gives the hour of the person's own clock: «14:32». */
function clockTime(instant: Date): string {
  return `${instant.getHours()}:${String(instant.getMinutes()).padStart(2, '0')}`;
}

/** Takes an instant and now; gives «a las 14:32», or «el 1 de noviembre de 2009, 14:32» where it was another day. */
export function whenText(instant: Date, now: Date): string {
  const isToday = instant.toDateString() === now.toDateString();
  return isToday ? `a las ${clockTime(instant)}` : `el ${longInstant(instant.toISOString())}`;
}

/** Takes an instant as ISO text; gives the day and hour of the person's own clock: «1 de noviembre de 2009, 14:32». */
export function longInstant(iso: string): string {
  const instant = new Date(iso);
  const day = `${instant.getDate()} de ${MONTHS[instant.getMonth()] ?? ''} de ${instant.getFullYear()}`;
  return `${day}, ${clockTime(instant)}`;
}
