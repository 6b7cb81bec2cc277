import { expect, it } from 'vitest';
import { FILE_NAME } from './fault-names.ts';
import { faultTable, notStarted } from './faults.ts';

const messages = Object.entries(faultTable).flatMap(([situation, faults]) =>
  Object.entries(faults).map(([fault, message]) => ({ name: `${situation}, ${fault}`, situation, message })),
);

it.each(messages)('$name: what happened, what became of the data and what to do, each in a sentence', ({ message }) => {
  for (const text of [message.happened, message.data, message.remedy]) expect(text).toMatch(/^[A-ZÁÉÍÓÚÑ{].{10,}\.$/s);
  expect(`${message.happened} ${message.data} ${message.remedy}`).not.toMatch(/[!¡]|undefined|chunk|módulo|script/);
});

it('a part that did not come is never told as a fault of the storage, and says that a reload helps', () => {
  for (const { partMissing } of Object.values(faultTable)) {
    expect(partMissing.happened).toContain('no llegó una parte del programa de este sitio');
    expect(partMissing.remedy).toContain('vuelva a cargar la página');
  }
});

it('names the file where there is one, and nowhere else', () => {
  for (const { name, situation, message } of messages) {
    expect(message.happened.includes(FILE_NAME), name).toBe(situation === 'noting');
  }
});

it('a page that did not start says it for its own work', () => {
  expect(notStarted.tool.data).toContain('no se guarda');
  expect(notStarted.search.data).toContain('se puede leer');
});
