import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allSections } from '../../../tests/builders/planned-entity.ts';
import { somePlan, someProjects } from '../../../tests/builders/random-plan.ts';
import { MAX_CENTS } from '../../kit/values/money.ts';
import { EMPTY_PLAN, newActivity, withActivities, withFields, withProgress, withTexts } from '../domain/plan.ts';
import { newProject } from '../domain/projects.ts';
import { PLAN_LIMITS } from '../fields/limits.ts';
import { MAX_FILE_BYTES } from '../../assessment/file/assessment-record.ts';
import { activityFromFile, planFromFile, projectFromFile, projectsFromFile } from './plan-reading.ts';
import { planToFile, projectsToFile, projectToFile } from './plan-writing.ts';

const sections = allSections(3);
/** What a file or the browser's database gives back. */
const written = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a plan in a file', () => {
  const plan = withTexts(
    withFields(
      withActivities(EMPTY_PLAN, [
        newActivity(EMPTY_PLAN, ['INF-01']),
        newActivity(EMPTY_PLAN, ['TRA-01', 'TRA-02'], { end: '2010-03-01' }),
      ]),
      ['INF-01'],
      {
        activity: 'Publicar la misión',
        office: 'Oficina de Comunicaciones',
        amount: 1_250_000_50n,
        source: 'Inversión',
      },
    ),
    { procedures: 'Se simplifican dos trámites.' },
  );

  it('has the keys of the format, in Spanish; what was not given leaves no trace', () => {
    const file = planToFile(withProgress(plan, 'TRA-01', { date: '2009-12-31', percent: 40, note: '' }));
    expect(file).toEqual({
      planDeAccion: {
        'INF-01': {
          actividad: 'Publicar la misión',
          responsable: 'Oficina de Comunicaciones',
          valor: '1250000.50',
          fuente: 'Inversión',
        },
        'TRA-01': {
          criterios: ['TRA-01', 'TRA-02'],
          fechaFin: '2010-03-01',
          avances: [{ fechaCorte: '2009-12-31', porcentaje: 40 }],
        },
      },
      planGeneral: { racionalizacionTramites: 'Se simplifican dos trámites.' },
    });
    expect(planToFile(EMPTY_PLAN)).toEqual({});
    expect(planFromFile({ formato: 'gel-autoevaluacion' })).toEqual({ ok: true, value: EMPTY_PLAN });
  });

  it('keeps the trace of what left it beside the rest', () => {
    const [first, second] = plan.activities;
    if (!first || !second) throw new Error('The plan has two rows.');
    const archived = {
      ...plan,
      activities: [second],
      archived: [{ activity: first, why: 'met' as const, date: '2010-03-31' }],
    };
    const file = planToFile(archived);
    expect(Object.keys(file.planDeAccion ?? {})).toEqual(['INF-01', 'TRA-01']);
    expect(file.planDeAccion?.['INF-01']).toMatchObject({
      actividad: 'Publicar la misión',
      retirada: { motivo: 'cumplida', fecha: '2010-03-31' },
    });
    expect(planFromFile(written(file))).toEqual({ ok: true, value: archived });
  });

  it('comes back as it was, and is written again in the same bytes', () => {
    fc.assert(
      fc.property(somePlan(sections), (plan) => {
        const decoded = planFromFile(written(planToFile(plan)));
        expect(decoded).toEqual({ ok: true, value: plan });
        expect(decoded.ok && JSON.stringify(planToFile(decoded.value))).toBe(JSON.stringify(planToFile(plan)));
      }),
    );
  });

  it('keeps what this version does not know, at every level, whatever its name', () => {
    const text =
      '{"planDeAccion":{"INF-01":{"avances":[{"fechaCorte":"2009-12-31","porcentaje":1,"firma":"x"}],' +
      '"retirada":{"motivo":"no-aplica","fecha":"2010-01-01","acta":"7"},"color":"azul","__proto__":{"x":1}},' +
      '"__proto__":{"actividad":"a"}},"planGeneral":{"aprobado":"2009-10-30","constructor":[1]}}';
    const decoded = planFromFile(JSON.parse(text));
    const again = decoded.ok ? JSON.stringify(planToFile(decoded.value)) : '';
    for (const kept of [
      '"firma":"x"',
      '"acta":"7"',
      '"color":"azul"',
      '"__proto__":{"x":1}',
      '"__proto__":{"actividad":"a"}',
      '"aprobado":"2009-10-30"',
      '"constructor":[1]',
    ]) {
      expect(again).toContain(kept);
    }
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });

  it.each([
    [{ planDeAccion: [] }, 'planDeAccion', 'se esperaban las actividades entre llaves'],
    [{ planDeAccion: null }, 'planDeAccion', 'se esperaban las actividades entre llaves'],
    [{ planDeAccion: { 'INF-01': 7 } }, 'planDeAccion.INF-01', 'se esperaba una actividad entre llaves'],
    [{ planDeAccion: { '': {} } }, 'planDeAccion.', 'se esperaba un identificador'],
    [{ planDeAccion: { 'INF-01': { actividad: 7 } } }, 'planDeAccion.INF-01.actividad', 'se esperaba un texto'],
    [
      { planDeAccion: { 'INF-01': { meta: 'a'.repeat(5001) } } },
      'planDeAccion.INF-01.meta',
      'se esperaba un texto de 5000 caracteres como máximo',
    ],
    [
      { planDeAccion: { 'INF-01': { criterios: [] } } },
      'planDeAccion.INF-01.criterios',
      'se esperaba al menos un criterio',
    ],
    [
      { planDeAccion: { 'INF-01': { fechaFin: '1/12/2009' } } },
      'planDeAccion.INF-01.fechaFin',
      'se esperaba una fecha como 2010-06-01',
    ],
    [
      { planDeAccion: { 'INF-01': { fechaFin: '2009-02-30' } } },
      'planDeAccion.INF-01.fechaFin',
      'se esperaba un día que exista',
    ],
    [
      { planDeAccion: { 'INF-01': { retirada: { motivo: 'cumplida', fecha: '2009-02-30' } } } },
      'planDeAccion.INF-01.retirada.fecha',
      'se esperaba un día que exista',
    ],
    [
      { planDeAccion: { 'INF-01': { avances: [{ fechaCorte: '2009-12-31', porcentaje: 101 }] } } },
      'planDeAccion.INF-01.avances.0.porcentaje',
      'se esperaba un número entero de 0 a 100',
    ],
    [
      {
        planDeAccion: {
          'INF-01': {
            avances: [
              { fechaCorte: '2009-12-31', porcentaje: 1 },
              { fechaCorte: '2009-12-31', porcentaje: 2 },
            ],
          },
        },
      },
      'planDeAccion.INF-01.avances.1.fechaCorte',
      'se esperaba un solo avance por fecha',
    ],
    [{ planGeneral: 'x' }, 'planGeneral', 'se esperaban los textos del plan entre llaves'],
    [{ planGeneral: { recursos: 1 } }, 'planGeneral.recursos', 'se esperaba un texto'],
  ])('is refused with the place and what was expected: %j', (raw, path, expected) => {
    expect(planFromFile(raw)).toEqual({ ok: false, problems: [{ path, expected }] });
  });

  it('that a person left with its end before its start opens all the same', () => {
    const raw = { planDeAccion: { 'INF-01': { fechaInicio: '2010-02-01', fechaFin: '2010-01-01' } } };
    expect(planFromFile(raw).ok).toBe(true);
  });

  it('holds 500 activities with a text of 5.000 characters each, and refuses more rows than its limit', () => {
    const long = 'á'.repeat(5000);
    let big = EMPTY_PLAN;
    for (let index = 0; index < 500; index += 1) {
      big = withActivities(big, [newActivity(big, ['INF-01'], { activity: long, goal: 'Una' })]);
    }
    const text = JSON.stringify(planToFile(big));
    expect(new Blob([text]).size).toBeLessThan(MAX_FILE_BYTES);
    expect(planFromFile(JSON.parse(text))).toEqual({ ok: true, value: big });
    const rows = Array.from({ length: PLAN_LIMITS.activities + 1 }, (_, index) => [`INF-${index}`, {}] as const);
    expect(planFromFile({ planDeAccion: Object.fromEntries(rows.slice(1)) }).ok).toBe(true);
    expect(planFromFile({ planDeAccion: Object.fromEntries(rows) }).ok).toBe(false);
  });
});

describe('an amount in a file', () => {
  const amountOf = (valor: unknown) => {
    const decoded = activityFromFile('INF-01', { valor });
    return decoded.ok && 'amount' in decoded.value ? decoded.value.amount : 'refused';
  };

  it('is a decimal string of pesos', () => {
    expect(amountOf('0')).toBe(0n);
    expect(amountOf('1250000')).toBe(1_250_000_00n);
    expect(amountOf('1250000.05')).toBe(1_250_000_05n);
    expect(amountOf('999999999999999.99')).toBe(MAX_CENTS);
    expect(amountOf(undefined)).toBeNull();
  });

  it.each([1250000, '1.250.000', '1250000,50', '1250000.5', '-1', '', '01', '1e3', ' 1', null, '1000000000000000'])(
    'is refused in any other form: %j',
    (valor) => {
      expect(amountOf(valor)).toBe('refused');
    },
  );
});

describe('the projects in a file', () => {
  it('have Spanish keys, and the words of the circular for what they do and act on', () => {
    const project = newProject([], {
      name: 'Portal',
      kinds: ['acquisition', 'sustainment'],
      targets: ['informationSystems', 'dataCommunication'],
      phases: ['transaccion'],
      criteria: ['TRA-01'],
      resources: {
        hardware: { description: 'Dos servidores', amount: 80_000_000_00n },
        software: { description: '', amount: 0n },
        communications: { description: '', amount: null },
      },
      source: 'Inversión',
      activities: ['TRA-01', 'TRA-01-2'],
    });
    const file = {
      id: 'P-01',
      nombre: 'Portal',
      tipos: ['adquisicion', 'sostenimiento'],
      sobre: ['sistemas-de-informacion', 'comunicacion-de-datos'],
      fases: ['transaccion'],
      criterios: ['TRA-01'],
      recursos: { hardware: { descripcion: 'Dos servidores', valor: '80000000' }, software: { valor: '0' } },
      fuente: 'Inversión',
      actividades: ['TRA-01', 'TRA-01-2'],
    };
    expect(projectToFile(project)).toEqual(file);
    expect(projectFromFile(file)).toEqual({ ok: true, value: project });
    expect(projectToFile(newProject([]))).toEqual({ id: 'P-01' });
    expect(projectsToFile([])).toEqual({});
    expect(projectsFromFile({})).toEqual({ ok: true, value: [] });
  });

  it('come back as they were, with what this version does not know, and in the same bytes', () => {
    fc.assert(
      fc.property(someProjects(sections), (projects) => {
        const decoded = projectsFromFile(written(projectsToFile(projects)));
        expect(decoded).toEqual({ ok: true, value: projects });
        expect(decoded.ok && JSON.stringify(projectsToFile(decoded.value))).toBe(
          JSON.stringify(projectsToFile(projects)),
        );
      }),
    );
  });

  it('that came without an id, as in the example once published, get the next free one', () => {
    const decoded = projectsFromFile({ proyectos: [{ nombre: 'a' }, { id: 'P-01' }, { nombre: 'b' }] });
    expect(decoded.ok && decoded.value.map(({ id, name }) => [id, name])).toEqual([
      ['P-02', 'a'],
      ['P-01', ''],
      ['P-03', 'b'],
    ]);
  });

  it.each([
    [{}, 'proyectos', 'se esperaba una lista de proyectos'],
    [null, 'proyectos', 'se esperaba una lista de proyectos'],
    [['x'], 'proyectos.0', 'se esperaba un proyecto entre llaves'],
    [[{ id: 7 }], 'proyectos.0.id', 'se esperaba un texto'],
    [[{ id: '' }], 'proyectos.0.id', 'se esperaba un identificador'],
    [[{ id: 'P-01' }, { id: 'P-01' }], 'proyectos.1.id', 'se esperaba un identificador que no esté en otro proyecto'],
    [
      [{ id: 'P-01', tipos: ['compra'] }],
      'proyectos.0.tipos.0',
      'se esperaba adquisicion, reposicion, actualizacion, integracion, mantenimiento o sostenimiento',
    ],
    [
      [{ id: 'P-01', recursos: { hardware: { valor: 7 } } }],
      'proyectos.0.recursos.hardware.valor',
      'se esperaba un valor en pesos entre comillas, como "1250000" o "1250000.50"',
    ],
    [[{ id: 'P-01', fechaFin: '2010-02-30' }], 'proyectos.0.fechaFin', 'se esperaba un día que exista'],
  ])('are refused with the place and what was expected: %j', (proyectos, path, expected) => {
    expect(projectsFromFile({ proyectos })).toEqual({ ok: false, problems: [{ path, expected }] });
  });
});
