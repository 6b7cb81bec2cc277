import { plural } from '../../kit/words/plural.ts';

/** What the page of the profile says of its questions and of what they propose. */

/** When another tab had answered criteria that were marked here. */
export const answeredMeanwhile = (ids: readonly string[]): string =>
  `Otra pestaña acababa de responder ${ids.join(', ')}. Aquí quedaron como «No aplica»: revíselos en el cuestionario.`;

/** Beside a question that another one answers. */
export const impliedNo = (reason: string): string => `No, porque: ${reason}`;

/** Why a criterion is to be looked at again. */
export const nowYes = (question: string): string => `Ahora la respuesta es «sí» a: ${question}`;

/** «5 de 9 respondidas.»: how many of the questions have an answer. */
export const knownText = (known: number, asked: number): string =>
  `${known} de ${plural(asked, 'respondida', 'respondidas')}.`;

/** The link to the proposals. */
export const proposedText = (count: number): string =>
  `Propone «No aplica» para ${plural(count, 'criterio', 'criterios')}: revisar`;

/** A proposal: its criterion, and why. */
export const proposalText = ({ id, name }: { readonly id: string; readonly name: string }, reason: string): string =>
  `${id} ${name}. ${reason}`;

/** On the way from a proposal to its criterion. */
export const toCriterion = (id: string): string => `Ir a ${id}`;

/** In the questionnaire, of an answer that the profile speaks against. Takes why the profile says no. */
export const saidNotToApply = (reason: string): string =>
  `El perfil dice que este criterio no le corresponde a la entidad: ${reason} Su respuesta vale y cuenta; si sobra, corríjala aquí o en el perfil.`;

/** The same of a «No aplica» where the profile says yes. Takes the question. */
export const saidToApply = (question: string): string =>
  `Está como «No aplica», pero en el perfil la respuesta es «sí» a: ${question} Revise cuál de los dos vale.`;

/** Above a phase, before the links to its criteria. */
export const contradictionsLead = (count: number): string =>
  count === 1
    ? 'El perfil y una respuesta no concuerdan. Revise: '
    : `El perfil y ${count} respuestas no concuerdan. Revise: `;

export const acceptedText = (count: number): string =>
  `${plural(count, 'criterio quedó', 'criterios quedaron')} como «No aplica», con su justificación.`;

export const releasedText = (count: number): string =>
  `Se quitó el «No aplica» a ${plural(count, 'criterio', 'criterios')}. La justificación sigue escrita en cada uno.`;
