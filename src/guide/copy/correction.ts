import type { Correction, CorrectionField, CorrectionProblem } from '../domain/correction.ts';
import { longDate } from '../../kit/words/dates.ts';
import { fieldTooLong } from '../../kit/words/field-too-long.ts';
import { isolated } from '../../kit/words/isolated.ts';

const blank: Record<CorrectionField, string> = {
  subject: 'Escoja qué quiere corregir: un criterio, un artículo, una norma o una entidad.',
  wrong: 'Escriba qué está mal. Si es una frase, cópiela tal como está en la página.',
  right: 'Escriba qué debería decir.',
  source: 'Escriba qué documento lo prueba, con su artículo o su fecha.',
  url: '',
  name: 'Escriba quién la propone: los editores pueden necesitar preguntarle.',
  office: '',
};

/** What is wrong with a field of the form, and what to do. */
export function correctionProblem(problem: CorrectionProblem): string {
  if (problem.kind === 'tooLong') return fieldTooLong(problem.length, problem.maximum);
  if (problem.kind === 'same') return 'Dice lo mismo que arriba. Escriba cómo debería quedar.';
  if (problem.kind === 'notAnAddress') {
    return 'La dirección debe comenzar por http:// o https:// y no llevar espacios. Corríjala, o déjela en blanco si el documento no está en la red.';
  }
  return blank[problem.field];
}

/** The correction as a text for a mail or a memo. */
export function correctionText({ subject, wrong, right, source, proposer, date }: Correction): string {
  return [
    `Asunto: Corrección a ${isolated(subject.name)}`,
    '',
    'A los editores del sitio de Gobierno en Línea:',
    '',
    `Propongo una corrección a ${isolated(subject.name)} (${isolated(subject.address)}).`,
    '',
    'Hoy dice:',
    isolated(wrong),
    '',
    'Debería decir:',
    isolated(right),
    '',
    `Documento que lo prueba: ${isolated(source.title)}${source.url === '' ? '' : `, ${isolated(source.url)}`}`,
    '',
    [isolated(proposer.name), isolated(proposer.office)].filter((part) => part !== '').join(', '),
    longDate(date),
    '',
  ].join('\n');
}

/** After the file and the text are made. Takes the file's name. */
export const correctionReady = (fileName: string): string =>
  `Quedó lista y no se ha enviado a nadie. Guarde el archivo ${isolated(fileName)} y entréguelo con el texto.`;

export const correctionSaved = (fileName: string): string =>
  `Se guardó ${isolated(fileName)} en las descargas. No se ha enviado a nadie.`;
