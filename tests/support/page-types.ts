/** One of each type of page that people read. */
export const readingPages: readonly string[] = [
  '/',
  '/circular/',
  '/decreto/',
  '/fases/',
  '/fases/informacion/',
  '/fases/preparacion/',
  '/criterios/',
  '/criterios/inf-28/',
  '/glosario/',
  '/normas/',
  '/sector/',
  '/preguntas/',
  '/acerca/',
  '/como-se-calcula/',
  '/datos-abiertos/',
  '/vigencia/',
  '/indice/',
  '/correcciones/?criterio=INF-04',
  '/versiones/',
  '/buscar/?q=tramite',
  '/buscar/?q=xyzzyplugh',
  '/404.html',
];

/** The parts of the assessment that a person works in, under `/autoevaluacion/`. */
export const toolPages: readonly string[] = [
  '',
  'entidad/',
  'perfil/',
  'informacion/',
  'transaccion/',
  'resultados/',
  'documentos/',
  'proyectos/',
  'plan/',
  'comparar/',
  'unir/',
  'comprobar/',
  'compartida/',
];

/** Those of them that look otherwise with nothing answered, or all of it. */
export const shownByAnswers: readonly string[] = [
  '',
  'informacion/',
  'resultados/',
  'documentos/',
  'proyectos/',
  'plan/',
];
