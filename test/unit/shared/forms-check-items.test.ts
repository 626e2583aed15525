import { describe, expect, test } from 'vitest';
import { checkVisit, type Problem } from '#shared/forms/check.ts';
import type { Detainee, Matter } from '#shared/records/detainee.ts';
import type { Visit } from '#shared/records/visit.ts';
import { form, id, settings, spoken, today, visitTo } from './reports.ts';

const check = (v: Visit): Problem[] => checkVisit(form, v, settings, today);
const said = (v: Visit) => check(v).map((p) => `${p.section}.${p.question}: ${p.text}`);
const one = (more: Partial<Detainee>, visit: Partial<Visit> = {}) => visitTo([spoken(1, more)], visit);
const without = (...keys: (keyof Detainee)[]): Detainee => {
  const left: Partial<Detainee> = { ...spoken(1) };
  for (const key of keys) delete left[key];
  return left as Detainee;
};

test('a detainee with nothing to report is nothing to point out', () => {
  expect(said(visitTo([spoken(1), spoken(2), spoken(3)]))).toEqual([]);
});

describe('each detainee', () => {
  test('must have a number and say how they were met, each with the detainee it is missing in', () => {
    const blanks = check(visitTo([without('custodyNumber', 'seen')])).filter((p) => p.weight === 'must fix');
    const item = { of: 'detainee', id: spoken(1).id };
    expect(blanks).toEqual([
      {
        weight: 'must fix',
        section: 'person',
        question: 'custodyNumber',
        text: 'Answer: Custody record number',
        item,
      },
      {
        weight: 'must fix',
        section: 'person',
        question: 'seenState',
        text: 'Answer: Did you speak to them?',
        item,
      },
    ]);
  });

  test.each<[string, Visit, string[]]>([
    [
      'not available needs a reason',
      one({ seen: { state: 'notAvailable' } }),
      ['person.whyNotAvailable: Not available, and it is not said why'],
    ],
    [
      'a reason of another state is none',
      one({ seen: { state: 'notOffered', reason: 'asleep' } }),
      ['person.whyNotOffered: Not offered a conversation, and it is not said why'],
    ],
    ['asleep is a reason', one({ seen: { state: 'notAvailable', reason: 'asleep' } }), []],
    [
      'a denial of access names officer and ground and stands in both records',
      one({ seen: { state: 'notAvailable', reason: 'access denied' } }),
      [
        'person.denialOfficer: Nobody is named who denied access',
        'person.denialGround: No ground is given on which access was denied',
        'person.denialInReport: It is not said that the denial of access is recorded in this report',
        'person.denialInRecord: It is not said that the denial of access is recorded in the custody record',
      ],
    ],
    [
      'a denial that the custody record does not show',
      one({
        seen: { state: 'notAvailable', reason: 'access denied' },
        denial: { officer: 'Inspector 12', ground: 'Violent', inReport: true, inCustodyRecord: false },
      }),
      ['person.denialInRecord: It is not said that the denial of access is recorded in the custody record'],
    ],
    [
      'a child without answers about an appropriate adult',
      one({ ageGroup: 'under18' }),
      [
        'rights.adultCalled: It is not said whether an appropriate adult was called',
        'rights.adultArrived: It is not said whether the appropriate adult has come',
      ],
    ],
    [
      'a child whose adult came',
      one({
        ageGroup: 'under18',
        answers: { adultCalled: { value: true }, adultArrived: { not: "don't know" } },
      }),
      [],
    ],
    [
      'groups that nobody closed, together',
      one({ groups: { rights: 'no concerns', process: 'not asked' } }),
      [
        'health.group-health: It is not said whether there is anything to report: Health and safety, Care and Cell',
      ],
    ],
    [
      'a group opened with nothing in it',
      one({ groups: { ...spoken(1).groups, care: 'to report' } }),
      ['care.group-care: Care: opened to report something, and nothing is reported in it'],
    ],
    [
      'a group opened with something in it',
      one({ groups: { ...spoken(1).groups, care: 'to report' }, answers: { food: { value: false } } }),
      [],
    ],
    [
      'a group of which only the question that always shows is answered',
      one({ groups: { ...spoken(1).groups, rights: 'to report' } }),
      ['rights.group-rights: Rights: opened to report something, and nothing is reported in it'],
    ],
  ])('%s', (_, v, expected) => expect(said(v)).toEqual(expected));

  test('two of the same number are asked about at the second, however it is written', () => {
    const problems = check(visitTo([spoken(1), spoken(2, { custodyNumber: 'w 0001-26' })]));
    expect(problems.map((p) => [p.question, p.text, p.item?.id])).toEqual([
      ['custodyNumber', 'This custody record number is entered twice', spoken(2).id],
    ]);
  });

  test('a number of letters alone looks like a name, until somebody says that it is none', () => {
    const v = one({ custodyNumber: 'Smith' });
    expect(check(v).map((p) => p.name)).toEqual(['Smith']);
    expect(check({ ...v, notNames: { Smith: true } })).toEqual([]);
    expect(check({ ...v, notNames: { Smith: false } })).toHaveLength(1);
    expect(said(one({ custodyNumber: '12345' }))).toEqual([]);
  });

  test('one who was put aside is asked about no more', () =>
    expect(
      said(
        visitTo(
          [spoken(1), { ...without('custodyNumber'), id: id(7), removed: '2026-11-19T11:00:00.000Z' }],
          {
            counts: { total: { held: 1 } },
          },
        ),
      ),
    ).toEqual([]));

  test('a visit that was refused asks about no detainee that was entered before', () =>
    expect(said(visitTo([without('custodyNumber')], { outcome: 'refused', counts: {} }))).toEqual([]));
});

describe('counts typed and detainees entered', () => {
  test('differ in a sentence, each number once', () =>
    expect(said(visitTo([spoken(1), spoken(2)], { counts: { total: { held: 3, offered: 3 } } }))).toEqual([
      'counts.total: You counted 3 offered a conversation; the detainees entered come to 2',
    ]));

  test('people of whom none was entered are no difference, and are accounted for', () => {
    const total = { held: 8, notAvailable: 5, notOffered: 2, offered: 1, accepted: 1, declined: 0 };
    expect(said(visitTo([spoken(1)], { counts: { total } }))).toEqual([]);
    expect(said(visitTo([spoken(1)], { counts: { total: { held: 8 } } }))).toEqual([
      'counts.total: 7 of 8 people held are not accounted for',
    ]);
  });

  test('fewer than were entered is a difference', () =>
    expect(said(visitTo([spoken(1), spoken(2)], { counts: { total: { held: 1 } } }))).toEqual([
      'counts.total: 1 more people are accounted for than the 1 held',
      'counts.total: You counted 1 in custody; the detainees entered come to 2',
    ]));
});

describe('the visit as a whole', () => {
  test.each<[string, Partial<Visit>, string[]]>([
    [
      'a wait that nobody timed',
      { keptWaiting: true, admitted: '10:00' },
      [
        'times.delayReason: You were kept waiting and no reason is given',
        'times.delayAuthoriser: You were kept waiting and nobody is named who authorised it',
      ],
    ],
    [
      'a wait that nobody explained is a concern, and no gap',
      { keptWaiting: true, delayExplained: 'no explanation given' },
      [],
    ],
    [
      'no wait by their words, and a wait by the times',
      { keptWaiting: false, admitted: '10:40' },
      ['times.keptWaiting: You say that you were not kept waiting, and waited 40 minutes'],
    ],
    [
      'a terrorism visit by visitors who are not accredited, of which no copy went',
      { purpose: 'TACT', answers: { tactAccredited: { value: false }, tactCopy: { value: false } } },
      [
        'tact.tactAccredited: Only visitors accredited for it make terrorism visits',
        'tact.tactCopy: It is not said that a copy has gone to the Independent Reviewer of Terrorism Legislation',
      ],
    ],
    [
      'a terrorism visit as it should be',
      { purpose: 'TACT', answers: { tactAccredited: { value: true }, tactCopy: { value: true } } },
      [],
    ],
    [
      'ill-treatment without words and without a call',
      { answers: { illTreatment: { value: true } } },
      [
        'close.illTreatmentWords: Something suggested ill-treatment, and it is not said what',
        'close.illTreatment: Something suggested ill-treatment, and the urgent calls name nobody who was told: saving tells nobody',
      ],
    ],
    [
      'ill-treatment noted and told',
      {
        answers: { illTreatment: { value: true }, illTreatmentWords: { value: 'Bruises on both wrists' } },
        calls: [{ id: id(60), order: 'a', told: 'The office' }],
      },
      [],
    ],
    [
      'facilities opened, and nothing reported',
      { groups: { facilities: 'to report' } },
      ['facilities.group-facilities: Facilities: opened to report something, and nothing is reported in it'],
    ],
    [
      'facilities left alone',
      { groups: {} },
      ['facilities.group-facilities: It is not said whether there is anything to report: Facilities'],
    ],
  ])('%s', (_, more, expected) => expect(said(visitTo([spoken(1)], more))).toEqual(expected));
});

describe('what was raised on the day', () => {
  const raised = (more: Partial<Matter>) =>
    visitTo([spoken(1)], { matters: [{ id: id(50), order: 'a', what: 'A blanket', ...more }] });

  test('must say what, and to whom where it still waits', () => {
    expect(said(raised({ outcome: 'outstanding' }))).toEqual([
      'matter.toldTo: It is outstanding, and nobody was told of it',
    ]);
    expect(said(raised({ outcome: 'outstanding', toldTo: 'Sergeant 2210' }))).toEqual([]);
    expect(said(raised({ outcome: 'resolved' }))).toEqual([]);
    const [problem] = check(visitTo([spoken(1)], { matters: [{ id: id(50), order: 'a' }] }));
    expect(problem).toMatchObject({
      weight: 'must fix',
      question: 'what',
      item: { of: 'matter', id: id(50) },
    });
  });
});

describe('what looks like a name', () => {
  const told = (comments: string, more: Partial<Visit> = {}) => visitTo([spoken(1)], { comments, ...more });

  test('is pointed at where it stands, once for the whole report', () => {
    const v = told('Mr Smith was cold.', {
      sergeant: 'Sgt Jones',
      matters: [{ id: id(50), order: 'a', what: 'A blanket for Mr Smith', toldTo: 'Sgt Jones' }],
      calls: [{ id: id(60), order: 'a', told: 'Dr Patel', number: '01905 331000' }],
    });
    expect(check(v).map((p) => [p.section, p.question, p.name, p.item?.of])).toEqual([
      ['times', 'sergeant', 'Sgt Jones', undefined],
      ['close', 'comments', 'Mr Smith', undefined],
      ['call', 'told', 'Dr Patel', 'call'],
    ]);
    expect(check(v)[1]?.text).toBe(
      '“Mr Smith” looks like a name. People are known by custody record number only',
    );
  });

  test('dates of birth and offences are named for what they are', () =>
    expect(said(told('DOB 1.2.1990, arrested for theft.'))).toEqual([
      'close.comments: “DOB 1.2.1990” looks like a date of birth. People are known by custody record number only',
      'close.comments: “arrested for theft” looks like an offence. People are known by custody record number only',
    ]));

  test('“not a name” silences exactly those words', () => {
    const notNames = { 'Mr Smith': true };
    expect(said(told('Mr Smith was cold.', { notNames }))).toEqual([]);
    expect(check(told('Mr Smyth was cold.', { notNames })).map((p) => p.name)).toEqual(['Mr Smyth']);
  });

  test('in an answer that does not show is in no report, and is not asked about', () => {
    const answers = { careWords: { value: 'Mr Smith was hungry' }, rightsUnderstood: { value: true } };
    expect(said(one({ answers }))).toEqual([]);
    expect(said(one({ answers, groups: { ...spoken(1).groups, care: 'to report' } }))).toHaveLength(1);
  });

  test('the office’s suites are nobody', () => {
    const v = told('We went on to Telford Malinsgate.');
    expect(checkVisit(form, v, settings, today, ['Telford Malinsgate'])).toEqual([]);
    expect(check(v)).toHaveLength(1);
  });
});
