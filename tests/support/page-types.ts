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
  'plan/',
  'comparar/',
  'unir/',
  'comprobar/',
  'compartida/',
];
