import { describe, expect, it } from 'vitest';
import { readDocuments, withDamage, writeDocuments } from './documents.ts';

describe('a plan of which part cannot be read', () => {
  const raw = {
    activities: { 'INF-01': { actividad: 'Publicar' }, 'INF-02': { fechaFin: 'mañana' } },
    texts: { recursos: 7 },
    projects: [
      { id: 'P-01', nombre: 'Portal' },
      { id: 'P-02', tipos: 'todos' },
    ],
  };

  it('is read without that part, and told', () => {
    const { plan, projects, damage } = readDocuments(raw);
    expect(plan.activities.map(({ id }) => id)).toEqual(['INF-01']);
    expect(projects.map(({ id }) => id)).toEqual(['P-01']);
    expect(damage.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual(['activity INF-02', 'project P-02', 'texts ']);
  });

  it('goes into a copy with it, unless something has taken its place', () => {
    const { plan, projects, damage } = readDocuments(raw);
    expect(withDamage(writeDocuments(plan, projects), damage)).toEqual(raw);
    const texts = { ...plan.texts, resources: 'Inversión' };
    const copy = withDamage(writeDocuments({ ...plan, texts }, projects), damage);
    expect(copy.texts).toEqual({ recursos: 'Inversión' });
  });
});
