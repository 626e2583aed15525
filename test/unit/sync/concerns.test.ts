import { beforeEach, describe, expect, it } from 'vitest';
import { visitForm } from '#shared/forms/default/index.ts';
import { type Concern, concernState, type Finding } from '#shared/records/concern.ts';
import { escalating, returning } from '#shared/records/concern-moves.ts';
import { defaultSettings, settingId } from '#shared/records/setting.ts';
import type { Visit } from '#shared/records/visit.ts';
import { recordKey } from '#shared/sync/accept.ts';
import { concernKey } from '#shared/sync/follow.ts';
import { type Patch, putting } from '#shared/sync/patch.ts';
import {
  begun,
  id,
  newOffice,
  north,
  type Office,
  person,
  report,
  south,
  suite,
  type Who,
} from './office.ts';

const form = visitForm(id(4));
const later = id(11);
const event = (from: string, to: string) => ({
  id: id(1),
  from,
  to,
  by: person('pat'),
  at: '2026-05-05T09:00:00.000Z',
});
const ids = (from: number) => {
  let n = from;
  return () => id(++n);
};
const dirty = { groups: { cell: 'to report' as const }, answers: { cellClean: { value: false } } };
const detainee = (n: number, more: object = {}) => ({
  id: id(300 + n),
  order: `a${n}`,
  seen: { state: 'accepted' as const },
  custodyNumber: `NG/${n}234/26`,
  ...more,
});
const started = { outcome: 'completed' as const, method: 'in-person' as const };

let office: Office;

beforeEach(() => {
  office = newOffice();
  const setting = { ...defaultSettings, id: settingId(id(0)), body: 'Ours' };
  office.sends('clara', 'setting', setting.id, [putting([], setting)]);
  office.sends('clara', 'form', form.id, [putting([], form)]);
  for (const panel of [north, south])
    office.sends('clara', 'panel', panel, [putting([], { id: panel, name: panel.slice(-1) })]);
  const place = { id: suite, name: 'Northgate', panel: north, statuses: [], targets: [] };
  expect(office.sends('clara', 'suite', suite, [putting([], place)]).kind).toBe('accepted');
});

const sendsReport = (more: Partial<Visit>, own = report, by: Who = 'ann') => {
  const v = { ...begun({ ...started, ...more }), id: own };
  office.sends(by, 'visit', own, [putting([], v)]);
  return office.sends(by, 'visit', own, [
    putting(['events', `#${id(500 + Number(own.slice(-3)))}`], {
      id: id(500 + Number(own.slice(-3))),
      from: 'draft',
      to: 'ready',
      by: person(by),
      at: '2026-05-04T12:00:00.000Z',
    }),
  ]);
};

const concerns = (): Concern[] =>
  [...office.state.records].flatMap(([key, stored]) =>
    key.startsWith('concern/') && stored && stored !== 'purged' ? [stored.document as Concern] : [],
  );
const only = (): Concern => {
  expect(concerns()).toHaveLength(1);
  return concerns()[0] as Concern;
};
const changes = (by: Who, patch: Patch) => office.sends(by, 'concern', only().id, patch);
const making = (by: Who) => {
  let n = 0;
  return { by: person(by), at: '2026-05-05T09:00:00.000Z', newId: () => id(700 + ++n) };
};
const escalates = (by: Who = 'pat') => {
  const made = escalating(making(by), only(), {
    to: 'custody inspector',
    on: '2026-05-05',
    due: '2026-05-19',
  });
  if (made.ok) expect(changes(by, made.value)).toMatchObject({ kind: 'accepted' });
};
const finds = (finding: Finding, more: Partial<Visit> = {}, own = later) =>
  sendsReport({ date: '2026-06-01', found: [{ id: only().id, finding }], ...more }, own);

describe('What a report raises', () => {
  it('comes once with its receipt, numbered, with its suite’s panel, and seen by those who raised it', () => {
    const answer = sendsReport({ detainees: [detainee(1, dirty)] });
    const concern = only();
    expect(concern).toMatchObject({
      reference: 'C2026/0001',
      from: { kind: 'visit', record: report, question: 'cellClean', item: id(301) },
      area: 'conditions and facilities',
      severity: 'routine',
      sharing: 'custody',
      matter: 'Is it clean? No',
      suite,
      panel: north,
      raisedOn: '2026-05-04',
      raisedBy: [person('ann'), person('bob')],
      events: [],
    });
    expect(answer).toMatchObject({ kind: 'accepted', also: [{ key: recordKey('concern', concern.id) }] });
    expect(office.keys('concern', concern.id)).toContain(`person:${person('bob')}`);
    expect(concernKey({ office: id(0) }, report, concern.from)).toBe(recordKey('concern', concern.id));
  });

  it('is nothing where a group was closed, the answer hides, or the report was put aside', () => {
    sendsReport({ detainees: [detainee(1, { ...dirty, groups: { cell: 'no concerns' } })] });
    expect(concerns()).toEqual([]);
  });

  it('begins with the coordinator where it cannot wait or is alleged, and there without its words for custody', () => {
    sendsReport({
      answers: { illTreatment: { value: true }, illTreatmentWords: { value: 'NG/1234/26 was pushed' } },
      detainees: [detainee(1)],
    });
    expect(only()).toMatchObject({
      area: 'allegation',
      severity: 'immediate',
      sharing: 'office',
      matter: 'Did anything suggest ill-treatment? Yes\nthis person was pushed',
      events: [{ from: 'raised', to: 'coordinator', by: 'office' }],
    });
    expect(office.keys('concern', only().id)).not.toContain(`panel:${north}`);
  });

  it.each([
    ['already addressed', 'addressed'],
    ['resolved', 'resolved'],
    ['outstanding', 'coordinator'],
    [undefined, 'coordinator'],
  ] as const)('by a matter that is %s stands at %s', (outcome, state) => {
    sendsReport({ matters: [{ id: id(400), order: 'a', what: 'A blanket', ...(outcome && { outcome }) }] });
    expect(concernState(only())).toBe(state);
    expect(only()).toMatchObject({ matter: 'A blanket', from: { item: id(400) } });
  });

  it('comes to nothing by an exercise, by what was imported, or by reading a report', () => {
    sendsReport({ imported: { reference: 'OLD/1', file: 'old.csv' }, detainees: [detainee(1, dirty)] });
    expect(concerns()).toEqual([]);
    sendsReport({ answers: {} }, later);
    office.sends('clara', 'setting', settingId(id(0)), [{ path: ['delayThreshold'], was: 10, now: 0 }]);
    office.moves('pat', 'received', 'read');
    expect(concerns()).toEqual([]);
  });

  it('is more where a correction says more, and never less', () => {
    sendsReport({ detainees: [detainee(1, dirty)] });
    office.corrects('ann', (v) => {
      v.answers.kitchen = { value: false };
      v.groups = { facilities: 'to report' };
    });
    expect(
      concerns()
        .map(({ from }) => from.question)
        .sort(),
    ).toEqual(['cellClean', 'kitchen']);
    expect(concerns().map(({ reference }) => reference)).toEqual(['C2026/0001', 'C2026/0002']);
    office.corrects('ann', (v) => {
      v.answers = {};
      v.detainees = [];
    });
    expect(concerns()).toHaveLength(2);
  });

  it('that was destroyed stays away', () => {
    sendsReport({ detainees: [detainee(1, dirty)] });
    office.state.records.set(recordKey('concern', only().id), 'purged');
    office.corrects('ann', (v) => {
      v.comments = 'More.';
    });
    expect(concerns()).toEqual([]);
  });

  it('has no number while a restored hub takes back what it lost, and is the same word for word', () => {
    sendsReport({ detainees: [detainee(1, { ...dirty, custodyNumber: 'X' })] });
    const { reference, ...before } = only();
    office.state.records.set(recordKey('visit', report), null);
    office.state.records.set(recordKey('concern', before.id), null);
    office.state.answered.clear();
    office.state.recovering = true;
    sendsReport({ detainees: [detainee(1, { ...dirty, custodyNumber: 'X' })] });
    expect(reference).toBe('C2026/0001');
    expect(only()).toEqual(before);
  });
});

describe('What a later visit finds', () => {
  beforeEach(() => sendsReport({ detainees: [detainee(1, dirty)] }));

  it.each([
    ['put right', ['coordinator', 'checked']],
    ['not put right', ['coordinator']],
    ['could not check', []],
  ] as const)('“%s” of what nobody had taken on moves it along', (finding, moves) => {
    finds(finding);
    expect(only().events.map(({ to }) => to)).toEqual(moves);
    expect(only().found).toMatchObject([{ visit: later, on: '2026-06-01', finding }]);
  });

  it('leaves with the police what they still owe an answer to, until it is put right', () => {
    escalates();
    finds('not put right');
    expect(concernState(only())).toBe('escalated');
    finds('put right', { date: '2026-06-08' }, id(12));
    expect(concernState(only())).toBe('checked');
    finds('not put right', { date: '2026-06-15' }, id(13));
    expect(concernState(only())).toBe('coordinator');
    expect(only().found).toHaveLength(3);
  });

  it('that comes late, after a later visit has been there, is kept and moves nothing', () => {
    finds('put right', { date: '2026-06-08' });
    finds('not put right', { date: '2026-06-01' }, id(12));
    expect(concernState(only())).toBe('checked');
    expect(only().found).toHaveLength(2);
  });

  it('is what a correction says it was: one entry for each visit, and the move that follows', () => {
    finds('put right');
    const content = [{ path: ['found', `#${only().id}`, 'finding'], was: 'put right', now: 'not put right' }];
    office.sends('ann', 'visit', later, [
      ...content,
      putting(['corrections', `#${id(800)}`], {
        id: id(800),
        by: person('ann'),
        at: '2026-06-02T08:00:00.000Z',
        reason: 'Wrong',
        changes: content,
      }),
    ]);
    expect(only().found).toMatchObject([{ finding: 'not put right' }]);
    expect(only().events.map(({ to }) => to)).toEqual(['coordinator', 'checked', 'coordinator']);
  });

  it('of a concern at another suite is nobody’s finding', () => {
    finds('put right', { suite: id(9) });
    expect(only().found).toEqual([]);
  });
});

describe('Who writes a concern', () => {
  beforeEach(() => sendsReport({ detainees: [detainee(1, dirty)] }));

  it('no visitor: neither what was raised, nor one of their own', () => {
    expect(changes('ann', [putting(['publication'], 'A clean cell')])).toMatchObject({
      reason: 'notAllowed',
    });
    const own = { ...only(), id: id(900), from: { kind: 'coordinator' as const } };
    const { reference: _, ...made } = own;
    expect(office.sends('ann', 'concern', own.id, [putting([], made)])).toMatchObject({
      reason: 'notAllowed',
    });
    expect(office.sends('pat', 'concern', own.id, [putting([], made)])).toMatchObject({ kind: 'accepted' });
  });

  it.each<[string, Patch, string]>([
    ['finds something in place of visitors', [putting(['found', `#${id(1)}`], { id: id(1) })], 'invalid'],
    [
      'raises in place of acceptance',
      [{ path: ['from', 'question'], was: 'cellClean', now: 'food' }],
      'officeOnly',
    ],
    ['gives numbers', [{ path: ['reference'], was: 'C2026/0001', now: 'C2026/0009' }], 'officeOnly'],
    [
      'says otherwise what visitors said',
      [{ path: ['matter'], was: 'Is it clean? No', now: 'Clean' }],
      'submitted',
    ],
    ['leaves out a step', [putting(['events', `#${id(1)}`], event('raised', 'checked'))], 'lifeCycle'],
    [
      'asks nobody',
      [
        putting(['events', `#${id(1)}`], event('raised', 'coordinator')),
        putting(['events', `#${id(2)}`], { ...event('coordinator', 'escalated'), id: id(2) }),
      ],
      'lifeCycle',
    ],
    [
      'speaks for another',
      [putting(['events', `#${id(1)}`], { ...event('raised', 'coordinator'), by: person('ann') })],
      'notTheirChange',
    ],
    [
      'speaks for the office',
      [putting(['events', `#${id(1)}`], { ...event('raised', 'coordinator'), by: 'office' })],
      'notTheirChange',
    ],
  ])('not staff, where somebody %s', (_, patch, reason) => {
    expect(changes('pat', patch)).toMatchObject({ kind: 'refused', reason });
  });

  it('two of the staff at once: both letters are kept, and the concern is with the police once', () => {
    const seen = only();
    const sent = { to: 'custody inspector' as const, on: '2026-05-05', due: '2026-05-19' };
    const [one, two] = [
      escalating(making('pat'), seen, sent),
      escalating({ ...making('clara'), newId: ids(750) }, seen, { ...sent, to: 'Head of Custody' as const }),
    ];
    if (one.ok) changes('pat', one.value);
    if (two.ok) expect(changes('clara', two.value)).toMatchObject({ kind: 'accepted' });
    expect(only().events.map(({ to }) => to)).toEqual(['coordinator', 'escalated']);
    expect(only().escalations).toHaveLength(2);
  });

  it('nobody ends what a later visit found as it was, without having seen that', () => {
    escalates();
    const back = returning({ ...making('pat'), newId: ids(760) }, only(), 'Rang the inspector');
    if (back.ok) changes('pat', back.value);
    finds('put right');
    finds('not put right', { date: '2026-06-09' }, id(13));
    const close = [putting(['events', `#${id(770)}`], { ...event('checked', 'closed'), id: id(770) })];
    expect(changes('pat', close)).toMatchObject({ kind: 'refused' });
    expect(concernState(only())).toBe('coordinator');
  });

  it('and it goes with its suite to another panel while it is open', () => {
    expect(
      office.sends('clara', 'suite', suite, [{ path: ['panel'], was: north, now: south }]),
    ).toMatchObject({ kind: 'accepted', also: [{ key: recordKey('concern', only().id) }] });
    expect(only().panel).toBe(south);
    expect(office.keys('concern', only().id)).toContain(`panel:${south}`);
    expect(office.keys('concern', only().id)).not.toContain(`panel:${north}`);
    expect(changes('pat', [putting(['publication'], 'A clean cell')])).toMatchObject({
      reason: 'notAllowed',
    });
    expect(changes('sue', [putting(['publication'], 'A clean cell')])).toMatchObject({ kind: 'accepted' });
  });
});
