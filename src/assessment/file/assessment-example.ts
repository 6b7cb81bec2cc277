/**
 * The published example of the assessment file (docs/assessment-file.md), with invented answers: every kind of answer, a
 * plan (one activity has left it) and a project. Its keys stand in the order in which the site writes them; a test holds it.
 */
const example = {
  formato: 'gel-autoevaluacion',
  versionFormato: 1,
  id: '0f0c8a0e-6d0b-4b7e-9a35-2f1a4c1f9f10',
  instrumento: { id: 'decreto-1151-2008', version: '2026.1' },
  entidad: {
    nombre: 'Instituto Nacional de Salud',
    sigla: 'INS',
    nit: '899999403-4',
    orden: 'nacional',
    contacto: {
      nombre: 'Nombre de ejemplo',
      cargo: 'Jefe de la Oficina de Planeación',
      correo: 'planeacion@ejemplo.gov.co',
    },
  },
  etiqueta: 'Archivo de ejemplo',
  fechaCorte: '2009-10-15',
  perfil: { tramites: true, 'recauda-pagos': false },
  creada: '2009-10-01T14:03:00.000Z',
  modificada: '2009-10-15T21:40:12.512Z',
  revision: 41,
  respuestas: {
    'INF-01': {
      tipo: 'evaluada',
      cumplidas: ['mision'],
      observacion: 'Falta publicar la visión aprobada en agosto.',
      evidencias: [{ titulo: 'Quiénes somos', url: 'https://www.ejemplo.gov.co/quienes-somos' }],
      modificada: '2009-10-14T16:20:00.000Z',
    },
    'INF-02': {
      tipo: 'sin-responder',
      observacion: 'La oficina jurídica confirma las funciones el 20 de octubre.',
      modificada: '2009-10-14T16:31:00.000Z',
    },
    'TRA-09': {
      tipo: 'no-aplica',
      justificacion: 'La entidad no cobra por sus trámites.',
      fundamento: 'Concepto de la oficina jurídica',
      modificada: '2009-10-15T21:40:12.512Z',
    },
  },
  planDeAccion: {
    'INF-01': {
      actividad: 'Publicar la visión aprobada en agosto',
      producto: 'Página «Quiénes somos» con la misión y la visión',
      meta: 'Una página publicada',
      indicador: 'Páginas publicadas sobre páginas previstas',
      responsable: 'Oficina de Planeación',
      cargo: 'Jefe de oficina',
      fechaInicio: '2009-10-05',
      fechaFin: '2009-10-30',
      valor: '0',
      avances: [{ fechaCorte: '2009-10-15', porcentaje: 50, observacion: 'El texto ya está revisado.' }],
    },
    'TRA-04': {
      criterios: ['TRA-04', 'TRA-05'],
      actividad: 'Poner en línea el formulario y la constancia de dos trámites',
      meta: 'Dos trámites con formulario y constancia en línea',
      responsable: 'Oficina de Sistemas',
      cargo: 'Coordinador',
      fechaInicio: '2010-02-01',
      fechaFin: '2010-09-30',
      motivoFechaFin: 'El contrato se adjudica en marzo de 2010.',
      recursosTecnologicos: 'Un servidor y el desarrollo de los formularios',
      valor: '46250000.50',
      fuente: 'Inversión',
      tramiteRelacionado: 'Los dos trámites más pedidos',
    },
    'TRA-09': {
      actividad: 'Contratar el pago en línea',
      responsable: 'Oficina Financiera',
      retirada: { motivo: 'no-aplica', fecha: '2009-10-15' },
    },
  },
  planGeneral: {
    racionalizacionTramites: 'Los dos trámites se simplifican antes de ponerlos en línea.',
    servicioCiudadano: 'La atención en línea usa las mismas respuestas que la de las ventanillas.',
    mecanismos: 'El comité revisa el plan cada mes.',
    recursos: 'Recursos de inversión de la vigencia 2010.',
  },
  proyectos: [
    {
      id: 'P-01',
      nombre: 'Trámites en línea',
      tipos: ['adquisicion', 'integracion'],
      sobre: ['sistemas-de-informacion', 'equipos-de-procesamiento'],
      fases: ['transaccion'],
      criterios: ['TRA-04', 'TRA-05'],
      recursos: {
        hardware: { descripcion: 'Un servidor', valor: '16250000' },
        software: { descripcion: 'Desarrollo de los formularios', valor: '30000000.50' },
        comunicaciones: { valor: '0' },
      },
      fuente: 'Inversión',
      fechaInicio: '2010-02-01',
      fechaFin: '2010-09-30',
      responsable: 'Oficina de Sistemas',
      cargo: 'Coordinador',
      actividades: ['TRA-04'],
    },
  ],
};

/** Gives the text of the example, as the site would save it. */
export function assessmentExample(): string {
  return `${JSON.stringify(example, null, 2)}\n`;
}
