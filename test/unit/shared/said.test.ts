import { describe, expect, it } from 'vitest';
import { said, saidCells } from '#shared/concerns/said.ts';
import type { Concern } from '#shared/records/concern.ts';

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const person = id(1);
const quarter = { from: '2026-04-01', to: '2026-06-30' };
const means = { numbers: ['W/0042/26'], places: ['Millford'], year: 2026 };

const cold: Concern = {
  id: id(2),
  events: [],
  from: { kind: 'coordinator' },
  raisedOn: '2026-05-14',
  raisedBy: [person],
  area: 'conditions and facilities',
  severity: 'routine',
  sharing: 'custody',
  matter: 'Cell 4, where W/0042/26 was held, is cold at night.',
  publication: 'Cells were cold at night.',
  told: [],
  escalations: [],
  answers: [],
  found: [],
};
const moves = (...to: [state: string, on: string][]): Concern['events'] =>
  to.map(([state, on], n) => ({
    id: id(100 + n),
    from: to[n - 1]?.[0] ?? 'raised',
    to: state,
    by: person,
    at: `${on}T10:00:00.000Z`,
  }));
const letter = (on: string) => ({
  id: id(50),
  to: 'custody inspector' as const,
  on,
  due: '2026-06-15',
  by: person,
});
const answer = (on: string, words: string) => ({
  ...{ id: id(51), on, from: 'Inspector Grey', words, via: 'letter' as const, by: person },
});
const found = (on: string, finding: Concern['found'][number]['finding']) => ({
  ...{ id: id(52), visit: id(60), on, by: [person], finding, words: 'The man in cell 4 says so.' },
});

const followed: Concern = {
  ...cold,
  events: moves(
    ['coordinator', '2026-05-15'],
    ['escalated', '2026-05-18'],
    ['answered', '2026-05-28'],
    ['checked', '2026-06-20'],
  ),
  escalations: [letter('2026-05-18')],
  answers: [answer('2026-05-28', 'Estates mended the heating.')],
  found: [found('2026-06-20', 'put right')],
};
const cells = (c: Concern) => said([c], quarter, means).rows.map(saidCells)[0];

describe('you said, they did, we checked', () => {
  it('tells concern, answer, days and what the next pair found, in months and in publication wording', () => {
    expect(cells(followed)).toEqual([
      'Cells were cold at night.',
      'May 2026',
      'Estates mended the heating.',
      '10',
      'Visitors found it put right (June 2026).',
    ]);
  });

  it('prints no raw words, no day, no number of a concern and nobody who raised, answered or found it', () => {
    const printed = JSON.stringify(cells({ ...followed, reference: 'C2026/0007' }));
    for (const kept of ['W/0042/26', 'cell 4', '14', 'C2026', 'Grey', 'says so', person])
      expect(printed).not.toContain(kept);
  });

  it('leaves out what has no wording for publication, and says how many', () => {
    const { publication: _, ...unworded } = cold;
    expect(said([unworded], quarter, means)).toMatchObject({ rows: [], unworded: [cold.id] });
  });

  it('leaves out what is for the office alone, worded or not, and does not count it as unworded', () => {
    const { publication: _, ...unworded } = cold;
    for (const one of [cold, unworded])
      expect(said([{ ...one, sharing: 'office' }], quarter, means)).toMatchObject({
        ...{ rows: [], unworded: [], officeOnly: [cold.id] },
      });
  });

  it('leaves out a wording that gives a custody number or what looks like a name', () => {
    for (const publication of ['W 0042 26 was cold.', 'Mr Oakes was cold.'])
      expect(said([{ ...cold, publication }], quarter, means)).toMatchObject({
        rows: [],
        doubtful: [cold.id],
      });
  });

  it('says that custody answered, without its words, where these could show who it was', () => {
    const named = { ...followed, answers: [answer('2026-05-28', 'Mr Oakes was given a blanket.')] };
    expect(cells(named)?.[2]).toBe('Custody answered; the answer is not printed.');
    expect(said([named], quarter, means).doubtful).toEqual([cold.id]);
  });

  it('tells silence as it is', () => {
    const silent = {
      ...cold,
      events: moves(['coordinator', '2026-05-15'], ['escalated', '2026-05-18']),
      escalations: [letter('2026-05-18')],
    };
    expect(cells(silent)?.slice(2)).toEqual(['No answer yet.', '', 'Not checked yet.']);
  });

  it('tells already addressed and resolved on the visit apart, and neither waits to be checked', () => {
    expect(cells({ ...cold, events: moves(['addressed', '2026-05-14']) })?.slice(2)).toEqual([
      ...['Staff had seen to it before the visitors raised it.', '', ''],
    ]);
    expect(cells({ ...cold, events: moves(['resolved', '2026-05-14']) })?.[2]).toBe(
      'It was put right during the visit.',
    );
  });

  it('tells in its own quarter and in the later one that it came back after it was called fixed', () => {
    const back = {
      ...followed,
      events: [...followed.events, ...moves(['closed', '2026-07-01'], ['coordinator', '2026-08-09'])],
    };
    expect(cells(back)?.[4]).toContain('It came back in August 2026 after it was called fixed.');
    expect(said([back], { from: '2026-07-01', to: '2026-09-30' }, means).rows).toHaveLength(1);
    expect(said([followed], { from: '2026-07-01', to: '2026-09-30' }, means).rows).toEqual([]);
  });
});
