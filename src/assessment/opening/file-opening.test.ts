import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { goldenAssessment, goldenInstrument } from '../../../tests/builders/golden-assessment.ts';
import { deflatedMegabytes, overlappingBomb, rawZip } from '../../../tests/builders/hostile-archives.ts';
import { assessmentToText } from '../file/assessment-file.ts';
import { close } from '../file/closing.ts';
import { checkFile, openFile, type More, type Opened, type OpenedFile } from './file-opening.ts';
import { noClock } from '../../kit/bytes/inflating.ts';

const text = assessmentToText(goldenAssessment);
const file = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([content], name);

async function opened(given: OpenedFile, isOver = noClock, from = 0): Promise<(Opened | More)[]> {
  const all: (Opened | More)[] = [];
  const input = { sections: goldenInstrument.sections, now: '2026-01-02T03:04:05.678Z', isOver, from };
  for await (const each of openFile(given, input)) all.push(each);
  return all;
}

const namesOf = (all: readonly (Opened | More)[]) => all.map((each) => (each.kind === 'more' ? each.from : each.name));

const read = (name: string) => ({ kind: 'read', name, assessment: goldenAssessment, changed: null, isTampered: false });

describe('a file that a person opens', () => {
  it('brings its assessment, also where it begins with a byte order mark', async () => {
    expect(await opened(file('a.gel.json', text))).toEqual([read('a.gel.json')]);
    expect(await opened(file('a.gel.json', `\uFEFF${text}`))).toEqual([read('a.gel.json')]);
  });

  it('brings what a workbook holds, ours and the one that LibreOffice saved', async () => {
    for (const name of ['libro-v1.xlsx', 'libro-v1-libreoffice.xlsx']) {
      const [book] = await opened(file(name, new Uint8Array(readFileSync(`tests/golden/${name}`))));
      expect(book).toMatchObject({ kind: 'read', name, changed: [] });
    }
  });

  it('says of a closed version whether it is what was closed', async () => {
    const closed = await close(goldenAssessment, { date: '2009-10-31', responsible: 'Ana' });
    expect(await opened(file('a.json', assessmentToText(closed)))).toMatchObject([{ isTampered: false }]);
    expect(await opened(file('a.json', assessmentToText({ ...closed, label: 'otra' })))).toMatchObject([
      { isTampered: true },
    ]);
  });

  it('brings of a ZIP all that can be read, and tells each that cannot by name', async () => {
    const zip = rawZip([
      { name: 'bien.json', content: text },
      { name: 'mal.json', content: '{' },
      { name: 'miente.json', content: '', packed: deflatedMegabytes(30), told: { size: 100 } },
      { name: 'cambiado.json', content: text, told: { crc: 5 } },
      { name: 'grande.json', content: '', packed: deflatedMegabytes(26), told: { size: 26 * 1024 * 1024 } },
      { name: '__proto__', content: 'x' },
      { name: 'también.json', content: text, hasDescriptor: true },
    ]);
    expect(await opened(file('todas.zip', zip))).toMatchObject([
      read('bien.json (en todas.zip)'),
      { name: 'mal.json (en todas.zip)', why: { of: 'file', refusal: { kind: 'notJson' } } },
      { name: 'miente.json (en todas.zip)', why: { of: 'entry', fault: 'wrongSize' } },
      { name: 'cambiado.json (en todas.zip)', why: { of: 'entry', fault: 'wrongCrc' } },
      { name: 'grande.json (en todas.zip)', why: { of: 'file', refusal: { kind: 'tooLarge' } } },
      read('también.json (en todas.zip)'),
    ]);
  });

  it('is refused whole where the ZIP is hostile, or is none', async () => {
    for (const [name, bytes, fault] of [
      ['bomba.zip', overlappingBomb(1000, 550), 'overlapping'],
      ['foto.zip', zipSync({ 'foto.png': strToU8('x') }), 'nothingOurs'],
      ['texto.zip', strToU8('no es un ZIP'), 'notZip'],
    ] as const) {
      expect(await opened(file(name, bytes))).toEqual([{ kind: 'refused', name, why: { of: 'archive', fault } }]);
    }
  });

  it('is left where its time is over: what was read of a ZIP stays, and the rest is told once', async () => {
    const zip = rawZip(Array.from({ length: 9 }, (_, at) => ({ name: `${at}.json`, content: text })));
    let asked = 0;
    const all = await opened(file('todas.zip', zip), () => (asked += 1) > 6);
    expect(all.at(-1)).toEqual({ kind: 'refused', name: 'todas.zip', why: { of: 'unfinished' } });
    const before = all.slice(0, -1);
    expect(namesOf(before)).toEqual(before.map((_, at) => `${at}.json (en todas.zip)`));
    expect(all.length).toBeGreaterThan(1);
    expect(all.length).toBeLessThan(9);
    const book = file('libro.xlsx', new Uint8Array(readFileSync('tests/golden/libro-v1.xlsx')));
    expect(await opened(book, () => true)).toEqual([
      { kind: 'refused', name: 'libro.xlsx', why: { of: 'unfinished' } },
    ]);
  });

  it('is read in parts where the ZIP holds much: each goes on where the one before it left off', async () => {
    const large = { content: '', packed: deflatedMegabytes(13), told: { size: 13 * 1024 * 1024 } };
    const entries = Array.from({ length: 4 }, (_, at) => ({ ...large, name: `${at}.json` }));
    const zip = file('z.zip', rawZip([...entries, { name: '4.json', content: text }]));
    const [first, second, third] = [await opened(zip), await opened(zip, noClock, 2), await opened(zip, noClock, 4)];
    expect(namesOf(first)).toEqual(['0.json (en z.zip)', '1.json (en z.zip)', 2]);
    expect(namesOf(second)).toEqual(['2.json (en z.zip)', '3.json (en z.zip)', 4]);
    expect(third).toEqual([read('4.json (en z.zip)')]);
  });

  it('is refused unread where it weighs more than 25 MiB, and where the system keeps it back', async () => {
    const never = () => Promise.reject(new Error('it was read'));
    expect(await opened({ name: 'a.json', size: 25 * 1024 * 1024 + 1, arrayBuffer: never })).toMatchObject([
      { why: { of: 'file', refusal: { kind: 'tooLarge' } } },
    ]);
    const kept = () => Promise.reject(new DOMException('a folder', 'NotFoundError'));
    expect(await opened({ name: 'carpeta', size: 0, arrayBuffer: kept })).toMatchObject([
      { why: { of: 'file', refusal: { kind: 'unreadable' } } },
    ]);
    await expect(opened({ name: 'a.json', size: 1, arrayBuffer: never })).rejects.toThrow('it was read');
  });
});

describe('a file whose closing is checked', () => {
  it('gives what it says of itself and whether it is as it was closed, whatever its plan says', async () => {
    const closed = await close(goldenAssessment, { date: '2009-10-31', responsible: 'Ana' });
    const reading = await checkFile(file('a.json', assessmentToText(closed)));
    expect(reading).toMatchObject({ ok: true, check: { kind: 'unchanged' }, header: { id: closed.id } });
    expect(reading.ok && Object.keys(reading.header)).not.toContain('answers');
    const changed = assessmentToText({ ...closed, documents: { ...closed.documents, activities: { x: 'no' } } });
    expect(await checkFile(file('a.json', changed))).toMatchObject({ ok: true, check: { kind: 'changed' } });
  });

  it('is refused where it is no file of ours', async () => {
    expect(await checkFile(file('a.zip', rawZip([])))).toEqual({
      ok: false,
      why: { of: 'file', refusal: { kind: 'notJson' } },
    });
  });
});
