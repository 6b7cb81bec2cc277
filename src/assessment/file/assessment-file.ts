import type { Answer, Mark } from '../domain/answer.ts';
import type { Assessment, AssessmentHeader, Closing, Documents } from '../domain/assessment.ts';
import { answerFile, headerFile, type AnswerFile, type HeaderFile } from './schema.ts';
import { entitySlug } from './entity-slug.ts';
import { extraOf, present, problemsOf, under, type Decoded, type FileProblem } from '../../kit/bytes/raw-object.ts';

/**
 * The door between the file's Spanish keys and the English domain (docs/assessment-file.md). The browser's database
 * holds the same form, so that one schema guards both.
 */

const kindOf: Record<AnswerFile['tipo'], Mark['kind']> = {
  evaluada: 'assessed',
  'no-aplica': 'notApplicable',
  'sin-responder': 'unanswered',
};
const typeOf: Record<Mark['kind'], AnswerFile['tipo']> = {
  assessed: 'evaluada',
  notApplicable: 'no-aplica',
  unanswered: 'sin-responder',
};

const ANSWER_KEYS = ['tipo', 'cumplidas', 'justificacion', 'fundamento', 'observacion', 'evidencias', 'modificada'];
const HEADER_KEYS = [
  'formato',
  'versionFormato',
  'id',
  'instrumento',
  'entidad',
  'fechaCorte',
  'perfil',
  'creada',
  'modificada',
  'revision',
  'respuestas',
  'etiqueta',
  'cierre',
  'planDeAccion',
  'planGeneral',
  'proyectos',
];

/** Takes an answer; gives it with the file's keys, always in the same order. */
export function answerToFile(answer: Answer): AnswerFile {
  return {
    tipo: typeOf[answer.kind],
    ...present('cumplidas', [...answer.met], answer.kind === 'assessed' || answer.met.length > 0),
    ...present('justificacion', answer.justification, answer.kind === 'notApplicable' || answer.justification !== ''),
    ...present('fundamento', answer.legalGround, answer.legalGround !== ''),
    ...present('observacion', answer.note, answer.note !== ''),
    ...present(
      'evidencias',
      answer.evidence.map(({ title, url, extra }) => ({ titulo: title, url, ...extra })),
      answer.evidence.length > 0,
    ),
    modificada: answer.updatedAt,
    ...answer.extra,
  };
}

/** Takes anything; gives an answer, or what is wrong with it and where. */
export function answerFromFile(raw: unknown): Decoded<Answer> {
  const parsed = answerFile.safeParse(raw);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) };
  const file = parsed.data;
  const rows = under(raw, 'evidencias');
  return {
    ok: true,
    value: {
      kind: kindOf[file.tipo],
      met: file.cumplidas ?? [],
      justification: file.justificacion ?? '',
      legalGround: file.fundamento ?? '',
      note: file.observacion ?? '',
      evidence: (file.evidencias ?? []).map(({ titulo, url }, index) => ({
        title: titulo ?? '',
        url,
        ...extraOf(under(rows, String(index)), ['titulo', 'url']),
      })),
      updatedAt: file.modificada,
      ...extraOf(raw, ANSWER_KEYS),
    },
  };
}

/** Takes everything of an assessment but the answers; gives it with the file's keys. */
export function headerToFile(header: AssessmentHeader): HeaderFile {
  const { contact } = header.entity;
  const contacto = {
    ...present('nombre', contact.name, contact.name !== ''),
    ...present('cargo', contact.position, contact.position !== ''),
    ...present('correo', contact.email, contact.email !== ''),
    ...contact.extra,
  };
  return {
    formato: 'gel-autoevaluacion',
    versionFormato: 1,
    id: header.id,
    instrumento: { id: header.instrument.id, version: header.instrument.version, ...header.instrument.extra },
    entidad: {
      nombre: header.entity.name,
      ...present('sigla', header.entity.acronym, header.entity.acronym !== ''),
      ...present('nit', header.entity.nit, header.entity.nit !== ''),
      orden: header.entity.order,
      ...present('contacto', contacto, Object.keys(contacto).length > 0),
      ...header.entity.extra,
    },
    ...present('etiqueta', header.label, header.label !== ''),
    fechaCorte: header.cutoffDate,
    ...present('perfil', header.profile, Object.keys(header.profile).length > 0),
    creada: header.created,
    modificada: header.modified,
    revision: header.revision,
    ...(header.closing && { cierre: closingToFile(header.closing) }),
    ...header.extra,
  };
}

function closingToFile({ date, responsible, digest, extra }: Closing): NonNullable<HeaderFile['cierre']> {
  return { fecha: date, responsable: responsible, sha256: digest, ...extra };
}

/** Takes anything; gives the header of an assessment, or what is wrong with it and where. */
export function headerFromFile(raw: unknown): Decoded<AssessmentHeader> {
  const parsed = headerFile.safeParse(raw);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) };
  const file = parsed.data;
  // Off the raw object: a parsed record has lost the key `__proto__`, which is an ordinary one here.
  const profile = Object.entries(file.perfil ? (under(raw, 'perfil') as Record<string, unknown>) : {});
  if (profile.some(([, answer]) => typeof answer !== 'boolean')) {
    return { ok: false, problems: [{ path: 'perfil.__proto__', expected: 'se esperaba true o false' }] };
  }
  const entidad = under(raw, 'entidad');
  return {
    ok: true,
    value: {
      id: file.id,
      instrument: {
        id: file.instrumento.id,
        version: file.instrumento.version,
        ...extraOf(under(raw, 'instrumento'), ['id', 'version']),
      },
      entity: {
        name: file.entidad.nombre,
        acronym: file.entidad.sigla ?? '',
        nit: file.entidad.nit ?? '',
        order: file.entidad.orden,
        contact: {
          name: file.entidad.contacto?.nombre ?? '',
          position: file.entidad.contacto?.cargo ?? '',
          email: file.entidad.contacto?.correo ?? '',
          ...extraOf(under(entidad, 'contacto'), ['nombre', 'cargo', 'correo']),
        },
        ...extraOf(entidad, ['nombre', 'sigla', 'nit', 'orden', 'contacto']),
      },
      label: file.etiqueta ?? '',
      cutoffDate: file.fechaCorte,
      profile: Object.fromEntries(profile) as Record<string, boolean>,
      created: file.creada,
      modified: file.modificada,
      revision: file.revision,
      closing: file.cierre
        ? {
            date: file.cierre.fecha,
            responsible: file.cierre.responsable,
            digest: file.cierre.sha256,
            ...extraOf(under(raw, 'cierre'), ['fecha', 'responsable', 'sha256']),
          }
        : null,
      ...extraOf(raw, HEADER_KEYS),
    },
  };
}

/**
 * Takes the plan and the projects; gives their keys of the file, each absent where it would be empty: what they say as it
 * is, activities by id like the answers, whatever order the database gives them in.
 */
export function documentsToFile({ activities, texts, projects }: Documents): Record<string, unknown> {
  const ids = Object.keys(activities).sort();
  return {
    ...present('planDeAccion', Object.fromEntries(ids.map((id) => [id, activities[id]])), ids.length > 0),
    ...present('planGeneral', texts, texts !== null && !isEmptyGroup(texts)),
    ...present('proyectos', projects, projects.length > 0),
  };
}

/**
 * Takes a whole file as plain data; gives its plan and its projects as they came, or what is wrong with their outer
 * form. What each says is read by `planning/file/documents`.
 */
export function documentsFromFile(raw: unknown): Decoded<Documents> {
  const {
    planDeAccion = {},
    planGeneral = {},
    proyectos = [],
  } = {
    planDeAccion: under(raw, 'planDeAccion'),
    planGeneral: under(raw, 'planGeneral'),
    proyectos: under(raw, 'proyectos'),
  };
  const problems: FileProblem[] = [
    ...(isGroup(planDeAccion) ? [] : [{ path: 'planDeAccion', expected: 'se esperaban las actividades entre llaves' }]),
    ...(isGroup(planGeneral)
      ? []
      : [{ path: 'planGeneral', expected: 'se esperaban los textos del plan entre llaves' }]),
    ...(Array.isArray(proyectos) ? [] : [{ path: 'proyectos', expected: 'se esperaba una lista de proyectos' }]),
  ];
  return problems.length > 0
    ? { ok: false, problems }
    : {
        ok: true,
        value: {
          activities: planDeAccion as Record<string, unknown>,
          texts: isEmptyGroup(planGeneral) ? null : planGeneral,
          projects: proyectos as unknown[],
        },
      };
}

function isGroup(raw: unknown): raw is object {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

function isEmptyGroup(raw: unknown): boolean {
  return isGroup(raw) && Object.keys(raw).length === 0;
}

/** Takes an assessment; gives its file as plain data, keys in the order of docs/assessment-file.md, answers by id. */
export function assessmentToFile(assessment: Assessment): Record<string, unknown> {
  const { answers, documents, extra, closing, ...header } = assessment;
  const respuestas = Object.fromEntries(
    Object.keys(answers)
      .sort()
      .map((id) => [id, answerToFile(answers[id] as Answer)]),
  );
  return {
    ...headerToFile({ ...header, closing: null }),
    respuestas,
    ...documentsToFile(documents),
    ...extra,
    ...(closing && { cierre: closingToFile(closing) }),
  };
}

/** Takes an assessment; gives the text of its file: UTF-8 JSON with a final newline. */
export function assessmentToText(assessment: Assessment): string {
  return `${JSON.stringify(assessmentToFile(assessment), null, 2)}\n`;
}

/** The name of an assessment's file: `autoevaluacion-ins-2009-10-15.gel.json`. */
export function assessmentFileName(header: Pick<AssessmentHeader, 'entity' | 'cutoffDate'>): string {
  return `autoevaluacion-${entitySlug(header)}.gel.json`;
}
