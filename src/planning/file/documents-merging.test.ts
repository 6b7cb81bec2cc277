import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allSections } from '../../../tests/builders/planned-entity.ts';
import { someAssessment } from '../../../tests/builders/random-assessment.ts';
import { NO_DOCUMENTS, type Documents } from '../../assessment/domain/assessment.ts';
import { assessmentToText, documentsToFile } from '../../assessment/file/assessment-file.ts';
import { readAssessmentFile } from './assessment-reader.ts';
import { mergeDocuments } from './documents-merging.ts';

const text = (documents: Documents): string => JSON.stringify(documentsToFile(documents));

describe('merging the plan and the projects of two files', () => {
  it('changes no byte of mine where theirs brings nothing new', () => {
    fc.assert(
      fc.property(someAssessment(allSections(1)), ({ documents }) => {
        for (const theirs of [documents, NO_DOCUMENTS]) {
          expect(text(mergeDocuments(documents, theirs).documents)).toBe(text(documents));
        }
        expect(text(mergeDocuments(NO_DOCUMENTS, documents).documents)).toBe(text(documents));
      }),
    );
    const golden = readAssessmentFile(readFileSync('tests/golden/autoevaluacion-v1-plan.gel.json', 'utf8'));
    if (!golden.ok) throw new Error('It does not open.');
    const { documents } = golden.assessment;
    expect(text(mergeDocuments(documents, structuredClone(documents)).documents)).toBe(text(documents));
  });

  it('gives a file that opens, whatever the two are', () => {
    fc.assert(
      fc.property(someAssessment(allSections(1)), someAssessment(allSections(1)), (mine, theirs) => {
        const { documents } = mergeDocuments(mine.documents, theirs.documents);
        expect(readAssessmentFile(assessmentToText({ ...mine, documents }))).toMatchObject({ ok: true });
      }),
    );
  });

  it('leaves what cannot be read as it is and where it is, and gives its place to nobody', () => {
    const mine: Documents = {
      activities: { 'INF-01': { fechaFin: 'mañana' }, 'INF-02': { actividad: 'Mía' } },
      texts: 'dañado',
      projects: [
        { id: 'P-01', nombre: 'a' },
        { id: 'P-02', nombre: 7 },
        { id: 'P-03', nombre: 'c' },
      ],
    };
    const theirs: Documents = {
      activities: { 'INF-01': { actividad: 'De la otra' }, 'INF-03': { fechaFin: 'ayer' } },
      texts: { recursos: 'r' },
      projects: [{ id: 'P-02', nombre: 'b' }],
    };
    const { documents, leftOut } = mergeDocuments(mine, theirs);
    expect(documents).toEqual({
      activities: { ...mine.activities, 'INF-01-2': { actividad: 'De la otra' }, 'INF-03': { fechaFin: 'ayer' } },
      texts: 'dañado',
      projects: [...mine.projects, { id: 'P-04', nombre: 'b' }],
    });
    expect(leftOut).toEqual([{ kind: 'damaged' }]);
    expect(text(mergeDocuments(documents, theirs).documents)).toBe(text(documents));
    expect(mergeDocuments(mine, mine)).toMatchObject({ documents: mine, leftOut: [] });
  });
});
