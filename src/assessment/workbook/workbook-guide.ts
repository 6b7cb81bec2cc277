import type { Row } from 'write-excel-file/universal';
import { longDate, longInstant } from '../../kit/words/dates.ts';
import { statusName } from '../copy/terms.ts';
import type { Assessment } from '../domain/assessment.ts';
import { LIMITS } from '../file/schema.ts';
import { RESPONSES, SHEETS } from './workbook-layout.ts';
import { BLUE, SOFT, heightOf, type DesignedSheet, type Style, type Texts } from '../../kit/xlsx/workbook-sheet.ts';

/** What the guide says, as headings with their lines: a short name, and what to do. */
const GUIDE: readonly { heading: string; lines: readonly (readonly [string, string])[] }[] = [
  {
    heading: 'Qué es este libro',
    lines: [
      ['Contenido', 'Una autoevaluación completa: una hoja por cada fase y la de preparación, y los resultados.'],
      [
        'Para qué sirve',
        'Para llenarla sin conexión, repartirla entre varias personas y abrirla otra vez en el sitio.',
      ],
    ],
  },
  {
    heading: 'Cómo se llena',
    lines: [
      [
        'Verificaciones',
        'Escoja «Sí» o «No» en la columna «Respuesta». Con todas en «Sí» el criterio cumple; con algunas, queda parcial.',
      ],
      [
        'Ninguna se cumple',
        `Escoja «${RESPONSES.assessed}» en la fila del criterio y deje sus verificaciones en «No» o en blanco: queda «${statusName.unmet}».`,
      ],
      [
        statusName.notApplicable,
        `Escoja «${RESPONSES.notApplicable}» en la fila del criterio y escriba la justificación. Sin ella, el criterio sigue ${statusName.pending.toLowerCase()}.`,
      ],
      [statusName.pending, 'Deje en blanco la respuesta del criterio y las de sus verificaciones.'],
      [
        'Textos',
        'Escriba la observación, la justificación, el fundamento y las evidencias en la fila del criterio, no en las de sus verificaciones.',
      ],
      [
        'Evidencias',
        `Escriba una por línea, título y dirección: «Quiénes somos | https://www.ejemplo.gov.co/quienes-somos». Son ${LIMITS.evidenceRows} como máximo. Para pasar a otra línea dentro de la celda, use Alt + Enter en Excel o Ctrl + Enter en LibreOffice.`,
      ],
    ],
  },
  {
    heading: 'Qué no se cambia',
    lines: [
      [
        'Hojas',
        `No cambie el nombre de las hojas, no las borre y no toque la hoja oculta «${SHEETS.base}»: guarda lo que las demás no muestran. Puede añadir hojas suyas; el sitio no las lee.`,
      ],
      [
        'Filas y columnas',
        'No cambie la primera fila ni la columna «Código», y no borre filas ni columnas. Puede cambiar anchos y colores, filtrar y ordenar.',
      ],
      ['Respuestas', 'No escriba fórmulas en las respuestas ni en los textos.'],
    ],
  },
  {
    heading: 'Cómo vuelve al sitio',
    lines: [
      ['Guarde', 'Guarde el libro como .xlsx y ábralo en la página de autoevaluaciones.'],
      [
        'Qué se toma',
        'Solo lo que usted haya cambiado en las hojas de criterios; lo demás queda como estaba. Los resultados los calcula el sitio de nuevo.',
      ],
      ['Si algo no se entiende', 'El sitio dice la hoja, la fila y la columna, y no cambia nada de lo guardado.'],
    ],
  },
];

/** Whose assessment it is, of what day, and in what state. */
function factsOf({ entity, label, cutoffDate, instrument, modified, closing }: Assessment): [string, string][] {
  const facts: [string, string][] = [
    ['Entidad', entity.acronym === '' ? entity.name : `${entity.name} (${entity.acronym})`],
    ['NIT', entity.nit],
    ['Orden', entity.order === 'nacional' ? 'Nacional' : 'Territorial'],
    ['Fecha de corte', longDate(cutoffDate)],
    ['Etiqueta', label],
    ['Instrumento', `${instrument.id}, versión ${instrument.version}`],
    ['Último cambio', longInstant(modified)],
    [
      'Versión cerrada',
      closing
        ? `El ${longDate(closing.date)}, por ${closing.responsible}. Si cambia una respuesta, vuelve al sitio abierta.`
        : '',
    ],
  ];
  return facts.filter(([, value]) => value !== '');
}

/** The width of the guide's sentences, in characters. */
const GUIDE_WIDTH = 84;

/** Takes an assessment; gives the sheet that says whose it is and how the workbook is filled in. */
export function guideSheet(assessment: Assessment, texts: Texts): DesignedSheet {
  const line = ([name, text]: readonly [string, string]): Row => [
    texts.cell(name, { alignVertical: 'top', textColor: SOFT, wrap: true, height: heightOf([[text, GUIDE_WIDTH]], 5) }),
    texts.cell(text, { alignVertical: 'top', wrap: true }),
  ];
  const gap: Row = [texts.cell('', { height: 6 })];
  const under: Style = { bottomBorderColor: BLUE, bottomBorderStyle: 'thin' };
  const heading = (text: string): Row => [
    texts.cell(text, {
      ...under,
      fontWeight: 'bold',
      fontSize: 13,
      textColor: BLUE,
      height: 30,
      alignVertical: 'bottom',
    }),
    texts.cell('', under),
  ];
  return {
    sheet: {
      sheet: SHEETS.guide,
      data: [
        [
          texts.cell('Autoevaluación de Gobierno en Línea', {
            fontWeight: 'bold',
            fontSize: 18,
            textColor: BLUE,
            height: 34,
          }),
        ],
        gap,
        ...factsOf(assessment).map(line),
        ...GUIDE.flatMap((part) => [heading(part.heading), gap, ...part.lines.map(line)]),
      ],
      columns: [{ width: 24 }, { width: GUIDE_WIDTH }],
      showGridLines: false,
    },
    extras: { name: SHEETS.guide, orientation: 'portrait' },
  };
}
