/**
 * The published example of the assessment file (spec/assessment-file), with invented answers: every kind of answer, and
 * what this version does not know. Its keys stand in the order in which the site writes them; a test holds it.
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
    'INF-01': { actividad: 'Publicar la visión aprobada en agosto', responsable: 'Oficina de Planeación' },
  },
  proyectos: [{ nombre: 'Sistema de vigilancia en salud pública' }],
};

/** Gives the text of the example, as the site would save it. */
export function assessmentExample(): string {
  return `${JSON.stringify(example, null, 2)}\n`;
}
