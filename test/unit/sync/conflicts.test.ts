import { describe, expect, it } from 'vitest';
import type { Conflict } from '#shared/records/conflict.ts';
import type { Visit } from '#shared/records/visit.ts';
import { type Office, person, report, withDraft, withReport } from './office.ts';

const says = (comments: string) => (v: Visit) => {
  v.comments = comments;
};
const disagreeing = (): { office: Office; contested: Conflict } => {
  const office = withReport({ comments: 'Quiet' });
  const seen = office.report();
  office.corrects('ann', says('Busy'), seen);
  office.corrects('clara', says('Loud'), seen, { saw: { epoch: 1, n: 1 } });
  return { office, contested: office.contested()[0] as Conflict };
};

describe('two people’s different answers', () => {
  it('the report shows what stood first, and the conflict keeps the other with person, time and device', () => {
    const { office, contested } = disagreeing();
    expect(office.report()?.comments).toBe('Busy');
    expect(contested).toMatchObject({
      type: 'visit',
      record: report,
      place: ['comments'],
      values: [{ by: person('clara'), places: [{ path: ['comments'], was: 'Quiet', now: 'Loud' }] }],
    });
  });

  it('both corrections are kept and numbered, the contested one as well', () => {
    const { office } = disagreeing();
    expect(office.report()?.corrections.map(({ by, number }) => [by, number])).toEqual([
      [person('ann'), 1],
      [person('clara'), 2],
    ]);
  });

  it('a conflict is seen by those who see its record', () => {
    const { office, contested } = disagreeing();
    expect(office.keys('conflict', contested.id)).toEqual(office.keys('visit', report));
  });

  it('a report that others see now takes its conflicts along', () => {
    const { office, contested } = disagreeing();
    const before = office.keys('conflict', contested.id);
    office.corrects('clara', (v) => {
      v.visitor2 = person('dora');
    });
    expect(office.keys('visit', report)).not.toEqual(before);
    expect(office.keys('conflict', contested.id)).toEqual(office.keys('visit', report));
  });

  it('a third who meets the same place adds their value to the same conflict', () => {
    const { office, contested } = disagreeing();
    office.corrects('pat', says('Cold'), { ...(office.report() as Visit), comments: 'Quiet' });
    const [one, ...others] = office.contested();
    expect(others).toEqual([]);
    expect(one).toMatchObject({ id: contested.id, values: [{}, { by: person('pat') }] });
  });

  it('the same answer typed by two people is no conflict', () => {
    const office = withReport({ comments: 'Quiet' });
    const seen = office.report();
    office.corrects('ann', says('Busy'), seen);
    expect(office.corrects('clara', says('Busy'), seen).kind).not.toBe('conflict');
    expect(office.contested()).toEqual([]);
  });

  it('what makes sense only together is contested together', () => {
    const office = withReport({ arrived: '10:00', left: '11:00' });
    const seen = office.report();
    office.corrects(
      'ann',
      (v) => {
        v.arrived = '10:10';
      },
      seen,
    );
    office.corrects(
      'clara',
      (v) => {
        v.left = '12:00';
      },
      seen,
    );
    expect(office.report()).toMatchObject({ arrived: '10:10', left: '11:00' });
    const [one, ...others] = office.contested();
    expect(others).toEqual([]);
    expect(one?.place).toEqual(['date']);
    expect(one?.values[0]?.places).toContainEqual({ path: ['left'], was: '11:00', now: '12:00' });
  });
});

describe('settling', () => {
  const loud = [{ path: ['comments'], was: 'Busy', now: 'Loud' }];

  it('what people decide stands in the report, under a correction that says who settled it', () => {
    const { office, contested } = disagreeing();
    expect(office.settles('ann', contested, loud).kind).toBe('accepted');
    expect(office.report()?.comments).toBe('Loud');
    expect(office.report()?.corrections.at(-1)).toMatchObject({
      by: person('ann'),
      number: 3,
      changes: loud,
    });
    expect(office.contested()).toEqual([]);
  });

  it('two who settle one conflict: the first stands, and the second opens it again with their value', () => {
    const { office, contested } = disagreeing();
    office.settles('ann', contested, [{ path: ['comments'], was: 'Busy', now: 'Busy and loud' }]);
    const second = office.settles('clara', contested, loud);
    expect(second).toMatchObject({ kind: 'conflict', contested: [contested.id] });
    expect(office.report()?.comments).toBe('Busy and loud');
    expect(office.contested()[0]?.values.map((v) => v.places[0]?.now)).toEqual(['Loud', 'Loud']);
  });

  it('a value that whoever settled had not seen keeps it open', () => {
    const { office, contested } = disagreeing();
    office.corrects('pat', says('Cold'), { ...(office.report() as Visit), comments: 'Quiet' });
    expect(office.settles('ann', contested, loud).kind).toBe('merged');
    expect(office.report()?.comments).toBe('Loud');
    expect(office.contested()).toHaveLength(1);
  });

  it('nobody settles what they may not change, and nothing but the contested place', () => {
    const { office, contested } = disagreeing();
    expect(office.settles('dora', contested, loud)).toEqual({ kind: 'refused', reason: 'notAllowed' });
    expect(office.settles('ann', contested, [{ path: ['briefing'], now: 'Short' }])).toEqual({
      kind: 'refused',
      reason: 'notContested',
    });
    expect(office.settles('ann', contested, [{ path: ['reference'], now: 'V1' }])).toMatchObject({
      kind: 'refused',
    });
  });

  it('nobody makes a conflict, or takes a value out of one', () => {
    const { office, contested } = disagreeing();
    expect(office.sends('clara', 'conflict', person('ann'), [{ path: [], now: contested as never }])).toEqual(
      {
        kind: 'refused',
        reason: 'officeOnly',
      },
    );
    const [value] = contested.values;
    expect(
      office.sends('clara', 'conflict', contested.id, [
        { path: ['values', `#${value?.id}`], was: value as never },
      ]),
    ).toEqual({ kind: 'refused', reason: 'officeOnly' });
  });
});

describe('removing against writing', () => {
  const a = { id: '0190a5c2-0000-7000-8000-00000000000a', order: 'a', custodyNumber: 'N1' };
  const removes = (v: Visit) => {
    v.detainees = [];
  };
  const writes = (v: Visit) => {
    v.detainees = [{ ...a, custodyNumber: 'N2' }];
  };

  it('written first: the detainee stays, and that somebody took it out is for people to settle', () => {
    const office = withReport({ detainees: [a] });
    const seen = office.report();
    office.corrects('ann', writes, seen);
    expect(office.corrects('clara', removes, seen).kind).toBe('conflict');
    expect(office.report()?.detainees).toEqual([{ ...a, custodyNumber: 'N2' }]);
    expect(office.contested()[0]?.place).toEqual(['detainees', `#${a.id}`]);
  });

  it('taken out first: the detainee lives again with what was written, until people settle it', () => {
    const office = withReport({ detainees: [a] });
    const seen = office.report();
    office.corrects('clara', removes, seen);
    expect(office.report()?.detainees).toEqual([]);
    expect(office.corrects('ann', writes, seen).kind).toBe('conflict');
    expect(office.report()?.detainees).toEqual([{ ...a, custodyNumber: 'N2' }]);
    const [one, ...others] = office.contested();
    expect(others).toEqual([]);
    expect(one?.values.map((v) => v.by)).toEqual([person('clara'), person('ann')]);
  });

  it('people settle that it goes', () => {
    const office = withReport({ detainees: [a] });
    const seen = office.report();
    office.corrects('clara', removes, seen);
    office.corrects('ann', writes, seen);
    const [one] = office.contested() as [Conflict];
    const was = office.report()?.detainees?.[0] as never;
    expect(office.settles('pat', one, [{ path: one.place, was }]).kind).toBe('accepted');
    expect(office.report()?.detainees).toEqual([]);
    expect(office.contested()).toEqual([]);
  });

  it('put aside while somebody wrote in it: both orders leave it standing, contested', () => {
    const aside = (v: Visit) => {
      v.detainees = [{ ...a, removed: '2026-05-04T12:00:00.000Z' }];
    };
    for (const order of [
      [aside, writes],
      [writes, aside],
    ] as const) {
      const office = withDraft({ detainees: [a] });
      const seen = office.report();
      office.changes('ann', order[0], seen);
      expect(office.changes('bob', order[1], seen).kind).toBe('conflict');
      expect(office.report()?.detainees).toEqual([{ ...a, custodyNumber: 'N2' }]);
      expect(office.contested().map((c) => c.place)).toEqual([['detainees', `#${a.id}`]]);
    }
  });
});
