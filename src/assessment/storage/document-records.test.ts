import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allSections } from '../../../tests/builders/planned-entity.ts';
import { someAssessment } from '../../../tests/builders/random-assessment.ts';
import type { Documents } from '../domain/assessment.ts';
import { assessmentToFile, assessmentToText } from '../file/assessment-file.ts';
import { readAssessmentFile } from '../../planning/file/assessment-reader.ts';
import { close, verifyClosing } from '../file/closing.ts';
import { documentsToRecords, moveDocuments, recordsToDocuments, type StoredDocument } from './document-records.ts';

const ID = '0f0c8a0e-6d0b-4b7e-9a35-2f1a4c1f9f10';

/** What the database gives back: copies, in the order of their keys. */
function stored(documents: Documents, isClosed = false): StoredDocument[] {
  const keyOf = ({ kind, id }: StoredDocument): string => `${kind} ${id}`;
  return structuredClone(documentsToRecords(ID, documents, isClosed)).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

describe('the plan and the projects in the database', () => {
  it('are saved with the same bytes after they were stored and loaded, and a closing goes on verifying', async () => {
    await fc.assert(
      fc.asyncProperty(someAssessment(allSections(2)), async (assessment) => {
        const { documents } = assessment;
        const back = { ...assessment, documents: recordsToDocuments(stored(documents)) };
        expect(assessmentToText(back)).toBe(assessmentToText(assessment));
        const closed = await close(assessment, { date: '2009-10-31', responsible: 'Planeación' });
        const closedBack = { ...closed, documents: recordsToDocuments(stored(documents, true)) };
        expect((await verifyClosing(assessmentToFile(closedBack))).kind).toBe('unchanged');
      }),
    );
  });

  it.each(['autoevaluacion-v1-plan', 'autoevaluacion-v1-plan-cerrada'])(
    'are those of the file kept for ever, projects in their order: %s',
    (name) => {
      const text = readFileSync(`tests/golden/${name}.gel.json`, 'utf8');
      const reading = readAssessmentFile(text);
      if (!reading.ok) throw new Error('It does not open.');
      const { assessment } = reading;
      const documents = recordsToDocuments(stored(assessment.documents, assessment.closing !== null));
      expect(assessmentToText({ ...assessment, documents })).toBe(text);
    },
  );

  it('have a place each, whatever the projects are called, and a closed version stays to the letter', () => {
    const projects: unknown[] = [{ id: 'X#2' }, { id: 'X' }, { id: 'X' }, { nombre: 'sin código' }, 7];
    const documents = { activities: {}, texts: null, projects };
    for (const isClosed of [false, true]) {
      const records = stored(documents, isClosed);
      expect(new Set(records.map(({ id }) => id)).size).toBe(projects.length);
      const back = recordsToDocuments(records).projects;
      expect(back).toEqual(isClosed ? projects : projects.with(3, { id: 'P-01', nombre: 'sin código' }));
    }
  });
});

describe('the step to version 3 of the database', () => {
  async function moved(header: Record<string, unknown>) {
    const headers = new Map<string, { id: string } & Record<string, unknown>>([[ID, { ...header, id: ID }]]);
    const records: StoredDocument[] = [];
    const headerStore = {
      getAll: () => Promise.resolve([...headers.values()]),
      put: (each: { id: string } & Record<string, unknown>) => Promise.resolve(headers.set(each.id, each)),
    };
    await moveDocuments(headerStore, { put: (record) => Promise.resolve(records.push(record)) });
    return { header: headers.get(ID), documents: recordsToDocuments(records) };
  }

  it('moves what lay in the header as keys that nobody read', async () => {
    const plan = { 'INF-01': { actividad: 'Publicar' } };
    expect(
      await moved({ etiqueta: 'x', planDeAccion: plan, planGeneral: { recursos: 'r' }, proyectos: [{ nombre: 'n' }] }),
    ).toEqual({
      header: { etiqueta: 'x', id: ID },
      documents: { activities: plan, texts: { recursos: 'r' }, projects: [{ id: 'P-01', nombre: 'n' }] },
    });
  });

  it('leaves a closed version to the letter', async () => {
    const { documents } = await moved({ proyectos: [{ nombre: 'n' }], cierre: {} });
    expect(documents.projects).toEqual([{ nombre: 'n' }]);
  });

  it('keeps what is no plan under another name, and moves the rest', async () => {
    expect(await moved({ planDeAccion: 'en papel', planGeneral: null, proyectos: [] })).toEqual({
      header: { id: ID, 'planDeAccion-ilegible': 'en papel', 'planGeneral-ilegible': null },
      documents: { activities: {}, texts: null, projects: [] },
    });
  });
});
