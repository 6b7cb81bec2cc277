import { missingText, sumText, totalText } from '../../copy/projects-page.ts';
import { resourceKinds, type ProjectSum, type ProjectTotals } from '../../domain/projects.ts';
import { need } from '../../../kit/browser/dom.ts';

/** Shows the totals in their tables. A row without projects has no sums: `$ 0` would say that they cost nothing. */
export function showTotals(root: HTMLElement, totals: ProjectTotals): void {
  const { all, byPhase, withoutPhase, byKind, withoutKind } = totals;
  need(root, '[data-missing]').textContent = missingText(all);
  need(root, '[data-missing]').hidden = all.unstated === 0;
  for (const row of root.querySelectorAll('[data-sum="all"]')) showSum(row, all);
  for (const { phaseId, sum } of byPhase) showSum(need(root, `[data-sum="phase-${phaseId}"]`), sum);
  for (const { kind, sum } of byKind) showSum(need(root, `[data-sum="kind-${kind}"]`), sum);
  for (const [key, sum] of [
    ['phase-none', withoutPhase],
    ['kind-none', withoutKind],
  ] as const) {
    const row = need(root, `[data-sum="${key}"]`);
    row.hidden = sum.projects === 0;
    showSum(row, sum);
  }
}

function showSum(row: Element, sum: ProjectSum): void {
  const texts = [
    String(sum.projects),
    ...(sum.projects === 0
      ? Array.from({ length: resourceKinds.length + 1 }, () => '—')
      : [
          ...resourceKinds.map((kind) =>
            sumText(sum.amounts[kind], sum.projects - sum.missing[kind], sum.missing[kind]),
          ),
          totalText(sum),
        ]),
  ];
  row.toggleAttribute('data-empty', sum.projects === 0);
  const cells = row.querySelectorAll('td');
  texts.forEach((text, index) => {
    const cell = cells[index];
    if (cell && cell.textContent !== text) cell.textContent = text;
  });
}
