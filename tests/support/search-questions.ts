export interface SearchQuestion {
  /** As a person types it: with or without accents, in capitals, with a code, with a word of their own. */
  query: string;
  /** Pages of which at least one must be among the first three results; a result with an anchor on the page counts. */
  expect: readonly string[];
}

/** The searches that must work, written from how people ask. */
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
];
