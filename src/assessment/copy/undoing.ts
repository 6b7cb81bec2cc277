/** What «Deshacer» and «Rehacer» say. */

/** On the buttons, for whoever hovers or hears them. Takes what would be taken back or made again. */
export const undoLabel = (what: string): string => `Deshacer: ${what}`;
export const redoLabel = (what: string): string => `Rehacer: ${what}`;
export const nothingToUndo = 'No hay nada que deshacer desde que se abrió la página.';
export const nothingToRedo = 'No hay nada que rehacer.';

/** Once it is done. */
export const undone = (what: string): string => `Se deshizo: ${what}.`;
export const redone = (what: string): string => `Se rehízo: ${what}.`;

/** Where another tab has changed the same since. */
export const changedSince = (what: string): string =>
  `No se cambió nada: otra pestaña cambió después ${what}, y eso es lo que vale.`;

/** The parts of an answer, as a change of them is called. */
export const answerPart = {
  marks: 'las marcas',
  note: 'la observación',
  justification: 'la justificación',
  legalGround: 'el fundamento',
  evidence: 'las evidencias',
} as const;

/** A change of an answer. */
export function answerChange(criterionId: string, part: keyof typeof answerPart): string {
  return `${answerPart[part]} de ${criterionId}`;
}

/** A change of the profile: takes the question. */
export const profileChange = (question: string): string => `la respuesta a «${question}»`;

/** What the profile's proposals changed at once: takes how many criteria. */
export const proposalsChange = (count: number): string =>
  count === 1 ? 'el cambio en 1 criterio' : `el cambio en ${count} criterios`;
