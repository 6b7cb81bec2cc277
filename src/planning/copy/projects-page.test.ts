import { describe, expect, it } from 'vitest';
import { newProject, sumOf, type Project, type ProjectProblem } from '../domain/projects.ts';
import {
  amountRefused,
  criterionMany,
  datesText,
  missingText,
  overviewText,
  problemTexts,
  projectTitle,
  projectTotalText,
  totalText,
} from './projects-page.ts';

const costing = (hardware: bigint | null, software: bigint | null, communications: bigint | null): Project =>
  newProject([], {
    resources: {
      hardware: { description: '', amount: hardware },
      software: { description: '', amount: software },
      communications: { description: '', amount: communications },
    },
  });

describe('the total of a project', () => {
  it('is whole only where every amount is said, and names those that are not', () => {
    expect(projectTotalText(costing(100n, 0n, 50n))).toBe('$\u00a01,50');
    expect(projectTotalText(costing(100n, null, null))).toBe(
      'al menos $\u00a01 (sin valor: software y comunicaciones)',
    );
    expect(projectTotalText(costing(0n, 0n, 0n))).toBe('$\u00a00');
    expect(projectTotalText(costing(null, null, null))).toBe('Sin valor');
  });

  it('is a floor in a sum while amounts are missing, and nothing where all are', () => {
    expect(totalText(sumOf([costing(100n, 0n, 50n), costing(null, null, null)]))).toBe('al menos $\u00a01,50');
    expect(totalText(sumOf([costing(null, null, null)]))).toBe('Sin valor');
    expect(overviewText(sumOf([costing(1n, 1n, 1n)]))).toBe('1 proyecto · $\u00a00,03');
    expect(overviewText(sumOf([]))).toBe('Ningún proyecto');
    expect(missingText(sumOf([costing(1n, 1n, null)]))).toContain('Falta 1 valor por decir');
    expect(missingText(sumOf([costing(null, 1n, null)]))).toContain('Faltan 2 valores por decir');
    expect(missingText(sumOf([costing(1n, 1n, 1n)]))).toBe('');
  });
});

describe('the problems of a project, in words', () => {
  it('are a sentence each, with the criteria of one phase together', () => {
    const problems: ProjectProblem[] = [
      { kind: 'endsBeforeStart' },
      { kind: 'criterionOutsidePhases', criterionId: 'TRA-01', phaseId: 'transaccion' },
      { kind: 'unknownCriterion', id: 'XXX-01' },
      { kind: 'criterionOutsidePhases', criterionId: 'TRA-02', phaseId: 'transaccion' },
      { kind: 'unknownPhase', id: 'otra' },
      { kind: 'unknownActivity', id: 'INF-09' },
    ];
    expect(problemTexts(problems, () => 'Transacción en línea')).toEqual([
      'Termina antes de comenzar.',
      'Nombra 2 criterios de la fase Transacción en línea, que no está marcada: TRA-01 y TRA-02.',
      'Nombra fases que esta versión del instrumento no tiene: otra.',
      'Nombra criterios que esta versión del instrumento no tiene: XXX-01.',
      'Nombra actividades que el plan no tiene: INF-09.',
    ]);
    expect(problemTexts([{ kind: 'noCriteria' }], String)).toEqual(['No nombra ningún criterio.']);
    expect(problemTexts([], String)).toEqual([]);
  });
});

describe('the words of a project', () => {
  it('say its dates as far as they are known', () => {
    expect(datesText('', '')).toBe('Sin fechas');
    expect(datesText('2010-02-01', '')).toBe('Desde el 1 de febrero de 2010; sin fecha de fin');
    expect(datesText('', '2010-02-01')).toBe('Hasta el 1 de febrero de 2010; sin fecha de inicio');
    expect(datesText('2010-02-01', '2010-06-30')).toBe('Del 1 de febrero de 2010 al 30 de junio de 2010');
  });

  it('let no name turn the sentence around', () => {
    expect(projectTitle({ id: 'P-01', name: ' ' })).toBe('P-01');
    expect(projectTitle({ id: 'P-01', name: 'شبكة\u202e' })).toBe('P-01 «\u2068شبكة\u2069»');
  });

  it('say what stays in the place of an amount that was refused', () => {
    expect(amountRefused({ kind: 'notNumeric' }, null)).toMatch(/no se guardó\. El recurso queda sin valor\.$/);
    expect(amountRefused({ kind: 'negative' }, 500n)).toMatch(/no se guardó\. Queda guardado \$\u00a05\.$/);
  });

  it('name the first of many criteria that were meant', () => {
    const ids = ['A-1', 'A-2', 'A-3', 'A-4', 'A-5', 'A-6', 'A-7'];
    expect(criterionMany('a', ids)).toContain('Hay 7 criterios con «a»: A-1, A-2, A-3, A-4, A-5 y 2 más.');
  });
});
