import { describe, expect, it } from 'vitest';
import { goldenAssessment } from '../../../tests/builders/golden-assessment.ts';
import { goldenPlanning } from '../../../tests/builders/golden-planning.ts';
import { expectGolden } from '../../../tests/support/golden.ts';
import { planDocument } from './plan-document.ts';
import { projectsDocument } from './projects-document.ts';
import { documentToDocx } from './document-docx.ts';
import { documentFileName } from './document-file-name.ts';
import { planCsv, projectsCsv } from './plan-csv.ts';
import { planWorkbook } from './plan-workbook.ts';
import { projectsWorkbook } from './projects-workbook.ts';

const planning = goldenPlanning();
const plan = planDocument(planning);
const projects = projectsDocument(planning);
const name = (kind: string, extension: string) => documentFileName(kind, goldenAssessment, extension);

const files: readonly (readonly [file: string, bytes: () => Promise<Uint8Array> | Uint8Array])[] = [
  [name(plan.kind, 'docx'), () => documentToDocx(plan)],
  [name(plan.kind, 'xlsx'), () => planWorkbook(planning)],
  [name(plan.kind, 'csv'), () => Buffer.from(planCsv(planning))],
  [name(projects.kind, 'docx'), () => documentToDocx(projects)],
  [name(projects.kind, 'xlsx'), () => projectsWorkbook(planning)],
  [name(projects.kind, 'csv'), () => Buffer.from(projectsCsv(planning))],
];

/** Nobody reads these files back, so they may change: `GOLDEN=write` writes them anew, and somebody looks at them. */
describe.each(files)('the file %s', (file, bytes) => {
  it('is the same, byte by byte, as the one that was looked at', async () => {
    expectGolden(`tests/golden/${file}`, await bytes(), true);
  });
});

describe('the name of a document', () => {
  it('says what it is, whose and of what day', () => {
    expect(name('plan-de-accion', 'docx')).toBe('plan-de-accion-ins-2009-10-15.docx');
    const entity = { ...goldenAssessment.entity, acronym: '', name: '¡Ñandú & Cía.!' };
    expect(documentFileName('carta-plan', { ...goldenAssessment, entity }, 'docx')).toBe(
      'carta-plan-nandu-cia-2009-10-15.docx',
    );
  });
});
