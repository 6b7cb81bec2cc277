import type { Answer } from '../domain/answer.ts';
import { add, fraction, ZERO, type Fraction } from '../../kit/values/fraction.ts';
import type { Section } from '../../instrument/instrument.ts';
import { shownCeiling, shownPercent } from '../domain/percent.ts';
import type { SectionScore } from '../domain/scoring.ts';
import { longDate } from '../../kit/words/dates.ts';
import { statusName } from './terms.ts';
import { plural } from '../../kit/words/plural.ts';
import { isolated } from '../../kit/words/isolated.ts';

/** An exact fraction, and beside it its value cut to two decimals: «869/60 (14,48)». */
function show({ numerator, denominator }: Fraction): string {
  if (denominator === 1n) return `${numerator}`;
  const hundredths = (numerator * 100n) / denominator;
  return `${numerator}/${denominator} (${hundredths / 100n},${String(hundredths % 100n).padStart(2, '0')})`;
}

/**
 * The anatomy of a percentage as text to paste in a memo: what was added, what was divided, what was left out and why.
 * Source: docs/scoring.md, «Anatomy».
 */
export function anatomyText(input: {
  section: Section;
  score: SectionScore;
  answers: Readonly<Record<string, Answer>>;
  entityName: string;
  cutoffDate: string;
  instrument: { id: string; version: string };
  /** Address of the page that explains the rule. */
  ruleUrl: string;
}): string {
  const { section, score, answers } = input;
  const rows = section.criteria.flatMap((criterion, index) => {
    const scored = score.criteria[index];
    return scored ? [{ criterion, scored }] : [];
  });
  const sum = rows
    .filter(({ scored }) => scored.status !== 'notApplicable')
    .reduce((total, { scored }) => add(total, fraction(scored.weight * scored.checksMet, scored.checks)), ZERO);
  const lines = [
    `${section.name}: ${shownPercent(score)}`,
    `Entidad: ${isolated(input.entityName)}. Fecha de corte: ${longDate(input.cutoffDate)}.`,
    `Instrumento ${input.instrument.id}, versión ${input.instrument.version}.`,
    '',
    'Cada criterio vale sus verificaciones cumplidas sobre el total de ellas, por su peso.',
  ];
  if (score.percent === null) lines.push('Ningún criterio aplica: la fase no tiene porcentaje.');
  else {
    lines.push(
      `Suma de los valores: ${show(sum)}. Suma de los pesos de lo que aplica: ${score.weight}.`,
      `100 × ${show(sum)} ÷ ${score.weight} = ${show(score.percent)}, que se muestra truncado a un decimal: ${shownPercent(score)}.`,
    );
  }
  const ceiling = shownCeiling(score);
  if (ceiling !== null) {
    lines.push(
      `Faltan por responder ${plural(score.counts.pending, 'criterio', 'criterios')}: valen 0 por ahora. Si se cumplieran, la fase llegaría a ${ceiling}.`,
    );
  }
  lines.push('');
  for (const { criterion, scored } of rows) {
    const reason = isolated(answers[criterion.id]?.justification.trim() ?? '');
    const detail: Record<typeof scored.status, string> = {
      met: `${scored.checksMet} de ${scored.checks} × peso ${scored.weight}`,
      partial: `${scored.checksMet} de ${scored.checks} × peso ${scored.weight}`,
      unmet: `0 de ${scored.checks} × peso ${scored.weight}`,
      pending: `0 por ahora, de ${scored.checks} × peso ${scored.weight}`,
      notApplicable: `no entra en la cuenta. Razón: ${reason}`,
    };
    lines.push(`${criterion.id} ${criterion.name}: ${statusName[scored.status]}; ${detail[scored.status]}`);
  }
  lines.push('', `La regla es propia del sitio, no la del monitoreo oficial: ${input.ruleUrl}`);
  return lines.join('\n');
}
