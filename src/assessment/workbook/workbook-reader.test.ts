import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { EditedWorkbook, type Edit } from '../../../tests/builders/edited-workbook.ts';
import { goldenAssessment, goldenInstrument } from '../../../tests/builders/golden-assessment.ts';
import { deflatedZeros, rawZip, type RawEntry } from '../../../tests/builders/hostile-archives.ts';
import { hostileWorkbooks, withFarCorners, withLongFormat } from '../../../tests/builders/hostile-workbooks.ts';
import { aSection } from '../../../tests/builders/instrument.ts';
import { someAssessment } from '../../../tests/builders/random-assessment.ts';
import { BLANK, type Answer } from '../domain/answer.ts';
import type { Assessment } from '../domain/assessment.ts';
import { assessmentToText } from '../file/assessment-file.ts';
import { assessmentWorkbook } from './assessment-workbook.ts';
import { packBase } from './workbook-base.ts';
import { cellText } from '../../kit/bytes/xml-text.ts';
import { readAssessmentFile } from '../../planning/file/assessment-reader.ts';
import { readWorkbook, type WorkbookRefusal } from './workbook-reader.ts';
import type { CellProblem } from './workbook-rows.ts';

const now = '2026-01-02T03:04:05.678Z';
const sections = [aSection('preparacion', 2), aSection('informacion', 3)];
const instrument = { ...goldenInstrument, sections };

/** Many workbooks are written and read: more than the default allows on a slow machine, in milliseconds. */
const PATIENCE = 60_000;

/** The golden workbook, to be changed. In «informacion» INF-01 stands in row 2 and its checks in rows 3 and 4. */
const golden = await assessmentWorkbook(goldenInstrument, goldenAssessment);
const SHEET = 'informacion';
const edited = () => new EditedWorkbook(golden);
const given = { now, read: readAssessmentFile };
const read = (bytes: Uint8Array<ArrayBuffer> | ArrayBuffer) =>
  readWorkbook(bytes, { ...given, sectionsOf: () => goldenInstrument.sections });

async function refusalOf(bytes: Uint8Array<ArrayBuffer>): Promise<WorkbookRefusal | null> {
  const reading = await read(bytes);
  return reading.ok ? null : reading.refusal;
}

async function problemsOf(workbook: EditedWorkbook): Promise<readonly CellProblem[]> {
  const refusal = await refusalOf(workbook.bytes());
  return refusal?.kind === 'cells' ? refusal.problems : [];
}

/** The answers after some cells of «informacion» were changed, and which were taken for changed. */
async function after(
  edits: Record<string, Edit>,
): Promise<{ answers: Assessment['answers']; changed: readonly string[] }> {
  const workbook = edited();
  for (const [reference, edit] of Object.entries(edits)) workbook.cell(SHEET, reference, edit);
  const reading = await read(workbook.bytes());
  if (!reading.ok) throw new Error(JSON.stringify(reading.refusal));
  return { answers: reading.assessment.answers, changed: reading.changed };
}

describe('a workbook that comes back as it was exported', () => {
  it(
    'gives the assessment whole, instants, ids and unknown keys included',
    async () => {
      const someClosing = { date: '2009-10-31', responsible: 'Ana', digest: 'a'.repeat(64) };
      await fc.assert(
        fc.asyncProperty(someAssessment(sections), fc.boolean(), async (open, isClosed) => {
          const assessment = { ...open, closing: isClosed ? someClosing : null };
          const reading = await readWorkbook(await assessmentWorkbook(instrument, assessment), {
            ...given,
            sectionsOf: () => sections,
          });
          expect(reading).toEqual({ ok: true, assessment, changed: [] });
          expect(reading.ok && assessmentToText(reading.assessment)).toBe(assessmentToText(assessment));
        }),
        { numRuns: 40 },
      );
    },
    PATIENCE,
  );

  it(
    'does so whatever its texts are made of',
    async () => {
      const someNote = fc.string({ unit: 'binary', maxLength: 200 });
      await fc.assert(
        fc.asyncProperty(someNote, async (note) => {
          const answers = { 'INF-01': { ...BLANK, note, justification: `_x${note}_`, updatedAt: now } };
          const assessment = { ...goldenAssessment, answers };
          const reading = await readWorkbook(await assessmentWorkbook(instrument, assessment), {
            ...given,
            sectionsOf: () => sections,
          });
          expect(reading).toEqual({ ok: true, assessment, changed: [] });
        }),
        { numRuns: 40 },
      );
    },
    PATIENCE,
  );

  it('does so with evidence that no cell can hold', async () => {
    const row = (at: number) => ({ title: 't'.repeat(200), url: `https://ejemplo.gov.co/${'u'.repeat(1900)}${at}` });
    const evidence = Array.from({ length: 20 }, (_, at) => row(at));
    const assessment = { ...goldenAssessment, answers: { 'INF-01': { ...BLANK, evidence, updatedAt: now } } };
    const bytes = await assessmentWorkbook(instrument, assessment);
    expect(await readWorkbook(bytes, { ...given, sectionsOf: () => sections })).toEqual({
      ok: true,
      assessment,
      changed: [],
    });
    const noted = new EditedWorkbook(bytes).cell(SHEET, 'D2', 'Otra').bytes();
    const reading = await readWorkbook(noted, { ...given, sectionsOf: () => sections });
    expect(reading.ok && reading.assessment.answers['INF-01']).toMatchObject({ note: 'Otra', evidence });
  });

  it.each(['libro-v1.xlsx', 'libro-v1-libreoffice.xlsx'])('does so in each kept file: %s', async (name) => {
    const kept = readFileSync('tests/golden/libro-v1.gel.json', 'utf8');
    const reading = await read(new Uint8Array(readFileSync(`tests/golden/${name}`)));
    expect(reading).toMatchObject({ ok: true, changed: [] });
    expect(reading.ok && assessmentToText(reading.assessment)).toBe(kept);
  });
});

/** What the cells alone can say of an answer: nothing of a version that they do not show. */
function carried({ kind, met, justification, legalGround, note, evidence }: Answer, own: readonly string[]): Answer {
  const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
  return {
    kind,
    met: kind === 'unanswered' ? [] : own.filter((id) => met.includes(id)),
    justification: cellText(justification),
    legalGround: cellText(legalGround),
    note: cellText(note),
    evidence: evidence.map(({ title, url }) => ({ title: oneLine(cellText(title)), url })),
    updatedAt: now,
  };
}

describe('a workbook whose cells alone carry the answers', () => {
  it(
    'gives them: kinds, checks and texts',
    async () => {
      await fc.assert(
        fc.asyncProperty(someAssessment(sections), async (assessment) => {
          const blank = { ...assessment, answers: {} };
          const workbook = new EditedWorkbook(await assessmentWorkbook(instrument, assessment));
          const pieces = packBase(assessmentToText(assessment));
          expect(pieces).toHaveLength(1);
          workbook.replace('xl/sharedStrings.xml', pieces[0] ?? '', packBase(assessmentToText(blank))[0] ?? '');
          const reading = await readWorkbook(workbook.bytes(), { ...given, sectionsOf: () => sections });

          const known = sections.flatMap(({ criteria }) => criteria);
          const expected = known.flatMap(({ id, checks }) => {
            const answer = assessment.answers[id];
            const shown =
              answer &&
              carried(
                answer,
                checks.map((check) => check.id),
              );
            const isEmpty = JSON.stringify(shown) === JSON.stringify({ ...BLANK, updatedAt: now });
            return shown && !isEmpty ? [[id, shown] as const] : [];
          });
          expect(reading).toMatchObject({ ok: true, changed: expected.map(([id]) => id) });
          expect(reading.ok && reading.assessment.answers).toEqual(Object.fromEntries(expected));
        }),
        { numRuns: 40 },
      );
    },
    PATIENCE,
  );
});

describe('a workbook that was filled in', () => {
  it('gives a new answer, of this instant, where a cell changed, and leaves the others untouched', async () => {
    const reading = await read(edited().cell(SHEET, 'C3', 'Sí').bytes());
    expect(reading.ok && reading.changed).toEqual(['INF-01']);
    const { answers, modified, revision, ...header } = goldenAssessment;
    const inf01 = { ...answers['INF-01'], kind: 'assessed', met: ['a', 'b', 'retirada'], updatedAt: now };
    expect(reading.ok && reading.assessment).toEqual({
      ...header,
      answers: { ...answers, 'INF-01': inf01 },
      modified: now,
      revision: revision + 1,
    });
    expect(modified).not.toBe(now);
  });

  it('takes marks however they are written', async () => {
    expect((await after({ C3: ' SI ', C4: 'no' })).answers['INF-01']).toMatchObject({
      kind: 'assessed',
      met: ['a', 'retirada'],
    });
    expect((await after({ C17: 'se  EVALUA' })).answers['INF-06']).toMatchObject({ kind: 'assessed', met: [] });
    expect((await after({ C17: 'no aplica' })).answers['INF-06']).toMatchObject({ kind: 'notApplicable' });
  });

  it('decides what the marks amount to as the site does', async () => {
    // A mark on any check is an answer, with or without «Se evalúa».
    expect((await after({ C18: 'Sí' })).answers['INF-06']).toMatchObject({ kind: 'assessed', met: ['a'] });
    expect((await after({ C18: 'No', C19: 'No' })).answers['INF-06']).toMatchObject({ kind: 'assessed', met: [] });
    // «Se evalúa» with no «Sí» is «No cumple»; with nothing at all there is no answer any more.
    expect((await after({ C4: null })).answers['INF-01']).toMatchObject({ kind: 'assessed', met: ['retirada'] });
    expect((await after({ C2: null, C3: null, C4: null })).answers['INF-01']).toMatchObject({
      kind: 'unanswered',
      met: ['retirada'],
      note: goldenAssessment.answers['INF-01']?.note,
    });
    // «No aplica» sets the checks aside; they come back with it away.
    expect((await after({ C2: 'No aplica', E2: 'No hay.' })).answers['INF-01']).toMatchObject({
      kind: 'notApplicable',
      justification: 'No hay.',
      met: ['b', 'retirada'],
    });
    expect((await after({ C8: null })).answers['INF-03']).toMatchObject({ kind: 'assessed', met: ['a'] });
    expect((await after({ C8: null, C9: null })).answers['INF-03']).toMatchObject({ kind: 'unanswered', met: [] });
  });

  it('takes no change for one that says nothing: a «No» in the place of a blank, blanks around a text', async () => {
    expect((await after({ C3: null, D2: `  ${goldenAssessment.answers['INF-01']?.note}\n` })).changed).toEqual([]);
    expect((await after({ C2: null })).changed).toEqual([]);
  });

  it('keeps of an answer what its cells do not show', async () => {
    const { answers, changed } = await after({ D14: 'Otra observación', D11: '+57 1 330 5001' });
    expect(changed).toEqual(['INF-04', 'INF-05']);
    expect(answers['INF-04']).toEqual({
      ...goldenAssessment.answers['INF-04'],
      note: '+57 1 330 5001',
      updatedAt: now,
    });
    expect(answers['INF-05']).toEqual({
      ...goldenAssessment.answers['INF-05'],
      note: 'Otra observación',
      updatedAt: now,
    });
  });

  it('reads evidence a line each, and keeps of a line that did not change what it does not show', async () => {
    const lines =
      'Acta | www.ejemplo.gov.co/acta\n\nhttps://b.co/1\nQuiénes somos | https://www.ejemplo.gov.co/quienes-somos';
    expect((await after({ G2: lines })).answers['INF-01']?.evidence).toEqual([
      { title: 'Acta', url: 'https://www.ejemplo.gov.co/acta' },
      { title: '', url: 'https://b.co/1' },
      goldenAssessment.answers['INF-01']?.evidence[0],
    ]);
    expect((await after({ G2: null })).answers['INF-01']?.evidence).toEqual([]);
  });

  it('reads what was pasted as a number, and leaves the sheets and the names of others alone', async () => {
    expect((await after({ D17: 42.5, B17: 'Otro nombre' })).answers['INF-06']?.note).toBe('42,5');
    expect((await after({ B17: 'Otro nombre' })).changed).toEqual([]);
  });

  it('takes what a pasted cell shows: an hour, a day, a month, a percentage and a code mean what they said', async () => {
    const workbook = edited();
    const styles = 'xl/styles.xml';
    const first = [...workbook.part(styles).matchAll(/<cellXfs[^]*?<\/cellXfs>/g)].join('').match(/<xf /g)?.length ?? 0;
    const formats = [20, 22, 17, 9, 200, 0];
    workbook
      .replace(styles, '</numFmts>', '<numFmt numFmtId="200" formatCode="000000"/></numFmts>')
      .replace(styles, '</cellXfs>', `${formats.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`);
    const values = [0.604166666666667, 40101.6041666667, 40087, 0.5, 123, 573001234567];
    const rows = [2, 5, 8, 11, 14, 17];
    const codes = rows.map((row) => new RegExp(`<row r="${row}"`).test(workbook.part(workbook.sheetPath(SHEET))));
    expect(codes).not.toContain(false);
    const notes: (string | undefined)[] = [];
    for (const [at, value] of values.entries()) {
      const cell = { xml: ` s="${first + at}"><v>${value}</v>` };
      const changed = await read(edited().with(styles, workbook.part(styles)).cell(SHEET, 'D17', cell).bytes());
      notes.push(changed.ok ? changed.assessment.answers['INF-06']?.note : 'refused');
    }
    expect(notes).toEqual(['14:30', '15/10/2009 14:30', 'oct-09', '50%', '000123', '573001234567']);
    // A day as ISO text, which the format allows and few programs write.
    const iso = { xml: ` s="${first + 1}" t="d"><v>2009-10-15T14:30:00</v>` };
    const dated = await read(edited().with(styles, workbook.part(styles)).cell(SHEET, 'D17', iso).bytes());
    expect(dated.ok && dated.assessment.answers['INF-06']?.note).toBe('15/10/2009 14:30');
  });

  it('is read with macros in it, whose part nobody looks at', async () => {
    const macros = edited()
      .replace('[Content_Types].xml', 'spreadsheetml.sheet.main+xml', 'ms-excel.sheet.macroEnabled.main+xml')
      .with('xl/vbaProject.bin', '\0\u0001');
    expect(await read(macros.bytes())).toMatchObject({ ok: true, changed: [] });
  });

  it('comes back open where it was closed and changed', async () => {
    const closing = { date: '2009-10-31', responsible: 'Ana', digest: 'a'.repeat(64) };
    const closed = await assessmentWorkbook(goldenInstrument, { ...goldenAssessment, closing });
    const changed = await read(new EditedWorkbook(closed).cell(SHEET, 'C3', 'Sí').bytes());
    expect(changed.ok && changed.assessment.closing).toBeNull();
    const unchanged = await read(closed);
    expect(unchanged.ok && unchanged.assessment.closing).toEqual(closing);
  });

  it('may have its rows in another order', async () => {
    const workbook = edited();
    const path = workbook.sheetPath(SHEET);
    const rows = [...workbook.part(path).matchAll(/<row r="(\d+)".*?<\/row>/gs)];
    const renumbered = rows
      .slice(1)
      .reverse()
      .map(([xml, number = ''], index) =>
        xml.replaceAll(new RegExp(`r="([A-Z]*)${number}"`, 'g'), (_, letter: string) => `r="${letter}${index + 2}"`),
      );
    workbook.replace(path, /(?<=<\/row>).*<\/row>/s, renumbered.join(''));
    expect(await read(workbook.bytes())).toEqual({ ok: true, assessment: goldenAssessment, changed: [] });
  });
});

describe('a workbook with something wrong in a cell is refused whole, with its place', () => {
  const formula = { xml: ' t="str"><f>A1&amp;"x"</f><v>Sí</v>' };
  const at = (reference: string) => ({
    row: Number(/\d+/.exec(reference)?.[0]),
    column: /[A-Z]+/.exec(reference)?.[0],
  });

  it.each<[string, Edit, { found: string; expected: string }]>([
    ['C3', 'x', { found: '«x»', expected: 'se esperaba Sí, No o nada' }],
    ['C3', 1, { found: '«1»', expected: 'se esperaba Sí, No o nada' }],
    ['C3', { xml: ' t="b"><v>1</v>' }, { found: '«VERDADERO»', expected: 'se esperaba Sí, No o nada' }],
    ['C2', 'Sí', { found: '«Sí»', expected: 'se esperaba Se evalúa, No aplica o nada' }],
    ['C3', formula, { found: 'una fórmula: =A1&"x"', expected: 'se esperaba lo que se responde, escrito en la celda' }],
    ['D2', formula, { found: 'una fórmula: =A1&"x"', expected: 'se esperaba lo que se responde, escrito en la celda' }],
    [
      'D2',
      { xml: '><f t="shared" si="0"/><v>5</v>' },
      { found: 'una fórmula: =', expected: 'se esperaba lo que se responde, escrito en la celda' },
    ],
    [
      'D2',
      { xml: ' t="e"><v>#N/A</v>' },
      { found: 'un error: #N/A', expected: 'se esperaba lo que se responde, escrito en la celda' },
    ],
    [
      'D3',
      'suelta',
      { found: '«suelta»', expected: 'se esperaba en la fila del criterio INF-01, no en la de una verificación' },
    ],
    ['D2', 'a'.repeat(5001), { found: '5001 caracteres', expected: 'se esperaban 5000 caracteres como máximo' }],
    ['E2', 'a'.repeat(2001), { found: '2001 caracteres', expected: 'se esperaban 2000 caracteres como máximo' }],
    ['F2', 'a'.repeat(501), { found: '501 caracteres', expected: 'se esperaban 500 caracteres como máximo' }],
    [
      'G2',
      'Acta del 3 de agosto',
      { found: '«Acta del 3 de agosto»', expected: 'se esperaba título | dirección http:// o https:// en cada línea' },
    ],
    [
      'G2',
      'https://a.co\nx | javascript:alert(1)',
      {
        found: '«x | javascript:alert(1)»',
        expected: 'se esperaba título | dirección http:// o https:// en cada línea',
      },
    ],
    [
      'G2',
      `${'a'.repeat(201)} | https://a.co`,
      { found: '201 caracteres', expected: 'se esperaba un título de 200 caracteres como máximo' },
    ],
    [
      'G2',
      `https://a.co/${'a'.repeat(2000)}`,
      { found: '2013 caracteres', expected: 'se esperaba una dirección de 2000 caracteres como máximo' },
    ],
    [
      'G2',
      Array.from({ length: 21 }, (_, n) => `https://a.co/${n}`).join('\n'),
      { found: '21 líneas', expected: 'se esperaban 20 evidencias como máximo' },
    ],
    ['D1', 'Notas', { found: '«Notas»', expected: 'se esperaba el título «Observación»' }],
    ['H1', 'Responsable', { found: '«Responsable»', expected: 'no se esperaba otra columna' }],
    ['H2', 'Ana', { found: '«Ana»', expected: 'no se esperaba nada en esta columna' }],
    [
      'A20',
      'INF-99',
      { found: '«INF-99»', expected: 'se esperaba el código de un criterio o de una verificación de esta hoja' },
    ],
    [
      'A20',
      'PRE-01',
      { found: '«PRE-01»', expected: 'se esperaba el código de un criterio o de una verificación de esta hoja' },
    ],
    [
      'D20',
      'suelta',
      { found: 'nada', expected: 'se esperaba el código de un criterio o de una verificación de esta hoja' },
    ],
    ['A20', 'INF-01.a', { found: '«INF-01.a»', expected: 'se esperaba una sola vez: ya está en la fila 3' }],
  ])('in %s (case %#)', async (reference, edit, problem) => {
    const place = reference === 'D20' ? at('A20') : at(reference);
    expect(await problemsOf(edited().cell(SHEET, reference, edit))).toEqual([{ sheet: SHEET, ...place, ...problem }]);
  });

  it('a row that is not there any more', async () => {
    expect(await problemsOf(edited().withoutRow(SHEET, 4))).toEqual([
      { sheet: SHEET, row: 20, column: 'A', found: 'nada', expected: 'se esperaba la fila INF-01.b' },
    ]);
  });

  it('columns that changed places', async () => {
    const workbook = edited().cell(SHEET, 'D1', 'Justificación').cell(SHEET, 'E1', 'Observación');
    expect(await problemsOf(workbook)).toMatchObject([
      { row: 1, column: 'D', found: '«Justificación»' },
      { row: 1, column: 'E', found: '«Observación»' },
    ]);
  });

  it('«No aplica» where the criterion always applies, unless it was so before', async () => {
    const bound = goldenInstrument.sections.map((section) => ({
      ...section,
      criteria: section.criteria.map((criterion) => ({ ...criterion, admitsNotApplicable: false })),
    }));
    expect(await readWorkbook(golden, { ...given, sectionsOf: () => bound })).toMatchObject({ ok: true, changed: [] });
    const reading = await readWorkbook(edited().cell(SHEET, 'C2', 'No aplica').bytes(), {
      ...given,
      sectionsOf: () => bound,
    });
    expect(reading).toMatchObject({
      refusal: {
        problems: [
          { ...at('C2'), expected: 'se esperaba Se evalúa o nada: este criterio se aplica a todas las entidades' },
        ],
      },
    });
  });

  it('a sheet that is missing or was renamed', async () => {
    const workbook = edited().replace('xl/workbook.xml', `name="${SHEET}"`, 'name="Hoja1"');
    expect(await problemsOf(workbook)).toEqual([
      { sheet: SHEET, row: 1, column: 'A', found: 'nada', expected: `se esperaba la hoja «${SHEET}»` },
    ]);
  });

  it.each(['A5001', 'CW3', 'XFD3'])('something so far away that it is not read: %s', async (reference) => {
    expect(await problemsOf(edited().cell(SHEET, reference, 'x'))).toMatchObject([
      { sheet: SHEET, row: 1, column: 'A', expected: 'se esperaban 5000 filas y 100 columnas como máximo' },
    ]);
  });

  it('every problem at once', async () => {
    const workbook = edited().cell(SHEET, 'C3', 'x').cell(SHEET, 'G5', 'y').cell('preparacion', 'C3', 'z');
    expect((await problemsOf(workbook)).map(({ sheet, row, column }) => `${sheet} ${column}${row}`)).toEqual([
      'preparacion C3',
      'informacion C3',
      'informacion G5',
    ]);
  });
});

describe('what other programs leave in a sheet', () => {
  it('empty rows and cells far away are no matter, nor are sheets of the person', async () => {
    const workbook = edited();
    const path = workbook.sheetPath(SHEET);
    workbook.replace(path, '</sheetData>', '<row r="1048576" ht="15"><c r="XFD1048576" s="1"/></row></sheetData>');
    workbook.cell('Resultados', 'A9000', 'mío').cell('Resultados', 'B3', { xml: '><f>SUM(A1)</f><v>0</v>' });
    expect(await read(workbook.bytes())).toMatchObject({ ok: true, changed: [] });
  });

  it('cells without an address, and tags with a prefix', async () => {
    const workbook = edited();
    const path = workbook.sheetPath(SHEET);
    const plain = workbook.part(path).replace(/<c r="[A-Z]+\d+"/g, '<c');
    const prefixed = plain.replace(/<(\/?)(row|c|v|is|t|sheetData|worksheet)(?=[\s>/])/g, '<$1x:$2');
    workbook.files[path] = strToU8(prefixed);
    expect(await read(workbook.bytes())).toMatchObject({ ok: true, changed: [] });
  });
});

describe('a workbook that is only odd is read, or told by its cells', () => {
  it('with a format of numbers longer than any', async () => {
    expect(await read(withLongFormat(edited()).bytes())).toMatchObject({ ok: true, changed: [] });
  });

  it('with something in the last corner of every section', async () => {
    const sheets = goldenInstrument.sections.map(({ shortName }) => shortName);
    const problems = await problemsOf(withFarCorners(edited(), sheets));
    expect(problems.map(({ sheet, row, column }) => [sheet, row, column])).toEqual(
      sheets.map((sheet) => [sheet, 4999, 'A']),
    );
  });

  it('with wrong cells beyond number: the first hundred are found', async () => {
    const workbook = edited();
    for (let row = 100; row < 400; row += 1) workbook.cell(SHEET, `A${row}`, `INF-${row}`);
    const problems = await problemsOf(workbook);
    expect(problems).toHaveLength(100);
    expect(problems[99]).toMatchObject({ sheet: SHEET, row: 199 });
  });
});

describe('a file that is no workbook of this site is refused', () => {
  const pieces = packBase(assessmentToText(goldenAssessment))[0] ?? '';
  const strings = 'xl/sharedStrings.xml';

  it.each<[string, Uint8Array<ArrayBuffer>, WorkbookRefusal]>([
    ['nothing', new Uint8Array(), { kind: 'notWorkbook' }],
    ['a text', strToU8('{"formato":"gel-autoevaluacion"}'), { kind: 'notWorkbook' }],
    ['another archive', zipSync({ 'word/document.xml': strToU8('<x/>') }), { kind: 'notWorkbook' }],
    ['half a workbook', golden.slice(0, golden.length / 2), { kind: 'cut' }],
    ['an .xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3), { kind: 'oldExcel' }],
    [
      'one with a password',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('EncryptedPackage', 'utf16le')),
      { kind: 'locked' },
    ],
    ['an .xlsb', zipSync({ 'xl/workbook.bin': strToU8('x') }), { kind: 'binaryExcel' }],
    [
      'an .ods',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }),
      { kind: 'openDocument' },
    ],
    ['more than 10 MB', new Uint8Array(10 * 1024 * 1024 + 1), { kind: 'tooLarge' }],
    ['a bomb', zipSync({ ...edited().files, 'xl/media/a.xml': new Uint8Array(61 * 1024 * 1024) }), { kind: 'tooMuch' }],
    ['a workbook of another', edited().cell('gel', 'A1', 'otro').bytes(), { kind: 'otherWorkbook' }],
    [
      'no hidden sheet',
      edited().replace('xl/workbook.xml', 'name="gel"', 'name="otra"').bytes(),
      { kind: 'otherWorkbook' },
    ],
    ['a newer layout', edited().cell('gel', 'B1', 2).bytes(), { kind: 'newerVersion', version: 2 }],
    ['a hidden sheet without a version', edited().cell('gel', 'B1', 'x').bytes(), { kind: 'damagedBase' }],
    [
      'a hidden sheet with a piece changed',
      edited()
        .cell('gel', 'A3', `${pieces.slice(0, 100)}AAAA`)
        .bytes(),
      { kind: 'damagedBase' },
    ],
    ['a hidden sheet with a piece too many', edited().cell('gel', 'A4', 'AAAA').bytes(), { kind: 'damagedBase' }],
    [
      'a sheet with a document type',
      edited().replace(strings, '<sst', '<!DOCTYPE x><sst').bytes(),
      { kind: 'notWorkbook' },
    ],
    [
      'a base of another format',
      edited()
        .cell('gel', 'A3', packBase('{"formato":"otro"}')[0] ?? '')
        .bytes(),
      { kind: 'base', refusal: { kind: 'otherFormat' } },
    ],
  ])('%s', async (_, bytes, refusal) => {
    expect(await refusalOf(bytes)).toEqual(refusal);
  });

  it('an archive that lies about what it would grow to', async () => {
    const bytes = zipSync({
      ...edited().files,
      'xl/a.xml': new Uint8Array(1024 * 1024).map((_, at) => (at * 7919) % 251),
    });
    // The size is told twice: with the file and in the list at the end, which is the one that counts.
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at += 1) {
      if (view.getUint32(at, true) === 1024 * 1024) view.setUint32(at, 1, true);
    }
    expect(await refusalOf(bytes)).toEqual({ kind: 'wrongSize' });
  });

  it.each(Object.keys(hostileWorkbooks))('one with %s, without reading them', async (name) => {
    const bytes = hostileWorkbooks[name]?.(edited(), SHEET).bytes() ?? new Uint8Array();
    expect(await refusalOf(bytes)).toEqual({ kind: 'tooFull' });
  });

  it('one whose archive is hostile, by what is wrong with it', async () => {
    const entries = Object.entries(edited().files).map(([name, content]): RawEntry => ({ name, content }));
    const sheet = 'xl/worksheets/sheet2.xml';
    const changed = (change: Partial<RawEntry>) =>
      refusalOf(rawZip(entries.map((entry) => (entry.name === sheet ? { ...entry, ...change } : entry))));
    expect(await refusalOf(rawZip(entries))).toBeNull();
    const lying = { packed: deflatedZeros(8600).packed, told: { size: 9_000_000 } };
    expect(await changed(lying)).toEqual({ kind: 'wrongSize' });
    expect(await changed({ told: { size: 61 * 1024 * 1024 } })).toEqual({ kind: 'tooMuch' });
    expect(await changed({ told: { size: 33 * 1024 * 1024 } })).toEqual({ kind: 'tooMuch' });
    expect(await changed({ told: { crc: 1 } })).toEqual({ kind: 'wrongCrc' });
    expect(await changed({ flags: 1 })).toEqual({ kind: 'encrypted' });
    expect(await changed({ method: 99 })).toEqual({ kind: 'otherMethod' });
    expect(await changed({ pointsTo: 'xl/workbook.xml' })).toEqual({ kind: 'overlapping' });
    expect(await refusalOf(rawZip([...entries, { name: sheet, content: '<x/>' }]))).toEqual({ kind: 'doubledNames' });
    const many = Array.from({ length: 2_000 }, (_, at): RawEntry => ({ name: `${at}`, content: '' }));
    expect(await refusalOf(rawZip([...entries, ...many]))).toEqual({ kind: 'tooManyEntries' });
  });

  it('one that takes longer than there is time for', async () => {
    expect(
      await readWorkbook(golden, { ...given, sectionsOf: () => goldenInstrument.sections, isOver: () => true }),
    ).toEqual({
      ok: false,
      refusal: { kind: 'tooLong' },
    });
  });

  it(
    'never crashes, whatever is changed in it',
    async () => {
      const paths = Object.keys(edited().files).filter((path) => path.endsWith('.xml') || path.endsWith('.rels'));
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...paths),
          fc.nat(),
          fc.nat(40),
          fc.string(),
          async (path, where, length, text) => {
            const workbook = edited();
            const xml = workbook.part(path);
            const at = where % xml.length;
            workbook.files[path] = strToU8(xml.slice(0, at) + text + xml.slice(at + length));
            const reading = await read(workbook.bytes());
            expect(reading.ok || reading.refusal.kind.length > 0).toBe(true);
          },
        ),
        { numRuns: 100 },
      );
    },
    PATIENCE,
  );

  it('is read from an ArrayBuffer too', async () => {
    expect(await read(golden.buffer)).toMatchObject({ ok: true, changed: [] });
  });
});
