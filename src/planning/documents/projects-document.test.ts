import { describe, expect, it } from 'vitest';
import { goldenAssessment, goldenInstrument } from '../../../tests/builders/golden-assessment.ts';
import { goldenPlan, goldenPlanning } from '../../../tests/builders/golden-planning.ts';
import { fullPlanning } from '../../../tests/builders/full-planning.ts';
import { showPesos } from '../../kit/values/money.ts';
import { planningOf } from '../domain/planning.ts';
import { resourceKinds } from '../domain/projects.ts';
import type { DocumentBlock, DocumentModel } from './document-model.ts';
import { projectsDocument } from './projects-document.ts';

type Table = Extract<DocumentBlock, { kind: 'table' }>;

const table = ({ blocks }: DocumentModel, caption: string): Table | undefined =>
  blocks.find((block): block is Table => block.kind === 'table' && block.caption.startsWith(caption));
const factLists = ({ blocks }: DocumentModel) =>
  blocks.flatMap((block) => (block.kind === 'facts' ? [new Map(block.facts)] : []));
const paragraphs = ({ blocks }: DocumentModel) =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));

describe('the projects as a document', () => {
  const model = projectsDocument(goldenPlanning());
  const [, first, second] = factLists(model);

  it('say outright which phases and criteria each serves, known or not', () => {
    expect(first?.get('Fases que cumple')).toBe('informacion\ntransaccion\notra (no está en este instrumento)');
    expect(first?.get('Criterios que atiende')).toBe('INF-01 Criterio 1\nXXX-99 (no está en este instrumento)');
    expect(second?.get('Fases que cumple')).toBe('Sin escribir');
  });

  it('say what each does and on what, with its source, dates, responsible and activities', () => {
    expect(Object.fromEntries(first ?? [])).toMatchObject({
      'Tipo de proyecto': 'Adquisición, Sostenimiento',
      'Sobre qué actúa': 'Sistemas de información, Comunicación de datos',
      'Fuente de los recursos': 'Inversión',
      Inicio: '1 de marzo de 2010',
      Fin: '1 de febrero de 2010. Termina antes de comenzar',
      'Dependencia responsable': 'Sistemas',
      'Cargo responsable': 'Coordinador',
      'Actividades que apoya':
        'INF-01 Publicar la visión\nDEM-01 Abrir el foro (salió del plan)\nZZZ-01 (no está en el plan)',
      Observaciones: '-3',
    });
    expect(Object.fromEntries(second ?? [])).toMatchObject({ 'Tipo de proyecto': 'Sin escribir', Fin: 'Sin escribir' });
  });

  it('give hardware, software and communications in pesos, and a sum that says what it lacks', () => {
    expect(table(model, 'Recursos tecnológicos de P-01')).toMatchObject({
      rows: [
        ['Hardware', 'Servidor', '$\u00a0999.999.999.999.999,99'],
        ['Software', 'Sin escribir', 'Sin valor'],
        ['Comunicaciones', 'No necesita', '$\u00a00'],
      ],
      foot: ['Total', 'Falta 1 de 3 valores', 'Al menos $\u00a0999.999.999.999.999,99'],
    });
    expect(table(model, 'Recursos tecnológicos de P-02')?.foot).toEqual([
      'Total',
      'Faltan 3 de 3 valores',
      'Sin valor',
    ]);
  });

  it('total by phase, kind and resource, and say that a project counts whole in each', () => {
    expect(table(model, 'Totales por fase')).toMatchObject({
      rows: [
        [
          'informacion',
          '1',
          '$\u00a0999.999.999.999.999,99',
          'Sin valor',
          '$\u00a00',
          'Al menos $\u00a0999.999.999.999.999,99',
        ],
        ['interaccion', '0', '$\u00a00', '$\u00a00', '$\u00a00', '$\u00a00'],
        [
          'transaccion',
          '1',
          '$\u00a0999.999.999.999.999,99',
          'Sin valor',
          '$\u00a00',
          'Al menos $\u00a0999.999.999.999.999,99',
        ],
        ['transformacion', '0', '$\u00a00', '$\u00a00', '$\u00a00', '$\u00a00'],
        ['democracia', '0', '$\u00a00', '$\u00a00', '$\u00a00', '$\u00a00'],
        ['Sin fase de este instrumento', '1', 'Sin valor', 'Sin valor', 'Sin valor', 'Sin valor'],
      ],
      foot: [
        'Todos, cada uno una vez',
        '2',
        'Al menos $\u00a0999.999.999.999.999,99',
        'Sin valor',
        'Al menos $\u00a00',
        'Al menos $\u00a0999.999.999.999.999,99',
      ],
    });
    expect(table(model, 'Totales por tipo')?.rows.map(([name, count]) => `${name} ${count}`)).toContain('Sin tipo 1');
    expect(table(model, 'Totales por recurso')?.rows).toHaveLength(3);
    expect(paragraphs(model).join(' ')).toContain('las filas pueden sumar más que el total');
    expect(paragraphs(model)).toContain('Faltan 4 de 6 valores. Lo que falta no suma.');
  });

  it('of a full entity have the totals of the domain', () => {
    const planning = fullPlanning();
    const full = projectsDocument(planning);
    const { all, byPhase } = planning.totals;
    expect(table(full, 'Totales por fase')?.rows.map((row) => row[1])).toEqual(
      byPhase.map(({ sum }) => String(sum.projects)),
    );
    expect(table(full, 'Totales por recurso')?.rows.map((row) => row[1]?.replace('Al menos ', ''))).toEqual(
      resourceKinds.map((kind) => showPesos(all.amounts[kind])),
    );
    expect(factLists(full)[0]?.get('Proyectos')).toBe(
      `Al menos ${showPesos(all.total)} en 2 proyectos; falta 1 de 6 valores`,
    );
  });

  it('stand where there are none', () => {
    const none = projectsDocument(planningOf(goldenInstrument, goldenAssessment, goldenPlan, []));
    expect(paragraphs(none)).toContain('No hay proyectos escritos.');
    expect(factLists(none)[0]?.get('Proyectos')).toBe('Sin proyectos');
    expect(none.blocks.some(({ kind }) => kind === 'table')).toBe(false);
  });
});
