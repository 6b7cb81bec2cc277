import { fromZod, type CarriedSchema } from '../../assessment/file/assessment-json-schema.ts';
import { activityFile, documentId, PLAN_LIMITS, planTextsFile, projectFile } from './schema.ts';

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
    'planDeAccion.*.actividad': 'Qué se hará.',
    'planDeAccion.*.producto': 'Qué quedará hecho, para mostrarlo.',
    'planDeAccion.*.meta': 'El resultado que se espera, con su cantidad.',
    'planDeAccion.*.indicador': 'Cómo se mide la meta.',
    'planDeAccion.*.responsable': 'La dependencia que responde por la actividad.',
    'planDeAccion.*.cargo': 'El cargo de quien responde, dentro de esa dependencia.',
    'planDeAccion.*.apoyo': 'Otras dependencias o entidades que participan.',
    'planDeAccion.*.fechaInicio': 'El día en que comienza. Se escribe AAAA-MM-DD.',
    'planDeAccion.*.fechaFin': 'El día en que termina. Se escribe AAAA-MM-DD.',
    'planDeAccion.*.motivoFechaFin': 'Por qué termina después del plazo de su fase.',
    'planDeAccion.*.recursosTecnologicos': 'Los equipos, los programas y las comunicaciones que necesita.',
    'planDeAccion.*.valor':
      'Cuánto cuesta, en pesos y entre comillas, como "1250000" o "1250000.50". Si falta, nadie lo ha dicho; "0" dice que no cuesta.',
    'planDeAccion.*.fuente': 'De dónde sale el dinero.',
    'planDeAccion.*.tramiteRelacionado': 'El trámite con el que tiene que ver.',
    'planDeAccion.*.servicioCiudadano': 'Qué relación tiene con el servicio al ciudadano.',
    'planDeAccion.*.observaciones': 'Lo que la entidad quiera anotar de la actividad.',
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
    'proyectos.*.nombre': 'Cómo se llama el proyecto.',
    'proyectos.*.tipos': 'Qué hace, con las palabras de la circular.',
    'proyectos.*.tipos.*': 'Una de las seis clases que nombra la circular.',
    'proyectos.*.sobre': 'Sobre qué actúa, con las palabras de la circular.',
    'proyectos.*.sobre.*': 'Uno de los cuatro objetos que nombra la circular.',
    'proyectos.*.fases': 'Las fases que el proyecto ayuda a cumplir.',
    'proyectos.*.fases.*': 'El nombre de una fase en la dirección de su página, como transaccion.',
    'proyectos.*.criterios': 'Los criterios que el proyecto ayuda a cumplir.',
    'proyectos.*.criterios.*': 'El código de un criterio, como TRA-04.',
    'proyectos.*.recursos': 'Los recursos tecnológicos que se le asignan.',
    ...Object.fromEntries(
      [
        ['hardware', 'Los equipos.'],
        ['software', 'Los programas.'],
        ['comunicaciones', 'Las comunicaciones.'],
      ].flatMap(([kind = '', text = '']) => [
        [`proyectos.*.recursos.${kind}`, text],
        [`proyectos.*.recursos.${kind}.descripcion`, 'Qué se asigna.'],
        [`proyectos.*.recursos.${kind}.valor`, 'Cuánto cuesta, en pesos y entre comillas, como el de una actividad.'],
      ]),
    ),
    'proyectos.*.fuente': 'De dónde sale el dinero.',
    'proyectos.*.fechaInicio': 'El día en que comienza. Se escribe AAAA-MM-DD.',
    'proyectos.*.fechaFin': 'El día en que termina. Se escribe AAAA-MM-DD.',
    'proyectos.*.responsable': 'La dependencia que responde por el proyecto.',
    'proyectos.*.cargo': 'El cargo de quien responde, dentro de esa dependencia.',
    'proyectos.*.actividades': 'Las actividades del plan que el proyecto apoya.',
    'proyectos.*.actividades.*': 'El código de una actividad del plan, como INF-01.',
    'proyectos.*.observaciones': 'Lo que la entidad quiera anotar del proyecto.',
  },
};
