/** «Ley 962 de 2005», «CONPES 3072 de 2000». */
export function normName(norm: { kind: string; number: string; year: number }): string {
  return `${norm.kind} ${norm.number} de ${norm.year}`;
}

export const normStages = [
  { id: 'antes', title: 'Antes de 2008' },
  { id: 'periodo', title: 'En el periodo (2008-2010)' },
  { id: 'despues', title: 'Después' },
] as const;
