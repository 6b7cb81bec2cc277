import type { Instrument, Section } from './instrument.ts';
import { instrumentDataSchema, type InstrumentData } from './schemas/instrument-data.ts';

/** Takes the instrument, its version's date and digest, and what each criterion asks; gives it as published for programs. */
export function instrumentToData(
  instrument: Instrument,
  version: { date: string; digest: string },
  asked: (criterionId: string) => string,
): InstrumentData {
  return {
    id: instrument.id,
    version: instrument.version,
    fecha: version.date,
    huella: version.digest,
    fases: instrument.sections.map(({ id, code, name, criteria }) => ({
      id,
      codigo: code,
      nombre: name,
      criterios: criteria.map((criterion) => ({
        id: criterion.id,
        nombre: criterion.name,
        quePide: asked(criterion.id),
        peso: criterion.weight,
        aplicaSi: criterion.appliesIf,
        admiteNoAplica: criterion.admitsNotApplicable,
        verificaciones: criterion.checks.map(({ id: check, text }) => ({ id: check, texto: text })),
      })),
    })),
  };
}

/** Takes any value; gives the version of the instrument in it, or null where it is none. */
export function readInstrumentData(value: unknown): InstrumentData | null {
  const reading = instrumentDataSchema.safeParse(value);
  return reading.success ? reading.data : null;
}

/**
 * Takes an earlier version and the present sections; gives the sections as that version asked them. Names, order and
 * deadlines of the phases are the present ones: only what is asked belongs to a version.
 */
export function sectionsOfVersion(data: InstrumentData, present: readonly Section[]): Section[] {
  return present.map((section) => {
    const phase = data.fases.find(({ id }) => id === section.id);
    return {
      ...section,
      criteria: (phase?.criterios ?? []).map((criterion) => ({
        id: criterion.id,
        name: criterion.nombre,
        weight: criterion.peso,
        checks: criterion.verificaciones.map(({ id, texto }) => ({ id, text: texto })),
        group: section.criteria.find(({ id }) => id === criterion.id)?.group ?? '',
        appliesIf: criterion.aplicaSi,
        admitsNotApplicable: criterion.admiteNoAplica,
      })),
    };
  });
}
