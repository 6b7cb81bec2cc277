import { fromZod, type CarriedSchema } from '../../assessment/file/assessment-json-schema.ts';
import { activityFields, activityWords } from '../fields/activity-fields.ts';
import { fieldsOf, type Catalogue, type FieldWords } from '../fields/field.ts';
import { PLAN_LIMITS } from '../fields/limits.ts';
import { projectFields, projectWords, resourceDescriptions } from '../fields/project-fields.ts';
import { documentId } from './field-schema.ts';
import { activityFile, planTextsFile, projectFile } from './schema.ts';

/** The descriptions of the fields of a record, by their place. */
function descriptionsOf<Fields extends Catalogue>(
  record: string,
  fields: Fields,
  words: Readonly<Record<keyof Fields, FieldWords>>,
): Record<string, string> {
  const entries = fieldsOf(fields).flatMap(([key, { file }]): [string, string][] => {
    const { description, each } = words[key];
    const place = `${record}.${file}`;
    return [[place, description], ...(each === undefined ? [] : [[`${place}.*`, each] as [string, string]])];
  });
  return Object.fromEntries(entries);
}

function resourceWords(): Record<string, string> {
  const { file, options } = projectFields.resources;
  const entries = Object.entries(options).flatMap(([kind, option]) => {
    const place = `proyectos.*.${file}.${option.file}`;
    return [
      [place, resourceDescriptions[kind as keyof typeof options]],
      [`${place}.descripcion`, 'Qué se asigna.'],
      [`${place}.valor`, 'Cuánto cuesta, en pesos y entre comillas, como el de una actividad.'],
    ];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

/** What the published JSON Schema says of the plan and the projects. For the build and the tests: no page loads it. */
export const documentsJsonSchema: CarriedSchema = {
  properties: {
    planDeAccion: {
      type: 'object',
      maxProperties: PLAN_LIMITS.activities,
      propertyNames: fromZod(documentId),
      additionalProperties: fromZod(activityFile),
    },
    planGeneral: fromZod(planTextsFile),
    proyectos: { type: 'array', maxItems: PLAN_LIMITS.projects, items: fromZod(projectFile) },
  },
  descriptions: {
    planDeAccion:
      'El plan de acción: cada actividad bajo su código, que es el del criterio, como INF-01; la segunda del mismo criterio, INF-01-2.',
    'planDeAccion.*': 'Una actividad del plan.',
    'planDeAccion.*.criterios': 'Los criterios que la actividad cumple. Falta si es solo el de su código.',
    'planDeAccion.*.criterios.*': 'El código de un criterio, como INF-01.',
    ...descriptionsOf('planDeAccion.*', activityFields, activityWords),
    'planDeAccion.*.avances': 'Cómo iba la actividad en cada fecha de corte; una sola vez por fecha.',
    'planDeAccion.*.avances.*': 'El avance en una fecha de corte.',
    'planDeAccion.*.avances.*.fechaCorte': 'El día que describe. Se escribe AAAA-MM-DD.',
    'planDeAccion.*.avances.*.porcentaje': 'Cuánto se había hecho, de 0 a 100.',
    'planDeAccion.*.avances.*.observacion': 'Lo que la entidad quiera anotar de ese avance.',
    'planDeAccion.*.retirada':
      'Si la actividad salió del plan porque sus criterios se cumplieron o dejaron de aplicar. Si sigue en el plan, la clave no está.',
    'planDeAccion.*.retirada.motivo':
      'Por qué salió: si al menos uno de sus criterios se cumplió, o si ninguno aplica.',
    'planDeAccion.*.retirada.fecha': 'La fecha de corte en la que salió. Se escribe AAAA-MM-DD.',
    planGeneral: 'Lo que el plan dice en conjunto.',
    'planGeneral.racionalizacionTramites': 'Cómo concuerda el plan con la racionalización de trámites.',
    'planGeneral.servicioCiudadano':
      'Cómo concuerda con el Programa Nacional de Servicio al Ciudadano, que la circular llama de Atención al Ciudadano.',
    'planGeneral.mecanismos': 'Con qué mecanismos se cumplirán las metas de las fases.',
    'planGeneral.recursos': 'Con qué recursos se cumplirán las metas de las fases.',
    proyectos: 'Los proyectos de sistemas de información.',
    'proyectos.*': 'Un proyecto.',
    'proyectos.*.id':
      'Lo que lo distingue de los demás proyectos del archivo, como P-01. Si falta, el sitio le pone el siguiente libre.',
    ...descriptionsOf('proyectos.*', projectFields, projectWords),
    ...resourceWords(),
  },
};
