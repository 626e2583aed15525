import { describe, expect, it } from 'vitest';
import type { Person } from '#shared/records/person.ts';
import type { Suite } from '#shared/records/suite.ts';
import { mondayOf, type RotaRecords, rotaInput, wantsOf, weeksIn } from '#shared/rota/input.ts';
import { id } from '../sync/office.ts';

const weeks = weeksIn({ from: '2026-04-01', to: '2026-06-30' });
const suite = (more: Partial<Suite>): Suite => ({
  id: id(1),
  name: 'Northgate',
  statuses: [],
  targets: [],
  ...more,
});
const target = (visits: number, per: 'week' | 'quarter', from = '2020-01-01') => ({
  id: id(2),
  from,
  visits,
  per,
});
const visits = (s: Suite): number => wantsOf(s, weeks).reduce((sum, want) => sum + want.visits, 0);

const records = (more: Partial<RotaRecords>): RotaRecords => ({
  office: id(0),
  setting: undefined,
  people: [],
  suites: [],
  shifts: [],
  availability: [],
  interests: [],
  visited: [],
  ...more,
});
const person = (n: number, volunteer: Person['volunteer']): Person => ({
  id: id(n),
  name: `Person ${n}`,
  roles: ['visitor'],
  volunteer,
});

describe('What a rota is made of', () => {
  it('is the weeks that begin in the quarter', () => {
    expect([weeks.length, weeks[0], weeks.at(-1)]).toEqual([13, '2026-04-06', '2026-06-29']);
    expect(mondayOf('2026-04-12')).toBe('2026-04-06');
  });

  it('wants whole visits: week by week, and what is left over all of the quarter', () => {
    expect(visits(suite({ targets: [target(1, 'week')] }))).toBe(13);
    expect(visits(suite({ targets: [target(1.5, 'week')] }))).toBe(13 + 7);
    expect(visits(suite({ targets: [target(0.5, 'week')] }))).toBe(7);
    expect(wantsOf(suite({ targets: [target(5, 'quarter')] }), weeks)).toEqual([{ visits: 5, weeks }]);
    expect(wantsOf(suite({}), weeks)).toEqual([]);
  });

  it('wants none while a suite is closed or in reserve, and a quarter’s share less', () => {
    const statuses = [{ id: id(3), from: '2026-05-11', status: 'reserve' as const }];
    expect(visits(suite({ statuses, targets: [target(1, 'week')] }))).toBe(5);
    expect(visits(suite({ statuses, targets: [target(13, 'quarter')] }))).toBe(5);
  });

  it('knows who can be placed, and how experienced they are', () => {
    const people = [
      person(10, { status: 'accredited' }),
      person(11, { status: 'accredited', accredited: '2026-04-20', vettingExpires: '2026-12-01' }),
      person(12, { status: 'probation' }),
      person(13, { status: 'training' }),
      person(14, { status: 'vetting' }),
      person(15, { status: 'left' }),
      person(16, { status: 'accredited', left: '2026-04-01' }),
      person(17, { status: 'accredited', left: '2026-04-15' }),
      person(18, undefined),
    ];
    const { volunteers } = rotaInput(records({ people }), weeks);
    expect(volunteers.map((v) => [v.id, v.experience.kind])).toEqual([
      [id(10), 'accredited'],
      [id(11), 'accredited'],
      [id(12), 'probation'],
      [id(13), 'training'],
      [id(17), 'accredited'],
    ]);
    expect(volunteers[0]?.vettedUntil).toBeUndefined();
    expect(volunteers[1]?.experience).toEqual({ kind: 'accredited', since: '2026-04-20' });
    expect(volunteers[4]?.availability).toMatchObject({ '2026-04-13': 'away', '2026-06-29': 'away' });
    expect(volunteers[4]?.availability['2026-04-06']).toBeUndefined();
  });

  it('counts who went, and who went together, out of visits that were made', () => {
    const visited = [
      [id(10), id(11)],
      [id(11), id(10)],
      [id(10), null],
    ] as const;
    expect(rotaInput(records({ visited }), weeks).history).toEqual({
      together: [{ people: [id(10), id(11)], times: 2 }],
      went: [
        { person: id(10), times: 3 },
        { person: id(11), times: 2 },
      ],
    });
  });
});
