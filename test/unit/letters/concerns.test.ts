import { describe, expect, it } from 'vitest';
import { answerBy, concernValues } from '#shared/letters/concerns.ts';
import { custodyNumbersIn, letterDoubts, withoutNumbers } from '#shared/letters/doubts.ts';
import type { Concern } from '#shared/records/concern.ts';

const id = '01a0f0a0-0000-7000-8000-000000000001';
const concern = (over: Partial<Concern> = {}): Concern => ({
  id,
  events: [],
  from: { kind: 'visit' },
  raisedOn: '2026-10-30',
  raisedBy: [],
  area: 'conditions and facilities',
  severity: 'routine',
  sharing: 'custody',
  reference: 'C2026/0001',
  matter: 'The call bell could not be heard.',
  told: [],
  escalations: [],
  answers: [],
  found: [],
  ...over,
});

describe('a letter about concerns', () => {
  it('asks for an answer by the day of the most pressing one', () => {
    const both = [concern(), concern({ severity: 'high' })];
    expect(answerBy('2026-11-02', both, { answerDays: { immediate: 1, high: 5, routine: 20 } })).toBe(
      '2026-11-07',
    );
    expect(answerBy('2026-02-20', [concern()], {})).toBe('2026-03-20');
  });

  it('names each by its number with the day, the area and the words', () => {
    const values = concernValues([
      { concern: concern(), numbers: [], number: undefined },
      {
        concern: concern({ reference: 'C2026/0002', matter: 'No blankets.' }),
        numbers: [],
        number: 'W/0002/26',
      },
    ]);
    expect(values.reference).toBe('C2026/0001 and C2026/0002');
    expect(values.concerns).toBe(
      'C2026/0001, raised on 30 October 2026 (conditions and facilities)\nThe call bell could not be heard.\n\n' +
        'C2026/0002, raised on 30 October 2026 (conditions and facilities)\nNo blankets.',
    );
    expect(values.custodyNumber).toBe('C2026/0002: W/0002/26');
  });

  it('takes custody numbers out of what visitors wrote, however they are spaced', () => {
    const values = concernValues([
      {
        concern: concern({ matter: 'W/0001/26 asked twice; w 0001 26 was cold.' }),
        numbers: ['W/0001/26'],
        number: 'W/0001/26',
      },
    ]);
    expect(values.matter).toBe('(a detainee) asked twice; (a detainee) was cold.');
    expect(withoutNumbers('In cell 12, page 3 of 26', ['12'])).toBe('In cell 12, page 3 of 26');
    expect(custodyNumbersIn('We read W-0001-26.', ['W/0001/26', 'W/0002/26'])).toEqual(['W/0001/26']);
  });

  it('points at what looks like a name, and not at the suite or whoever it is to', () => {
    const known = { places: ['Millford', 'Inspector Anna Grey'], year: 2026 };
    const found = letterDoubts(
      {
        subject: 'Millford',
        body: 'Dear Inspector Grey\n\nThe detainee Peter Winslow was cold, dob 3/4/1990.',
      },
      known,
    );
    expect(found).toEqual([
      { kind: 'name', words: 'Peter Winslow' },
      { kind: 'dateOfBirth', words: 'dob 3/4/1990' },
    ]);
  });

  it('knows from a reminder when the answer was due', () => {
    const late = concern({
      escalations: [{ id, to: 'custody inspector', on: '2026-10-01', due: '2026-10-15', by: id }],
    });
    expect(concernValues([{ concern: late, numbers: [], number: undefined }])).toMatchObject({
      askedOn: '1 October 2026',
      wasDue: '15 October 2026',
    });
  });
});
