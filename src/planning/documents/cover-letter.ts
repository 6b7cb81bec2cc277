import type { Planning } from '../domain/planning.ts';
import { activitySumSentence, projectSumSentence } from './amounts.ts';
import { longDate } from '../../kit/words/dates.ts';
import type { DocumentBlock, DocumentModel } from './document-model.ts';
import { framing, PLAN_TITLE, plainText, PROJECTS_TITLE, VIGENCIA } from './document-parts.ts';
import { isolated } from '../../kit/words/isolated.ts';

/** Filled in by hand. */
const BLANK = '____________________';

const CIRCULAR = 'Circular 000062 del 30 de septiembre de 2009';
/** Source: the circular's own words, numerals 1 and 2. */
const ADDRESSEE = 'Dirección General de Planeación y Análisis de Política\nMinisterio de la Protección Social';

const subjects = {
  plan: { kind: 'carta-plan', numeral: 1, title: PLAN_TITLE, article: 'el', deadline: '2009-11-01' },
  projects: { kind: 'carta-proyectos', numeral: 2, title: PROJECTS_TITLE, article: 'los', deadline: '2009-12-01' },
} as const;

function isWritten(text: string): boolean {
  return plainText(text) !== '';
}

/** What the document holds, said only where it does. */
function contents({ plan, assessment, check }: Planning, which: keyof typeof subjects): string {
  const day = longDate(assessment.cutoffDate);
  const state = `Describe el estado de la entidad al ${day}.`;
  if (which === 'projects') {
    // The projects say what will be bought and for what, not how the entity stands.
    const origin = `Corresponden a la autoevaluación de la entidad con fecha de corte ${day}.`;
    const isExplicit = check.items.every(
      ({ id, gaps }) => (id !== 'projectPhases' && id !== 'projectResources') || gaps.length === 0,
    );
    if (!isExplicit) return origin;
    return `${origin} Cada proyecto nombra las fases de la estrategia de Gobierno en Línea que cumple y los recursos de hardware, software y comunicaciones que se le asignan.`;
  }
  const { procedures, citizenService } = plan.texts;
  return isWritten(procedures) && isWritten(citizenService)
    ? `${state} Dice cómo concuerda con la racionalización de trámites y con el Programa Nacional de Servicio al Ciudadano, que la circular llama de Atención al Ciudadano.`
    : state;
}

/**
 * Takes everything that follows from an assessment, which document goes with the letter, and the day on which it is
 * written (`YYYY-MM-DD`); gives the letter. What is not known is left blank, to fill in by hand.
 */
export function coverLetter(planning: Planning, which: keyof typeof subjects, today: string): DocumentModel {
  const { kind, numeral, title, article, deadline } = subjects[which];
  const { entity } = planning.assessment;
  const { name, position, email } = entity.contact;
  const entityName = isolated(plainText(entity.name));
  const titleInFull = `${title}, ${VIGENCIA}`;
  const contact = [
    isolated(plainText(name)) || BLANK,
    ...(isWritten(position) ? [isolated(plainText(position))] : []),
    `correo ${isolated(plainText(email)) || BLANK}`,
  ].join(', ');
  const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });
  const content = which === 'plan' ? activitySumSentence(planning.sum) : projectSumSentence(planning.totals.all);
  return {
    kind,
    title: 'Carta de remisión',
    subtitle: titleInFull,
    ...framing(planning),
    blocks: [
      paragraph(`${BLANK}, ${longDate(today)}`),
      paragraph(`Señores\n${ADDRESSEE}\n${BLANK}`),
      paragraph(`Asunto: ${titleInFull}. ${CIRCULAR}, numeral ${numeral}.`),
      paragraph('Respetados señores:'),
      paragraph(
        `El numeral ${numeral} de la ${CIRCULAR}, del Ministerio de la Protección Social, pide a cada entidad presentar ${article} ${titleInFull}, a más tardar el ${longDate(deadline)}. Con esta carta lo${which === 'projects' ? 's' : ''} presenta ${entityName}${isWritten(entity.nit) ? `, NIT ${plainText(entity.nit)}` : ''}.`,
      ),
      paragraph(contents(planning, which)),
      paragraph('Se adjunta:'),
      { kind: 'list', items: [`${titleInFull}. ${content}.`] },
      paragraph(`Para aclaraciones: ${contact}.`),
      paragraph('Atentamente,'),
    ],
    signatures: [{ role: 'Firma', name: plainText(name), position: plainText(position) }],
  };
}
