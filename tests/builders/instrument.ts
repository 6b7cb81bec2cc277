import type { Section } from '../../src/instrument/instrument.ts';
import type { SectionId } from '../../src/instrument/schemas/criterion.ts';

const codes: Record<SectionId, string> = {
  preparacion: 'PRE',
  informacion: 'INF',
  interaccion: 'INT',
  transaccion: 'TRA',
  transformacion: 'TRF',
  democracia: 'DEM',
};
const days: Record<SectionId, string> = {
  preparacion: '',
  informacion: '2008-06-01',
  interaccion: '2008-12-01',
  transaccion: '2009-12-01',
  transformacion: '2010-06-01',
  democracia: '2010-12-01',
};

/** A section with `size` criteria of weight 1 and two checks, `a` and `b`. */
export function aSection(id: SectionId, size: number, appliesIf = 'siempre'): Section {
  const deadline = { date: days[id], confidence: 'sin-confirmar' as const };
  return {
    id,
    code: codes[id],
    name: id,
    shortName: id,
    deadlines: id === 'preparacion' ? null : { nacional: deadline, territorial: deadline },
    criteria: Array.from({ length: size }, (_, index) => ({
      id: `${codes[id]}-${String(index + 1).padStart(2, '0')}`,
      name: `Criterio ${index + 1}`,
      weight: 1,
      group: `${codes[id]}-G1`,
      appliesIf,
      admitsNotApplicable: true,
      checks: [
        { id: 'a', text: 'Está a.' },
        { id: 'b', text: 'Está b.' },
      ],
    })),
  };
}
