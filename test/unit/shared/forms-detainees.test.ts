import { describe, expect, test } from 'vitest';
import { reportSchema, scopeStatus, sectionStatus, shownSections } from '#shared/forms/engine.ts';
import { hoursHeld } from '#shared/forms/held.ts';
import { answerPath, holds, itemScope, itemScopes, visitScope } from '#shared/forms/scope.ts';
import type { Detainee } from '#shared/records/detainee.ts';
import type { Visit } from '#shared/records/visit.ts';
import { blank, form, id, question, settings, spoken, visitTo, whole } from './reports.ts';

const shown = (d: Partial<Detainee>, more: Partial<Visit> = {}) => {
  const person = spoken(1, d);
  return shownSections(form, itemScope('detainee', visitTo([person], more), person.id), settings);
};
const sections = (d: Partial<Detainee>, more: Partial<Visit> = {}) => shown(d, more).map((s) => s.id);
const questions = (d: Partial<Detainee>, more: Partial<Visit> = {}) =>
  shown(d, more).flatMap((s) => s.questions.map((q) => q.id));
const opened = (...groups: string[]): Partial<Detainee> => ({
  groups: Object.fromEntries(groups.map((group) => [group, 'to report' as const])),
});

describe('short by default', () => {
  test('a grown man with nothing to report is asked about twelve things, and two more that may stay blank', () => {
    const closings = (d: Partial<Detainee>) => shown(d).filter((s) => s.closable).length;
    const briefly = { arrived: { at: '08:00' } };
    const expected = shown(briefly).flatMap((s) => s.questions.filter((q) => !q.optional));
    expect(expected.length + closings(briefly)).toBe(12);
    expect(questions(briefly)).toEqual([
      'custodyNumber',
      'seenState',
      'ageGroup',
      'sex',
      'vulnerable',
      'ethnicity',
      'arrivedAt',
      'arrivedOn',
      'consentRecord',
      'rightsUnderstood',
    ]);
  });

  test('whoever was not dealt with is a stub: who they are and why not, and no group at all', () => {
    const seen = { state: 'notAvailable', reason: 'asleep' } as const;
    expect(sections({ seen })).toEqual(['person']);
    expect(questions({ seen })).toEqual([
      'custodyNumber',
      'seenState',
      'whyNotAvailable',
      'observed',
      'recordOnly',
      'ageGroup',
      'sex',
      'vulnerable',
    ]);
    expect(questions({ seen: { state: 'notOffered' } })).toContain('whyNotOffered');
    expect(questions({ seen: { state: 'declined' } })).not.toContain('whyNotAvailable');
  });

  test('somebody only seen is asked about as far as one can see; the record of somebody not seen, as far as it tells', () => {
    expect(sections({ seen: { state: 'declined', observed: true } })).toContain('cell');
    expect(sections({ seen: { state: 'notAvailable', record: true } })).not.toContain('cell');
    expect(sections({ seen: { state: 'notAvailable', record: true } })).toContain('care');
    const asleep = { seen: { state: 'notAvailable', observed: true }, ...opened('rights', 'care') } as const;
    for (const spokenOnly of ['rightsUnderstood', 'reasonUnderstood', 'respect', 'said', 'ethnicity'])
      expect(questions(asleep)).not.toContain(spokenOnly);
  });

  test('on the telephone nobody looks at a cell or the facilities', () => {
    expect(sections({}, { method: 'telephone' })).not.toContain('cell');
    const whole = shownSections(form, visitScope(visitTo([spoken(1)], { method: 'telephone' })), settings);
    expect(whole.map((s) => s.id)).not.toContain('facilities');
  });

  test('a visit that was refused asks about no detainee', () =>
    expect(sections({}, { outcome: 'refused' })).toEqual([]));

  test('where detainees are entered the columns follow from them, unless somebody typed a column', () => {
    const of = (v: Visit) => shownSections(form, visitScope(v), settings).map((s) => s.id);
    expect(of(whole)).toContain('splits');
    expect(of(visitTo([spoken(1)]))).not.toContain('splits');
    expect(of(visitTo([spoken(1)], { counts: { splits: { adultMale: { held: 1 } } } }))).toContain('splits');
  });
});

describe('what opens by who they are', () => {
  test('everyone under 18 and every vulnerable adult is asked about their appropriate adult, group closed or not', () => {
    expect(questions({ ageGroup: 'under18' })).toEqual(
      expect.arrayContaining(['adultCalled', 'adultArrived']),
    );
    expect(questions({ vulnerable: true })).toEqual(expect.arrayContaining(['adultCalled', 'adultArrived']));
    expect(questions(opened('rights'))).not.toContain('adultCalled');
  });

  test('women and girls are asked about menstrual products, girls about the woman who cares for them', () => {
    expect(questions({ sex: 'female' })).toContain('menstrualAsked');
    expect(questions({ sex: 'female' })).not.toContain('namedWoman');
    expect(questions({ sex: 'female', ageGroup: 'under18' })).toContain('namedWoman');
    expect(questions({ ageGroup: 'under18' })).not.toContain('namedWoman');
    expect(questions({ sex: 'female', ...opened('care') })).toContain('menstrualReplaced');
    expect(questions(opened('care'))).not.toContain('menstrualReplaced');
  });

  test('a child kept overnight is asked about the local authority’s bed', () => {
    const answers = { childOvernight: { value: true } };
    expect(questions({ ageGroup: 'under18', arrived: { at: '09:30' } })).toContain('childOvernight');
    expect(questions({ ageGroup: 'under18', answers })).toContain('bedAsked');
    expect(questions({ answers })).not.toContain('bedAsked');
  });

  test('reviews are asked about from the sixth hour, a longer stay from the first day', () => {
    expect(questions({ arrived: { at: '04:05' } })).not.toContain('reviewsTold');
    expect(questions({ arrived: { at: '04:04' } })).toContain('reviewsTold');
    expect(sections({ arrived: { at: '04:05' } })).not.toContain('process');
    expect(sections({})).toContain('process');
    const long = { arrived: { at: '10:04', on: '2026-11-18' }, ...opened('process') };
    expect(questions(long)).toContain('extended');
    expect(questions({ ...long, arrived: { at: '10:05', on: '2026-11-18' } })).not.toContain('extended');
  });

  test('a denial of access has terms, and only a denial', () => {
    const denied = { seen: { state: 'notAvailable', reason: 'access denied' } } as const;
    const terms = ['denialOfficer', 'denialGround', 'denialInReport', 'denialInRecord'];
    expect(questions(denied)).toEqual(expect.arrayContaining(terms));
    expect(questions({ seen: { ...denied.seen, reason: 'asleep' } })).not.toContain('denialOfficer');
    // The reason stays in the document when somebody says afterwards that they were spoken to.
    expect(questions({ seen: { state: 'accepted', reason: 'access denied' } })).not.toContain(
      'denialOfficer',
    );
  });
});

describe('groups', () => {
  const scopeOf = (d: Partial<Detainee>) => itemScope('detainee', visitTo([spoken(1, d)]), spoken(1).id);
  const statusOf = (name: string, d: Partial<Detainee>) => {
    const scope = scopeOf(d);
    const section = shownSections(form, scope, settings).find((s) => s.id === name);
    return section && sectionStatus(section, scope);
  };

  test('“no concerns” closes a group without its answers, and hides those that were given', () => {
    const answers = { food: { value: false }, rightsUnderstood: { value: true } };
    expect(questions({ ...opened('care'), answers })).toContain('food');
    expect(questions({ groups: { care: 'no concerns' }, answers })).not.toContain('food');
    expect(questions({ groups: { care: 'not asked' }, answers })).not.toContain('food');
    expect(questions({ groups: {}, answers })).not.toContain('food');
  });

  test('a group is completed once it is closed, or opened and half answered, and what always shows counts only if it must', () => {
    expect(statusOf('care', { groups: {} })).toBe('not started');
    expect(statusOf('care', { groups: { care: 'no concerns' } })).toBe('completed');
    expect(statusOf('care', { groups: { care: 'not asked' } })).toBe('completed');
    expect(statusOf('care', opened('care'))).toBe('in progress');
    const cell = shown(opened('cell')).find((s) => s.id === 'cell')?.questions ?? [];
    const answers = Object.fromEntries(cell.slice(0, 5).map((q) => [q.id, { value: true }]));
    expect(statusOf('cell', { ...opened('cell'), answers })).toBe('completed');
    expect(statusOf('rights', { groups: {}, answers: { rightsUnderstood: { value: true } } })).toBe(
      'in progress',
    );
  });

  test('their own words are asked for once there is something to report', () => {
    expect(sections({})).not.toContain('words');
    expect(sections(opened('care'))).toContain('words');
  });

  test('a detainee is completed when who they are is filled in and every group closed', () => {
    expect(scopeStatus(form, scopeOf({}), settings)).toBe('completed');
    expect(scopeStatus(form, scopeOf({ groups: { rights: 'no concerns' } }), settings)).toBe('in progress');
    const stub = { ...blank, outcome: 'completed', detainees: [{ id: id(9), order: id(9) }] } as const;
    expect(scopeStatus(form, itemScope('detainee', stub as unknown as Visit, id(9)), settings)).toBe(
      'not started',
    );
  });

  test('the whole suite’s count is completed by one number where the detainees entered give the others', () => {
    const counts = form.sections.find((s) => s.id === 'counts') as (typeof form.sections)[0];
    const status = (v: Visit) => sectionStatus(counts, visitScope(v));
    expect(status(visitTo([spoken(1)]))).toBe('completed');
    expect(status({ ...whole, counts: { total: { held: 1 } } })).toBe('in progress');
  });
});

describe('a part of a report', () => {
  const v = visitTo([spoken(1), spoken(2, { removed: '2026-11-19T11:00:00.000Z' })], {
    answers: { tactAccredited: { value: true } },
  });

  test('lies in its list by its id; what was put aside is no part', () => {
    expect(itemScopes('detainee', v).map((s) => s.path)).toEqual([['detainees', `#${spoken(1).id}`]]);
    expect(itemScopes('matter', v)).toEqual([]);
    expect(answerPath(question('seenState'), itemScope('detainee', v, id(7)))).toEqual([
      'detainees',
      `#${id(7)}`,
      'seen',
      'state',
    ]);
  });

  test('asks a condition of itself first, and then of the visit around it', () => {
    const scope = itemScope('detainee', v, spoken(1).id);
    expect(holds([{ field: 'sex', is: ['male'] }], scope, settings)).toBe(true);
    expect(holds([{ field: 'outcome', is: ['completed'] }], scope, settings)).toBe(true);
    expect(holds([{ field: 'tactAccredited', is: [true] }], scope, settings)).toBe(true);
    expect(holds([{ field: 'sex', is: ['male'] }], visitScope(v), settings)).toBe(false);
    const matter = { ...v, matters: [{ id: id(8), order: 'a', outcome: 'resolved' as const }] };
    expect(
      holds([{ field: 'outcome', is: ['resolved'] }], itemScope('matter', matter, id(8)), settings),
    ).toBe(true);
  });

  test('hours in custody run to admission, over midnight, and over days where the day is known', () => {
    const at = (arrived: Detainee['arrived']) => hoursHeld({ arrived }, whole);
    expect(at({ at: '08:04' })).toBe(2);
    expect(at({ at: '08:05' })).toBe(1);
    expect(at({ at: '23:04' })).toBe(11);
    expect(at({ at: '10:04', on: '2026-11-17' })).toBe(48);
    expect(at({ at: '10:05', on: '2026-11-19' })).toBe(null);
    expect(at({ on: '2026-11-17' })).toBe(null);
    expect(at(undefined)).toBe(null);
  });
});

describe('the schema of a detainee', () => {
  const fits = (more: object) =>
    reportSchema(form).safeParse(visitTo([{ ...spoken(1), ...more } as Detainee])).success;

  test('holds each answer to its question’s kind', () => {
    expect(fits({ answers: { food: { value: false }, warm: { not: 'not asked' } } })).toBe(true);
    expect(fits({ answers: { food: { value: 'cold' } } })).toBe(false);
    expect(fits({ answers: { offeredUnasked: { value: ['food', 'reading'] } } })).toBe(true);
    expect(fits({ answers: { offeredUnasked: { value: ['caviar'] } } })).toBe(false);
    expect(fits({ answers: { carerWait: { value: 40 } } })).toBe(true);
  });

  test('keeps answers to questions it does not know, and refuses a state that the count has not', () => {
    const parsed = reportSchema(form).parse(visitTo([spoken(1, { answers: { later: { value: 'x' } } })]));
    expect(parsed.detainees?.[0]?.answers).toEqual({ later: { value: 'x' } });
    expect(fits({ seen: { state: 'vanished' } })).toBe(false);
    expect(fits({ groups: { care: 'perhaps' } })).toBe(false);
  });
});
