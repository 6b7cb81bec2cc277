import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { docxBlocks, docxParts, type DocxBlock } from '../../../tests/builders/docx-text.ts';
import { fullPlanning } from '../../../tests/builders/full-planning.ts';
import { goldenInstrument } from '../../../tests/builders/golden-assessment.ts';
import { goldenPlanning } from '../../../tests/builders/golden-planning.ts';
import { someAssessment } from '../../../tests/builders/random-assessment.ts';
import { somePlan, someProjects } from '../../../tests/builders/random-plan.ts';
import { coverLetter } from './cover-letter.ts';
import { labelledLines, type DocumentModel } from './document-model.ts';
import { planDocument } from './plan-document.ts';
import { projectsDocument } from './projects-document.ts';
import { planningOf } from '../domain/planning.ts';
import { documentToDocx } from './document-docx.ts';
import { xmlText } from '../../kit/bytes/xml-text.ts';

/** A text of the model as a reader of the file sees it. */
function seen(text: string): string {
  return labelledLines(xmlText(text))
    .map(({ label, text: rest }) => (label === '' ? rest : `${label} ${rest}`))
    .join('\n');
}

const paragraph = (style: string, text: string): DocxBlock => ({ kind: 'paragraph', style, text });

/** What a file of this model must hold between its title and its signatures, in order. */
function expected({ title, subtitle, blocks }: DocumentModel): DocxBlock[] {
  return [
    paragraph('Heading1', xmlText(title)),
    ...xmlText(subtitle)
      .split('\n')
      .map((line) => paragraph('Subtitle', line)),
    ...blocks.flatMap((block): DocxBlock[] => {
      switch (block.kind) {
        case 'heading':
          return [paragraph(`Heading${block.level}`, xmlText(block.text).replaceAll('\n', ' '))];
        case 'paragraph':
          return [paragraph(block.isNote === true ? 'Note' : '', xmlText(block.text))];
        case 'list':
          return block.items.map((item) => paragraph('ListParagraph', xmlText(item)));
        case 'facts':
          return [
            { kind: 'table', headings: 0, rows: block.facts.map((fact) => fact.map(seen)) },
            paragraph('RunningHead', ''),
          ];
        case 'table':
          return [
            ...seen(block.caption)
              .split('\n')
              .map((line) => paragraph('Caption', line)),
            {
              kind: 'table',
              headings: 1,
              rows: [block.columns.map(({ name }) => name), ...block.rows, ...(block.foot ? [block.foot] : [])].map(
                (row) => row.map(seen),
              ),
            },
            paragraph('RunningHead', ''),
          ];
      }
    }),
  ];
}

async function holds(model: DocumentModel): Promise<void> {
  const bytes = await documentToDocx(model);
  const want = expected(model);
  const isMarked = JSON.stringify(model).includes('\uFFFD');
  expect(docxBlocks(bytes).slice(0, want.length)).toEqual(want);
  for (const xml of Object.values(docxParts(bytes))) {
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u);
    // The mark of what could not be decoded is there only where the text itself brings it.
    if (!isMarked) expect(xml).not.toContain('\uFFFD');
  }
}

const planning = goldenPlanning();

describe('a document as a Word file', () => {
  it('holds every text and figure of the model in its order, of both documents and their letters', async () => {
    for (const model of [
      planDocument(planning),
      projectsDocument(planning),
      coverLetter(planning, 'plan', '2009-10-30'),
      coverLetter(planning, 'projects', '2009-11-30'),
      planDocument(fullPlanning()),
      projectsDocument(fullPlanning()),
    ]) {
      await holds(model);
    }
  });

  it('does so for any plan and projects', async () => {
    const { sections } = goldenInstrument;
    await fc.assert(
      fc.asyncProperty(
        someAssessment(sections),
        somePlan(sections),
        someProjects(sections),
        async (assessment, plan, projects) => {
          const any = planningOf(goldenInstrument, assessment, plan, projects);
          await holds(planDocument(any));
          await holds(projectsDocument(any));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('leaves out what XML cannot carry, and keeps emoji, markup and marks of direction', async () => {
    const text = JSON.stringify(docxBlocks(await documentToDocx(planDocument(planning))));
    expect(text).toContain('🏛️ Recursos propios \u202Eoicivres\u202C y campana"');
    expect(text).toContain('<b>Página</b> &amp; «visión»');
    expect(text).toContain('__proto__ mitad ');
  });

  it('is Letter, in Spanish of Colombia, with headings, a running head and page numbers', async () => {
    const parts = docxParts(await documentToDocx(planDocument(planning)));
    expect(parts['word/document.xml']).toMatch(/<w:pgSz w:w="12240" w:h="15840"/);
    expect(parts['word/styles.xml']).toContain('w:val="es-CO"');
    expect(parts['word/header1.xml']).toContain('Salud &amp; Vida» · Corte: 15 de octubre de 2009');
    expect(parts['word/footer1.xml']).toMatch(/Página .*PAGE.* de .*NUMPAGES/s);
  });

  it('says what it is, whose and of when; nothing in it comes from the clock', async () => {
    const properties = docxParts(await documentToDocx(planDocument(planning)))['docProps/core.xml'] ?? '';
    expect(properties).toContain('<dc:title>Plan de Acción de Gobierno en Línea. Vigencia 2010');
    expect(properties).toContain('<dc:creator>Instituto Nacional de Salud');
    expect(properties.match(/2009-10-15T21:40:12\.512Z/g)).toHaveLength(2);
  });

  it('is the same, byte by byte, for the same document', async () => {
    const [one, other] = [await documentToDocx(planDocument(planning)), await documentToDocx(planDocument(planning))];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  it('lets only a long row go over two pages', async () => {
    const row = (text: string): DocumentModel => ({
      ...planDocument(planning),
      signatures: [],
      blocks: [{ kind: 'table', caption: '', columns: [{ name: 'A', width: 100 }], rows: [[text]] }],
    });
    const whole = async (text: string) =>
      (docxParts(await documentToDocx(row(text)))['word/document.xml']?.match(/<w:cantSplit\/>/g) ?? []).length;
    expect(await whole('corta')).toBe(2);
    expect(await whole('larga '.repeat(800))).toBe(1);
    expect(await whole('\n'.repeat(40))).toBe(1);
  });

  it('has a place to sign for each, with the name where it is known', async () => {
    const blocks = docxBlocks(await documentToDocx(planDocument(fullPlanning())));
    const last = blocks.filter((block) => block.kind === 'table').at(-1);
    expect(last?.rows[0]?.map((cell) => cell.split('\n').slice(1))).toEqual([
      ['Elaboró:', 'Nombre: María Fernanda Ñáñez Gómez', 'Cargo: Jefe de la Oficina de Planeación'],
      ['Aprobó:', 'Nombre: ', 'Cargo: '],
    ]);
  });
});
