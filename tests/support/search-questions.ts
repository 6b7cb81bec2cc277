export interface SearchQuestion {
  /** As a person types it: with or without accents, in capitals, with a code, with a word of their own. */
  query: string;
  /** Pages that answer it. An address without a place on the page stands for all the places on it. */
  expect: readonly string[];
  /** True where the site does not treat it: nothing may be shown as exact. */
  isAbsent?: boolean;
}

/** 100 searches, written from how people ask, that the search was tuned on. */
export const searchQuestions: readonly SearchQuestion[] = [
  // The same word with and without accents, in singular and plural.
  { query: 'tramite', expect: ['/glosario/', '/criterios/inf-15/', '/criterios/inf-16/', '/criterios/tra-06/'] },
  { query: 'Trámites', expect: ['/glosario/', '/criterios/inf-15/', '/criterios/inf-16/', '/criterios/tra-06/'] },
  { query: 'tramites en linea', expect: ['/criterios/tra-06/', '/criterios/tra-17/', '/fases/transaccion/'] },
  { query: 'organigramas', expect: ['/criterios/inf-03/'] },

  // Codes and articles.
  { query: 'INF-12', expect: ['/criterios/inf-12/'] },
  { query: 'inf12', expect: ['/criterios/inf-12/'] },
  { query: 'tra 09', expect: ['/criterios/tra-09/'] },
  { query: 'articulo 8', expect: ['/decreto/'] },
  { query: 'artículo 7 del decreto', expect: ['/decreto/'] },

  // The circular and its dates.
  { query: 'circular 62', expect: ['/circular/', '/glosario/', '/normas/'] },
  { query: 'plazos', expect: ['/decreto/', '/preguntas/', '/circular/'] },
  { query: 'plan de accion', expect: ['/criterios/pre-04/', '/glosario/', '/preguntas/'] },
  { query: 'proyectos de sistemas de informacion', expect: ['/criterios/pre-05/', '/circular/', '/preguntas/'] },
  { query: 'lugar 22 entre 26', expect: ['/circular/', '/preguntas/', '/sector/'] },
  { query: 'Diego Palacio', expect: ['/circular/', '/sector/'] },

  // Synonyms, as the glossary gives them or as people say them.
  { query: 'quejas y reclamos', expect: ['/criterios/int-06/', '/glosario/'] },
  { query: 'PQR', expect: ['/glosario/', '/criterios/int-06/'] },
  {
    query: 'pagina web',
    expect: ['/fases/informacion/', '/criterios/inf-28/', '/criterios/inf-32/', '/criterios/inf-33/'],
  },
  { query: 'firma electronica', expect: ['/criterios/tra-12/'] },
  { query: 'atencion al ciudadano', expect: ['/preguntas/', '/glosario/', '/circular/'] },
  { query: 'edemocracia', expect: ['/fases/democracia/', '/glosario/'] },
  { query: 'función pública', expect: ['/glosario/'] },
  { query: 'ventanilla unica', expect: ['/criterios/trf-01/', '/glosario/'] },
  { query: 'autodiagnóstico', expect: ['/glosario/', '/autoevaluacion/'] },

  // What a person who must comply looks for.
  { query: 'comite', expect: ['/criterios/pre-01/', '/glosario/'] },
  { query: 'pagos en línea', expect: ['/criterios/tra-09/', '/criterios/tra-10/'] },
  { query: 'horario de atencion', expect: ['/criterios/inf-04/', '/criterios/inf-05/', '/criterios/int-09/'] },
  { query: 'rendición de cuentas', expect: ['/criterios/dem-12/', '/glosario/'] },
  { query: 'accesibilidad', expect: ['/criterios/inf-34/', '/glosario/'] },

  // How the figures are made.
  { query: 'cuanto pesa', expect: ['/preguntas/', '/como-se-calcula/'] },
  { query: 'no aplica', expect: ['/preguntas/', '/como-se-calcula/'] },
  { query: 'sanciones', expect: ['/preguntas/', '/como-se-calcula/', '/acerca/'] },

  // Entities.
  { query: 'sena', expect: ['/sector/'] },
  { query: 'ICBF', expect: ['/sector/'] },
  { query: 'Instituto Nacional de Cancerologia', expect: ['/sector/'] },

  // Norms.
  { query: 'vigencia del decreto 1151', expect: ['/vigencia/', '/preguntas/', '/decreto/'] },
  { query: 'decreto 2693', expect: ['/normas/', '/vigencia/'] },
  { query: 'ley antitramites', expect: ['/normas/', '/vigencia/'] },
  { query: 'ley 962 de 2005', expect: ['/normas/', '/vigencia/'] },
  { query: 'gobierno digital', expect: ['/glosario/', '/normas/', '/vigencia/'] },

  // Names that the issue was written about, and others of their kind.
  { query: 'derecho de petición', expect: ['/criterios/int-06/', '/criterios/int-08/'] },
  { query: 'PQRSD', expect: ['/criterios/int-06/', '/glosario/#pqr'] },
  { query: 'habeas data', expect: ['/criterios/int-15/', '/criterios/inf-30/'] },
  { query: 'transparencia', expect: ['/criterios/dem-12/', '/criterios/inf-26/', '/normas/#ley-1712-2014'] },
  { query: 'ley 1712', expect: ['/normas/#ley-1712-2014'] },
  { query: 'anticorrupción', expect: ['/criterios/inf-27/', '/normas/#ley-1474-2011'] },
  { query: 'sede electrónica', expect: ['/criterios/tra-16/', '/criterios/inf-32/'] },
  { query: 'foros', expect: ['/criterios/dem-07/'] },
  { query: 'chat', expect: ['/criterios/int-09/', '/criterios/dem-07/'] },
  { query: 'datos personales', expect: ['/criterios/int-15/', '/criterios/inf-30/'] },
  { query: 'puesto 22', expect: ['/preguntas/#por-que-22-de-26', '/circular/', '/sector/'] },
  { query: 'ley de transparencia', expect: ['/normas/#ley-1712-2014'] },
  { query: 'proteccion de datos personales', expect: ['/criterios/int-15/'] },
  { query: 'plan anual de adquisiciones', expect: ['/criterios/inf-18/'] },
  { query: 'estatuto anticorrupcion', expect: ['/normas/#ley-1474-2011'] },

  // The tool's pages.
  { query: 'unir autoevaluaciones', expect: ['/autoevaluacion/unir/'] },
  { query: 'comprobar un archivo', expect: ['/autoevaluacion/comprobar/'] },
  { query: 'documentos para el ministerio', expect: ['/autoevaluacion/documentos/'] },
  { query: 'comparar dos autoevaluaciones', expect: ['/autoevaluacion/comparar/'] },
  { query: 'herramienta plan de accion', expect: ['/autoevaluacion/plan/'] },
  { query: 'proyectos', expect: ['/autoevaluacion/proyectos/', '/criterios/pre-05/', '/criterios/inf-14/'] },
  { query: 'resultados', expect: ['/autoevaluacion/resultados/'] },
  { query: 'verificar huella', expect: ['/autoevaluacion/comprobar/'] },
  { query: 'mezclar archivos de dos compañeros', expect: ['/autoevaluacion/unir/', '/preguntas/#trabajar-entre-dos'] },
  { query: 'descargar word', expect: ['/autoevaluacion/documentos/'] },
  { query: 'perfil de la entidad', expect: ['/autoevaluacion/perfil/'] },
  { query: 'cuestionario de transaccion', expect: ['/autoevaluacion/transaccion/'] },

  // What a person who must comply looks for, in their words.
  { query: 'mision y vision', expect: ['/criterios/inf-01/'] },
  { query: 'quien es el lider gel', expect: ['/criterios/pre-02/', '/glosario/#lider-gel'] },
  { query: 'mapa del sitio', expect: ['/criterios/inf-33/'] },
  { query: 'como publico los contratos', expect: ['/criterios/inf-17/'] },
  { query: 'SECOP', expect: ['/criterios/inf-17/', '/glosario/#secop'] },
  { query: 'preguntas frecuentes', expect: ['/criterios/inf-19/'] },
  { query: 'vacantes y convocatorias de empleo', expect: ['/criterios/inf-24/'] },
  { query: 'copias de seguridad', expect: ['/criterios/inf-35/'] },
  { query: 'https', expect: ['/criterios/tra-14/'] },
  { query: 'celular', expect: ['/criterios/int-16/'] },
  { query: 'página en inglés', expect: ['/criterios/int-17/'] },
  { query: 'veedurías ciudadanas', expect: ['/criterios/dem-13/'] },
  { query: 'chat en linea con funcionarios', expect: ['/criterios/int-09/'] },
  { query: 'rss', expect: ['/criterios/int-02/'] },
  { query: 'boletin por correo', expect: ['/criterios/int-02/', '/criterios/inf-21/'] },
  { query: 'notificacion por correo electronico', expect: ['/criterios/tra-13/'] },
  { query: 'radicado de una queja', expect: ['/criterios/int-07/', '/criterios/int-08/'] },
  { query: 'niños', expect: ['/criterios/inf-23/'] },
  { query: 'discapacidad', expect: ['/criterios/inf-34/', '/criterios/dem-04/'] },
  { query: 'tabla de retencion documental', expect: ['/criterios/tra-15/', '/criterios/trf-12/'] },

  // Typing as it comes.
  { query: 'orgnigrama', expect: ['/criterios/inf-03/'] },
  { query: 'PRESUPUESTO', expect: ['/criterios/inf-11/'] },
  { query: 'acesibilidad', expect: ['/criterios/inf-34/', '/glosario/#accesibilidad-web'] },
  { query: 'organig', expect: ['/criterios/inf-03/'] },
  { query: '¿Qué es el SUIT?', expect: ['/preguntas/#que-es-el-suit', '/glosario/#suit'] },
  { query: 'el decreto 1151 todavía está vigente?', expect: ['/preguntas/#sigue-vigente', '/vigencia/'] },

  // What the site does not treat: nothing may be shown as exact.
  { query: 'ley 1266', expect: [], isAbsent: true },
  { query: 'habeas corpus', expect: [], isAbsent: true },
  { query: 'acción de tutela', expect: [], isAbsent: true },
  { query: 'decreto 962', expect: [], isAbsent: true },
  { query: 'blockchain', expect: [], isAbsent: true },
  { query: 'subsidio de vivienda familiar', expect: [], isAbsent: true },
  { query: 'puesto 5 entre 26', expect: [], isAbsent: true },
];
