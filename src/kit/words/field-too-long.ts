import { thousands } from './plural.ts';

/** What a field says whose text is too long. Takes both in characters. */
export const fieldTooLong = (length: number, maximum: number): string =>
  `Tiene ${thousands(length)} caracteres y el máximo es ${thousands(maximum)}. Acórtelo. Lo que escribió sigue aquí, sin cortar.`;
