import { describe, expect, it } from 'vitest';
import { asideText, groupApply, groupClear, moreDates, shownText, span, sumLine, undatedNote } from './plan-page.ts';

describe('how long an activity lasts', () => {
  it('names the year once where both dates share it', () => {
    expect(span('2010-06-01', '2010-12-01')).toBe('del 1 de junio al 1 de diciembre de 2010');
    expect(span('2009-11-01', '2010-12-01')).toBe('del 1 de noviembre de 2009 al 1 de diciembre de 2010');
    expect(span('2010-12-01', '2010-12-01')).toBe('el 1 de diciembre de 2010');
  });

  it('says which date is missing', () => {
    expect(span('', '2010-12-01')).toBe('hasta el 1 de diciembre de 2010, sin fecha de inicio');
    expect(span('2010-06-01', '')).toBe('desde el 1 de junio de 2010, sin fecha de fin');
    expect(span('', '')).toBe('sin fechas');
  });
});

describe('what some activities cost', () => {
  it('is a floor while somebody has yet to say an amount, and no figure while nobody has', () => {
    expect(sumLine({ activities: 3, total: 300n, unstated: 0 })).toBe('3 actividades · $\u00a03 en total');
    expect(sumLine({ activities: 3, total: 300n, unstated: 1 })).toBe(
      '3 actividades · al menos $\u00a03: 1 no tiene valor',
    );
    expect(sumLine({ activities: 2, total: 0n, unstated: 2 })).toBe('2 actividades · ninguna tiene valor todavía');
    expect(sumLine({ activities: 1, total: 0n, unstated: 0 })).toBe('1 actividad · $\u00a00 en total');
  });
});

describe('a change to many activities', () => {
  it('says in how many; the button that leaves a field blank is another one, and names the field', () => {
    expect(groupApply(12)).toBe('Poner lo mismo en las 12 seleccionadas');
    expect(groupApply(1)).toBe('Ponerlo en la seleccionada');
    expect(groupClear('position', 12)).toBe('Dejar en blanco «Cargo responsable» en las 12 seleccionadas');
    expect(groupClear('end', 1)).toBe('Dejar en blanco «Fin» en la seleccionada');
  });

  it('names what is selected and not to be seen, up to eight', () => {
    const ids = Array.from({ length: 11 }, (_, index) => `INF-${String(index + 1).padStart(2, '0')}`);
    expect(asideText([])).toBe('');
    expect(asideText(['TRA-01'])).toContain('Hay 1 seleccionada');
    expect(asideText(ids.slice(0, 2))).toContain('Hay 2 seleccionadas');
    expect(asideText(ids.slice(0, 2))).toContain('(INF-01, INF-02)');
    expect(asideText(ids)).toContain('INF-08 y 3 más)');
  });
});

it.each([
  [shownText(0, 9), 'Ninguna actividad es así.'],
  [shownText(1, 9), 'Se muestra 1 de 9 actividades.'],
  [shownText(2, 9), 'Se muestran 2 de 9 actividades.'],
  [undatedNote(1), '1 actividad no tiene fecha de fin: no se cuenta como hecha en ninguna fecha.'],
  [undatedNote(2), '2 actividades no tienen fecha de fin: no se cuentan como hechas en ninguna fecha.'],
  [moreDates(1), 'Ver también 1 fecha en que cambia alguna cifra'],
])('%s', (said, text) => {
  expect(said).toBe(text);
});
