import { BLANK } from '../../src/assessment/domain/answer.ts';
import { NO_DOCUMENTS, type Assessment } from '../../src/assessment/domain/assessment.ts';
import { aSection } from './instrument.ts';

/** A small instrument of six sections, for the files in `tests/golden/`. Those files depend on it: it does not change. */
export const goldenInstrument = {
  id: 'decreto-1151-2008',
  version: '2026.1',
  sections: [
    aSection('preparacion', 1),
    aSection('informacion', 6),
    aSection('interaccion', 1),
    aSection('transaccion', 3),
    aSection('transformacion', 1),
    aSection('democracia', 1),
  ],
};

/** An assessment with what is hard to carry: every kind of answer, formulas, signs, checks and keys of other versions. */
export const goldenAssessment: Assessment = {
  id: '0f0c8a0e-6d0b-4b7e-9a35-2f1a4c1f9f10',
  instrument: { id: 'decreto-1151-2008', version: '2026.1', extra: { nota: 'de otra versión' } },
  entity: {
    name: 'Instituto Nacional de Salud; «Salud & Vida»',
    acronym: 'INS',
    nit: '899999403-4',
    order: 'nacional',
    contact: { name: '', position: 'Jefe de la Oficina de Planeación', email: 'planeacion@ejemplo.gov.co' },
  },
  label: 'Antes del cierre del semestre',
  cutoffDate: '2009-10-15',
  profile: { tramites: true, sedes: false },
  created: '2009-10-01T14:03:00.000Z',
  modified: '2009-10-15T21:40:12.512Z',
  revision: 41,
  documents: { ...NO_DOCUMENTS, activities: { 'INF-01': { actividad: 'Publicar' } } },
  closing: null,
  answers: {
    'PRE-01': { ...BLANK, kind: 'assessed', met: ['a', 'b'], updatedAt: '2009-10-02T10:00:00.000Z' },
    'INF-01': {
      ...BLANK,
      kind: 'assessed',
      met: ['b', 'retirada'],
      note: 'Falta publicar la visión "aprobada" en agosto; va en revisión.\r\nSegunda línea.',
      evidence: [
        { title: 'Quiénes somos', url: 'https://www.ejemplo.gov.co/quienes-somos', extra: { vista: '2009-10-03' } },
        { title: '', url: 'https://www.ejemplo.gov.co/a?b=1&c=d|e' },
      ],
      updatedAt: '2009-10-14T16:20:00.000Z',
      extra: { color: 'azul' },
    },
    'INF-02': {
      ...BLANK,
      kind: 'assessed',
      note: '=HYPERLINK("https://x.co";"ver")',
      updatedAt: '2009-10-05T10:00:00.000Z',
    },
    'INF-03': {
      ...BLANK,
      kind: 'notApplicable',
      met: ['a'],
      justification: 'La entidad no tiene sedes.',
      legalGround: '- Decreto 272 de 2004, art. 3',
      updatedAt: '2009-10-06T10:00:00.000Z',
    },
    'INF-04': { ...BLANK, met: ['a'], note: ' +57 1 330 5000 ', updatedAt: '2009-10-07T10:00:00.000Z' },
    'INF-05': {
      ...BLANK,
      kind: 'assessed',
      met: ['a'],
      note: 'campana\u0007, nulo\u0000, mitad \ud800, _x0041_, _x000D_, <b>&amp;</b> 🏛️ \u202Eoicivres\u202C __proto__',
      evidence: [{ title: '@Acta\n3 | uno', url: 'http://ejemplo.gov.co' }],
      updatedAt: '2009-10-08T10:00:00.000Z',
    },
    'TRA-01': { ...BLANK, kind: 'notApplicable', updatedAt: '2009-10-09T10:00:00.000Z' },
    'TRA-02': {
      ...BLANK,
      kind: 'notApplicable',
      justification: 'No cobra por sus trámites.',
      updatedAt: '2009-10-09T11:00:00.000Z',
    },
    'TRA-03': { ...BLANK, kind: 'notApplicable', justification: 'constructor', updatedAt: '2009-10-09T12:00:00.000Z' },
    'DEM-01': { ...BLANK, kind: 'assessed', met: ['a', 'b'], note: '__proto__', updatedAt: '2009-10-10T10:00:00.000Z' },
    'XXX-99': { ...BLANK, kind: 'assessed', met: ['x'], note: '@otra', updatedAt: '2009-10-11T10:00:00.000Z' },
  },
};
