// The way of a person through the tool, the same in every engine: create, answer, reload, see the results, save to a file,
// open a file, plan, documents, close.
import { until, type Driver } from './driver.ts';

const quoted = (text: string): string => JSON.stringify(text);
const textOf = (selector: string): string => `(document.querySelector(${quoted(selector)})?.textContent ?? '')`;
const has = (selector: string, text: string): string => `${textOf(selector)}.includes(${quoted(text)})`;
const isShown = (selector: string): string =>
  `[...document.querySelectorAll(${quoted(selector)})].some((each) => each.checkVisibility ? each.checkVisibility() : each.offsetParent !== null)`;
const isOn = (selector: string): string => `document.querySelector(${quoted(selector)})?.checked === true`;
const valueIs = (selector: string, value: string): string =>
  `document.querySelector(${quoted(selector)})?.value === ${quoted(value)}`;

const SAVED = "/^Guardado /.test(document.querySelector('[data-save-line]')?.textContent ?? '')";
const EVIDENCE = 'https://www.ejemplo.gov.co/mision';
const NOTE = 'Falta publicar la visión aprobada en agosto: «ñandú», 42,5 %.';

/** A file of another entity, as a colleague sends it. */
const SENT = {
  formato: 'gel-autoevaluacion',
  versionFormato: 1,
  id: '7a7c2f0e-1111-4b7e-9a35-2f1a4c1f9f10',
  instrumento: { id: 'decreto-1151-2008', version: '2026.1' },
  entidad: { nombre: 'Servicio Nacional de Aprendizaje', sigla: 'SENA', orden: 'nacional' },
  fechaCorte: '2009-10-15',
  creada: '2009-10-15T21:40:12.512Z',
  modificada: '2009-10-15T21:40:12.512Z',
  revision: 3,
  respuestas: {
    'INF-01': {
      tipo: 'evaluada',
      cumplidas: ['mision'],
      evidencias: [{ titulo: 'Quiénes somos', url: EVIDENCE }],
      modificada: '2009-10-15T21:40:12.512Z',
    },
  },
};

/** Makes the page keep what it hands over as a file, so that the bytes can be read back in any engine. */
const KEEP_FILES = `(() => {
  if (window.handedOver) return true;
  window.handedOver = [];
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => { window.handedOver.push(blob); return make.call(URL, blob); };
  return true;
})()`;
/** Presses something that hands over a file; gives its first bytes in hexadecimal, and its text. */
async function handedOver(driver: Driver, selector: string): Promise<{ head: string; text: string }> {
  await driver.evaluate(KEEP_FILES);
  await driver.evaluate('(window.handedOver.length = 0, true)');
  await driver.click(selector);
  await until(driver, `el archivo de ${selector}`, 'window.handedOver.length > 0');
  return driver.evaluate(`(async () => {
    const bytes = new Uint8Array(await window.handedOver[0].arrayBuffer());
    const head = [...bytes.slice(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return { head, text: new TextDecoder().decode(bytes) };
  })()`);
}

/** A step of the journey: what the person does, in words, and the doing. */
export interface Step {
  readonly name: string;
  readonly run: (driver: Driver, base: string) => Promise<void>;
}

/** The bytes with which a ZIP begins, and with it a DOCX and an XLSX. */
const ZIP_HEAD = '504b0304';

function must(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(what);
}

export const journey: readonly Step[] = [
  {
    name: 'crear una autoevaluación con el formulario',
    async run(driver, base) {
      await driver.goto(`${base}/autoevaluacion/`);
      await until(
        driver,
        'el formulario listo',
        "document.querySelector('gel-entity-form [type=submit]')?.disabled === false",
      );
      await driver.type('#nombre', 'Instituto Nacional de Salud');
      await driver.click('input[value=nacional]');
      await driver.type('#dia', '15');
      await driver.evaluate("(document.querySelector('#mes').value = '10')");
      await driver.type('#anio', '2009');
      await driver.click('gel-entity-form [type=submit]');
      await until(driver, 'el perfil abierto', `location.pathname.endsWith('/perfil/') && ${SAVED}`);
    },
  },
  {
    name: 'responder: verificaciones, observación, evidencia, «No aplica» con su justificación',
    async run(driver, base) {
      await driver.goto(`${base}/autoevaluacion/informacion/`);
      await until(driver, 'el cuestionario listo', isShown('[data-summary]'));
      await driver.click('#inf-01 [data-check]');
      await driver.type('#inf-01 [data-note]', NOTE);
      await driver.type('#inf-01 [data-evidence-url]', EVIDENCE);
      await driver.type('#inf-01 [data-evidence-title]', 'Quiénes somos');
      await driver.click('#inf-02 [data-all]');
      await driver.click('#inf-05 [data-not-applicable]');
      await driver.type('#inf-05 [data-justification]', 'La entidad tiene una sola sede.');
      await driver.click('#inf-03 [data-none]');
      await until(driver, '«No cumple» en INF-03', "document.querySelector('#inf-03').dataset.status === 'unmet'");
      await until(driver, '«Guardado»', SAVED);
    },
  },
  {
    name: 'volver a cargar: todo sigue ahí',
    async run(driver, base) {
      await driver.goto(`${base}/robots.txt`);
      await driver.goto(`${base}/autoevaluacion/informacion/`);
      await until(driver, 'el cuestionario listo', isShown('[data-summary]'));
      await until(driver, 'la verificación de INF-01', isOn('#inf-01 [data-check]'));
      await until(driver, 'la observación', valueIs('#inf-01 [data-note]', NOTE));
      await until(driver, 'la evidencia', valueIs('#inf-01 [data-evidence-url]', EVIDENCE));
      await until(driver, 'INF-02 cumplido', "document.querySelector('#inf-02').dataset.status === 'met'");
      await until(driver, 'INF-05 «No aplica»', "document.querySelector('#inf-05').dataset.status === 'notApplicable'");
      await until(driver, '4 respondidos', has('[data-answered]', '4 de '));
    },
  },
  {
    name: 'ver los resultados',
    async run(driver, base) {
      await driver.goto(`${base}/autoevaluacion/resultados/`);
      await until(driver, 'el informe', isShown('[data-report]'));
      await until(driver, '4 respondidos en Información', has('[data-phase=informacion] [data-answered]', '4 de '));
    },
  },
  {
    name: 'guardar una copia en un archivo',
    async run(driver) {
      const { text } = await handedOver(driver, '[data-copy-now]');
      const file = JSON.parse(text) as { formato: string; respuestas: Record<string, { observacion?: string }> };
      must(file.formato === 'gel-autoevaluacion', 'El archivo no dice su formato.');
      must(file.respuestas['INF-01']?.observacion === NOTE, 'La observación no es la que se escribió.');
      must(text.includes(EVIDENCE), 'Falta la evidencia en el archivo.');
    },
  },
  {
    name: 'abrir el archivo de un colega',
    async run(driver, base) {
      await driver.goto(`${base}/autoevaluacion/`);
      await until(driver, 'la lista lista', "document.querySelector('[data-open-file]')?.disabled === false");
      await driver.evaluate(`(() => {
        const input = document.querySelector('[data-open-file]');
        const given = new DataTransfer();
        given.items.add(new File([${quoted(JSON.stringify(SENT))}], 'sena.gel.json', { type: 'application/json' }));
        input.files = given.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
        return true;
      })()`);
      await until(driver, 'lo que trae', has('[data-incoming]', 'Servicio Nacional de Aprendizaje'));
      await driver.click('[data-incoming] [data-choices] button');
      await until(
        driver,
        'dos en la lista',
        "document.querySelectorAll('[data-cards] section[data-assessment]').length === 2",
      );
    },
  },
  {
    name: 'pasar una propuesta al plan',
    async run(driver, base) {
      await driver.goto(`${base}/autoevaluacion/plan/?id=${SENT.id}`);
      await until(driver, 'las propuestas', isShown('[data-proposals] [data-add]'));
      await driver.click('[data-proposals] [data-add]');
      await until(driver, 'una actividad', isShown('[data-row-tools]'));
      await until(driver, '«Guardado»', SAVED);
    },
  },
  {
    name: 'hacer los documentos en Word y en Excel',
    async run(driver, base) {
      await driver.goto(`${base}/autoevaluacion/documentos/?id=${SENT.id}`);
      await until(driver, 'la revisión', isShown('[data-paper=plan] [data-way=docx]'));
      for (const kind of ['docx', 'xlsx']) {
        const { head } = await handedOver(driver, `[data-paper=plan] [data-way=${kind}]`);
        must(head === ZIP_HEAD, `El ${kind} no comienza como un ZIP: ${head}.`);
      }
    },
  },
  {
    name: 'cerrar una versión',
    async run(driver, base) {
      await driver.goto(`${base}/autoevaluacion/`);
      await until(driver, 'las tarjetas', isShown('[data-cards] [data-close], [data-cards] .more summary'));
      const card = `[data-cards] section[data-assessment="${SENT.id}"]`;
      await driver.click(`${card} .more summary`);
      await driver.click(`${card} [data-close]`);
      await driver.type('dialog[open] [data-text]', 'Ana Pérez, jefe de Planeación');
      await driver.click('dialog[open] [value=ok]');
      await until(driver, 'la versión cerrada', has(card, 'Versión cerrada'));
    },
  },
];
