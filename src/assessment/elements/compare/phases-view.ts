import { comparisonRow, sideAnswered, sideCeiling } from '../../copy/comparison.ts';
import type { ResultRow } from '../../copy/results.ts';
import type { Comparison, SectionComparison } from '../../domain/comparison.ts';
import type { SectionResult } from '../../domain/results.ts';
import { need } from '../../../kit/browser/dom.ts';

/** One side of a row: the percentage, and what it alone does not say. */
function showSide(cell: Element, { percent, ceiling, answered }: ResultRow): void {
  need(cell, '[data-percent]').textContent = percent;
  need(cell, '[data-ceiling]').textContent = sideCeiling(ceiling);
  need(cell, '[data-answered]').textContent = sideAnswered(answered);
}

/** The state of one side, with the side's name before it where the two differ. */
function stateLine(name: string, text: string, { state }: SectionResult): HTMLElement {
  const place = document.createElement('span');
  place.className = 'state-line';
  if (name !== '') {
    const label = document.createElement('span');
    label.className = 'hint-word';
    label.textContent = `${name}: `;
    place.append(label);
  }
  const said = document.createElement('span');
  said.dataset['state'] = state ?? '';
  said.textContent = text;
  place.append(said);
  return place;
}

function showRow(row: Element, section: SectionComparison): void {
  const shown = comparisonRow(section);
  showSide(need(row, '[data-before]'), shown.before);
  showSide(need(row, '[data-after]'), shown.after);
  need(row, '[data-difference]').textContent = shown.difference;
  const states = row.querySelector('[data-states]');
  if (!states) return;
  const after = shown.after.state;
  states.replaceChildren(
    ...(shown.before.state === after
      ? [stateLine('', after, section.after)]
      : [stateLine('Antes', shown.before.state, section.before), stateLine('Después', after, section.after)]),
  );
}

/** Fills the table of the phases and, apart from it, the preparatory actions. */
export function showPhases(root: ParentNode, { phases, preparation }: Comparison): void {
  for (const phase of phases) showRow(need(root, `[data-phase="${phase.section.id}"]`), phase);
  const apart = root.querySelector('[data-preparation]');
  if (apart && preparation) showRow(apart, preparation);
}
