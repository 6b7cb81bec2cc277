// What no single file shows: a repeated code, a phase, a group, a condition or a term that is not there.
import { coherenceAdvice } from '../../src/instrument/copy/coherence.ts';
import { coherenceProblems, type CoherenceProblem } from '../../src/instrument/instrument-assembly.ts';
import { conditionSchema } from '../../src/instrument/schemas/condition.ts';
import { criterionSchema } from '../../src/instrument/schemas/criterion.ts';
import { phaseSchema } from '../../src/instrument/schemas/phase.ts';
import type { ContentRecord } from './files.ts';
import { told, type Problem } from './problem.ts';

const keyOf: Record<CoherenceProblem['kind'], string> = {
  repeatedId: 'id',
  unknownSection: 'fase',
  unknownGroup: 'grupo',
  unknownCondition: 'aplicaSi',
  foreignId: 'id',
  emptySection: 'id',
  unknownDependency: 'dependeDe',
};

const idOf = ({ value }: ContentRecord): unknown => (value as { id?: unknown } | null)?.id;

function repeated(records: readonly ContentRecord[], key: string): Problem[] {
  const seen = new Map<string, ContentRecord>();
  return records.flatMap((record): Problem[] => {
    const id = String((record.value as Record<string, unknown>)[key]);
    const earlier = seen.get(id);
    seen.set(id, record);
    if (!earlier) return [];
    return [
      {
        file: record.file,
        line: record.lineOf([key]),
        key: record.keyOf([key]),
        found: `${told(id)}, que ya está en la línea ${earlier.lineOf([key])}${earlier.file === record.file ? '' : ` de ${earlier.file}`}`,
        write: `otro «${key}»: es permanente y no se repite.`,
      },
    ];
  });
}

function instrumentProblems(kinds: ReadonlyMap<string, readonly ContentRecord[]>): Problem[] {
  const of = (kind: string): readonly ContentRecord[] => kinds.get(kind) ?? [];
  const [criteria, phases, conditions] = [of('criterios'), of('fases'), of('condiciones')];
  const source = {
    id: '',
    version: '',
    phases: phases.map(({ value }) => phaseSchema.parse(value)),
    criteria: criteria.map(({ value }) => criterionSchema.parse(value)),
    conditions: conditions.map(({ value }) => conditionSchema.parse(value)),
  };
  return coherenceProblems(source).flatMap((problem) => {
    const key = keyOf[problem.kind];
    // Of two with one code, the later file is the newcomer.
    const record = [...criteria, ...conditions, ...phases].filter((each) => idOf(each) === problem.id).at(-1);
    if (!record) return [];
    return [
      {
        file: record.file,
        line: record.lineOf([key]),
        key: record.keyOf([key]),
        found: told(problem.value),
        write: coherenceAdvice(problem),
      },
    ];
  });
}

/** The line of time says the deadlines of the phases again, each with the address of its phase. */
function deadlineProblems(phases: readonly ContentRecord[], milestones: readonly ContentRecord[]): Problem[] {
  return phases.flatMap((phase) => {
    const { id, plazos } = phase.value as { id: string; plazos: Readonly<Record<string, { fecha: string }>> | null };
    return Object.entries(plazos ?? {}).flatMap(([order, { fecha }]) =>
      milestones.flatMap((milestone): Problem[] => {
        const said = milestone.value as Readonly<Record<'fecha' | 'quien' | 'orden' | 'enlace', unknown>>;
        if (said.quien !== 'Decreto' || said.orden !== order || said.enlace !== `/fases/${id}/`) return [];
        if (said.fecha === fecha) return [];
        return [
          {
            file: milestone.file,
            line: milestone.lineOf(['fecha']),
            key: milestone.keyOf(['fecha']),
            found: `${told(String(said.fecha))}, y el plazo en ${phase.file} es ${told(fecha)}`,
            write: 'la misma fecha en los dos archivos, y la entrada en su lugar de la línea de tiempo.',
          },
        ];
      }),
    );
  });
}

/** Takes the records by kind, each of which fits its schema; gives what does not fit between them. */
export function acrossProblems(kinds: ReadonlyMap<string, readonly ContentRecord[]>): Problem[] {
  const of = (kind: string): readonly ContentRecord[] => kinds.get(kind) ?? [];
  const terms = new Set(of('glosario').map(idOf));
  return [
    ...instrumentProblems(kinds),
    ...['normas', 'glosario', 'preguntas', 'condiciones', 'fases'].flatMap((kind) => repeated(of(kind), 'id')),
    ...deadlineProblems(of('fases'), of('fechas')),
    ...repeated(of('sector'), 'sigla'),
    ...repeated(of('articulos'), 'numero'),
    ...repeated(of('versiones'), 'version'),
    ...of('glosario').flatMap((record) => {
      const { verTambien } = record.value as { verTambien: string[] };
      return verTambien.flatMap((id, index): Problem[] =>
        terms.has(id)
          ? []
          : [
              {
                file: record.file,
                line: record.lineOf(['verTambien', index]),
                key: record.keyOf(['verTambien', index]),
                found: told(id),
                write: 'el «id» de un término del glosario.',
              },
            ],
      );
    }),
  ];
}
