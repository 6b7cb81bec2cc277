/** Takes an instant; gives the day of the person's own calendar, `YYYY-MM-DD`. */
export function dayOf(instant: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
}
