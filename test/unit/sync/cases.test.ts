import { describe, expect, it } from 'vitest';
import { markId } from '#shared/cases/mark.ts';
import { type CaseFile, newCase, standingClosing } from '#shared/records/case-file.ts';
import type { CaseMark } from '#shared/records/case-mark.ts';
import type { ReplyDraft } from '#shared/records/case-parts.ts';
import type { Conflict } from '#shared/records/conflict.ts';
import type { Disposal } from '#shared/records/disposal.ts';
import { registry } from '#shared/records/registry.ts';
import { diff, putting } from '#shared/sync/patch.ts';
import type { Stored } from '#shared/sync/state.ts';
import { id, newOffice, type Office, person, type Told, type Who } from './office.ts';

const file = id(50);
const at = '2026-05-04T12:00:00.000Z';
const on = '2026-05-04';
const held = (o: Office) => o.document<CaseFile>('caseFile', file) as CaseFile;

/** An office with a case that Carl wrote down. */
const withCase = (more: Partial<CaseFile> = {}): Office => {
  const office = newOffice();
  const c = { ...newCase({ id: file, kind: 'enquiry', received: '2026-05-01' }), ...more };
  expect(office.sends('carl', 'caseFile', file, [putting([], c)]).kind).toBe('accepted');
  return office;
};

/** Somebody's laptop as it has the case now: what it sends later is from here. */
const laptop = (o: Office, by: Who) => {
  const seen = held(o);
  const stored = o.state.records.get(`caseFile/${file}`);
  const told: Told = { saw: stored && stored !== 'purged' ? stored.version : null };
  return (more: Partial<CaseFile>) =>
    o.sends(by, 'caseFile', file, diff(seen, { ...seen, ...more }, registry.caseFile.groups), told);
};
const does = (o: Office, by: Who, more: Partial<CaseFile>) => laptop(o, by)(more);
const refusal = (reason: string) => ({ kind: 'refused', reason });

const closes = (by: Who, n: number, outcome: string): Partial<CaseFile> => ({
  events: [{ id: id(n), from: 'open', to: 'closed', by: person(by), at }],
  closings: [{ id: id(n + 1), on, by: person(by), outcome }],
});

describe('a case that two laptops work on without each other', () => {
  it('is closed once where both close it, and says what both said', () => {
    const office = withCase();
    const [carl, cora] = [laptop(office, 'carl'), laptop(office, 'cora')];
    expect(carl(closes('carl', 60, 'Answered')).kind).toBe('accepted');
    expect(cora(closes('cora', 70, 'Passed on')).kind).toBe('merged');
    expect(held(office).events).toHaveLength(1);
    expect(held(office).closings.map(({ outcome }) => outcome)).toEqual(['Answered', 'Passed on']);
    expect(standingClosing(held(office))?.outcome).toBe('Passed on');
  });
});

describe('what somebody says they did in a case', () => {
  const ask = (by: Who) => ({
    ...{ id: id(91), on, by: person(by), to: 'The force', question: 'Why?', due: '2026-06-01' },
    chased: [],
  });
  const entries = (by: Who): Partial<CaseFile>[] => [
    { asks: [ask(by)] },
    { holds: [{ id: id(92), from: on, why: 'They are away.', by: person(by) }] },
    { followUps: [{ id: id(93), due: on, what: 'Ring them.', by: person(by) }] },
    { risk: { words: 'They may harm themselves.', by: person(by), at, told: [] } },
  ];

  it('is said by whoever did it, and is nobody else’s afterwards', () => {
    const office = withCase();
    for (const [i, mine] of entries('carl').entries()) {
      expect(does(office, 'cora', mine)).toEqual(refusal('notTheirChange'));
      expect(does(office, 'carl', mine).kind).toBe('accepted');
      expect(does(office, 'cora', entries('cora')[i] ?? {})).toEqual(refusal('notTheirChange'));
    }
    const done = (by: Who) => ({ asks: [{ ...ask('carl'), done: { on, by: person(by) } }] });
    expect(does(office, 'cora', done('carl'))).toEqual(refusal('notTheirChange'));
    expect(does(office, 'cora', done('cora')).kind).toBe('accepted');
    expect(held(office).asks[0]).toMatchObject({ by: person('carl'), done: { by: person('cora') } });
  });
});

describe('a disposal', () => {
  it('says that it was carried out only of what is gone, and by whoever carried it out', () => {
    const office = withCase();
    const key = `caseFile/${file}`;
    const item = { id: file, type: 'caseFile' as const, class: 'General', from: on, due: on };
    const proposed: Disposal = { id: id(95), on, by: person('carl'), items: [item] };
    const decided = { approved: true, by: person('cora'), on };
    office.sends('carl', 'disposal', proposed.id, [putting([], proposed)]);
    office.sends('cora', 'disposal', proposed.id, [putting(['decided'], decided)]);
    const says = (by: Who, kept: { id: string; why: string }[] = []) => {
      const done = { on, by: person(by), kept, outstanding: [] };
      return office.sends('carl', 'disposal', proposed.id, [putting(['carriedOut'], done)]);
    };
    expect(says('carl')).toEqual(refusal('notDestroyed'));
    office.state.records.set(key, 'purged');
    expect(says('cora')).toEqual(refusal('notTheirChange'));
    expect(says('carl').kind).toBe('accepted');
  });
});

describe('the mark of a confidential case', () => {
  const key = `caseMark/${markId(file)}`;
  const stored = (o: Office) => o.state.records.get(key) as Stored | undefined;
  const mark = (o: Office) => stored(o)?.document as CaseMark | undefined;
  const kept = { confidential: { readers: [person('carl')], why: 'It names a colleague.' } };

  it('is written with it and kept as it stands, for every caseworker and nobody else, and says neither who nor what', () => {
    const office = withCase({ ...kept, kind: 'whistle-blowing', summary: 'Expenses.', themes: ['Fraud'] });
    const counted = { kind: 'whistle-blowing', received: '2026-05-01', holds: [], calls: [] };
    expect(mark(office)).toEqual({ id: markId(file), counted });
    expect(stored(office)?.keys).toEqual(['role:caseworker']);
    expect(stored(office)?.version).toEqual((office.state.records.get(`caseFile/${file}`) as Stored).version);
    expect(does(office, 'carl', closes('carl', 60, 'Noted')).kind).toBe('accepted');
    expect(mark(office)?.counted).toEqual({ ...counted, closed: { on } });
    const n = office.state.records.get(key) as Stored;
    expect(does(office, 'carl', { summary: 'Expenses of a colleague.' }).kind).toBe('accepted');
    expect(office.state.records.get(key)).toBe(n);
    const told = office.state.log.filter((row) => row.key === key);
    expect(told.map(({ change }) => change.by)).toEqual([office.state.office, office.state.office]);
  });

  it('is nobody’s to write, and no case that all may open has one', () => {
    const office = withCase();
    expect(mark(office)).toBeUndefined();
    const made = { id: markId(file), counted: { kind: 'enquiry', received: on, holds: [], calls: [] } };
    for (const who of ['carl', 'dee', 'clara', 'ann'] as const)
      expect(office.sends(who, 'caseMark', made.id, [putting([], made)])).toEqual(refusal('notAllowed'));
    expect(does(office, 'carl', kept).kind).toBe('accepted');
    const now = mark(office);
    for (const who of ['carl', 'cora', 'ann'] as const)
      expect(office.sends(who, 'caseMark', made.id, diff(now, { id: made.id }))).toEqual(
        refusal('notAllowed'),
      );
    const { confidential: _, ...open } = held(office);
    const opens = diff(held(office), open, registry.caseFile.groups);
    const saw = (office.state.records.get(`caseFile/${file}`) as Stored).version;
    expect(office.sends('carl', 'caseFile', file, opens, { saw }).kind).toBe('accepted');
    expect(mark(office)).toEqual({ id: markId(file) });
  });
});

describe('what was destroyed', () => {
  it('is not told of again by a laptop that had not heard of it', () => {
    const office = withCase();
    office.state.records.set(`caseFile/${file}`, 'purged');
    const opening = { id: id(66), case: file, by: person('cora'), on };
    const opens = () => office.sends('cora', 'caseOpening', opening.id, [putting([], opening)]);
    expect(opens()).toEqual({ kind: 'purged' });
    const note = { id: id(67), review: id(68), on, at, by: person('cora'), words: 'They rang.' };
    office.state.records.set(`review/${id(68)}`, 'purged');
    const noting = () => office.sends('cora', 'reviewNote', note.id, [putting([], note)]);
    expect(noting()).toEqual({ kind: 'purged' });
  });
});

describe('a reply that is approved', () => {
  const draft = (by: Who, more: Partial<ReplyDraft> = {}): ReplyDraft => ({
    ...{ id: id(80), purpose: 'answer', channel: 'email', to: 'a@b.example', subject: 'S', words: 'W' },
    ...{ by: person(by), at, asked: at },
    ...more,
  });
  const approved = (by: Who) => ({ approved: { by: person(by), at } });
  const message = (by: Who, who: Who, more: Partial<ReplyDraft> = {}) => {
    const { asked: _, at: __, ...said } = { ...draft(by), ...more, ...approved(who) };
    return { ...said, direction: 'out' as const, on, kept: at };
  };

  it('is nobody’s own under another name, and not changed by whoever approves or sends it', () => {
    const office = withCase();
    expect(does(office, 'carl', { drafts: [draft('cora')] })).toEqual(refusal('notTheirChange'));
    expect(does(office, 'carl', { drafts: [draft('carl')] }).kind).toBe('accepted');
    const own = [{ ...draft('carl'), ...approved('carl') }];
    expect(does(office, 'carl', { drafts: own })).toEqual(refusal('notAllowed'));
    const other = draft('carl', { words: 'Something else', ...approved('cora') });
    expect(does(office, 'cora', { drafts: [other] })).toEqual(refusal('notTheirChange'));
    const taken = draft('cora', { words: 'Mine', ...approved('carl') });
    expect(does(office, 'cora', { drafts: [taken] })).toEqual(refusal('notTheirChange'));
    expect(does(office, 'dee', { drafts: [{ ...draft('carl'), ...approved('dee') }] }).kind).toBe('accepted');
    for (const more of [{ subject: 'Other' }, { files: [id(90)] }, { words: 'Other' }])
      expect(does(office, 'carl', { drafts: [], messages: [message('carl', 'dee', more)] })).toEqual(
        refusal('notTheirChange'),
      );
    expect(does(office, 'carl', { drafts: [], messages: [message('carl', 'dee')] }).kind).toBe('accepted');
  });

  it('is sent once: whoever kept it as sent without knowing of the first is told that theirs was not taken', () => {
    const office = withCase();
    does(office, 'carl', { drafts: [draft('carl', { asked: undefined })] });
    const [carl, cora] = [laptop(office, 'carl'), laptop(office, 'cora')];
    const sends = (by: Who) => {
      const { approved: _, ...sent } = message('carl', 'carl');
      return { drafts: [], messages: [{ ...sent, by: person(by) }], answered: { on, message: id(80) } };
    };
    expect(carl(sends('carl')).kind).toBe('accepted');
    expect(cora(sends('cora'))).toEqual(refusal('movedOn'));
    expect(held(office).messages.map(({ by }) => by)).toEqual([person('carl')]);
  });

  it('is approved whole: nobody says of a part of it that they saw the rest', () => {
    const office = withCase();
    does(office, 'carl', { drafts: [draft('carl')] });
    const path = ['drafts', `#${id(80)}`, 'approved'];
    const forged = [putting(path, { by: person('cora'), at })];
    expect(office.sends('cora', 'caseFile', file, forged)).toEqual(refusal('invalid'));
  });

  it('is approved as it was read: who wrote on in it meanwhile is asked which stands', () => {
    const office = withCase();
    does(office, 'carl', { drafts: [draft('carl')] });
    const cora = laptop(office, 'cora');
    expect(does(office, 'carl', { drafts: [draft('carl', { words: 'Not what Cora read' })] }).kind).toBe(
      'accepted',
    );
    expect(cora({ drafts: [draft('carl', approved('cora'))] }).kind).toBe('conflict');
    expect(held(office).drafts[0]?.approved).toBeUndefined();
  });
});

describe('what was contested in a reply', () => {
  it('is not settled into an approval that nobody gave', () => {
    const draft: ReplyDraft = {
      ...{ id: id(80), purpose: 'answer', channel: 'email', to: 'a@b.example', subject: 'S', words: 'W' },
      ...{ by: person('carl'), at, asked: at },
    };
    const office = withCase({ drafts: [draft] });
    const path = ['drafts', `#${draft.id}`];
    const forged = { ...draft, approved: { by: person('cora'), at } };
    const wanted = [{ path, was: { ...draft, words: 'V' } as never, now: forged as never }];
    const contested = office.sends('carl', 'caseFile', file, wanted);
    expect(contested.kind).toBe('conflict');
    const of = ('contested' in contested && contested.contested?.[0]) || '';
    const conflict = office.document<Conflict>('conflict', of) as Conflict;
    const settling = [{ path, was: draft as never, now: forged as never }];
    expect(office.settles('carl', conflict, settling)).toEqual(refusal('notAllowed'));
    expect(held(office).drafts).toEqual([draft]);
  });
});

describe('a case out of a file', () => {
  it('keeps what people did in it, whatever the file says anew', () => {
    const event = { id: id(61), from: 'open', to: 'closed', by: 'import', at };
    const closing = { id: id(62), on, by: 'import', outcome: 'Answered' };
    const note = { id: id(63), at, by: person('cora'), words: 'They rang.' };
    const imported = { reference: 'OLD/1', file: 'old.csv' };
    const office = withCase({ imported, events: [event], closings: [closing] });
    expect(does(office, 'cora', { notes: [note] }).kind).toBe('accepted');
    expect(does(office, 'carl', { closings: [{ ...closing, outcome: 'Passed on' }] }).kind).toBe('accepted');
    for (const notes of [[], [{ ...note, words: 'They wrote.' }]])
      expect(does(office, 'carl', { notes })).toEqual(refusal('lifeCycle'));
    const forged = [{ ...closing, by: person('cora') }];
    expect(does(office, 'carl', { closings: forged })).toEqual(refusal('notTheirChange'));
  });
});

describe('a request for information', () => {
  it('is decided, and looked at again, by nobody under another name', () => {
    const office = withCase({ kind: 'FOI request' });
    const bare = { proofs: [], clarifications: [], exemptions: [], internalReviews: [] };
    const decision = (by: Who) => ({ outcome: 'granted' as const, on, by: person(by) });
    expect(does(office, 'carl', { request: { ...bare, decision: decision('cora') } })).toEqual(
      refusal('notTheirChange'),
    );
    const decided = { ...bare, decision: decision('carl') };
    expect(does(office, 'carl', { request: decided }).kind).toBe('accepted');
    const again = (reviewer: Who, by: Who = reviewer) => ({
      ...decided,
      internalReviews: [{ id: id(64), asked: on, by: person(by), reviewer: person(reviewer), decided: on }],
    });
    expect(does(office, 'carl', { request: again('cora', 'carl') })).toEqual(refusal('notTheirChange'));
    expect(does(office, 'carl', { request: again('carl') })).toEqual(refusal('notAllowed'));
    expect(does(office, 'cora', { request: again('cora') }).kind).toBe('accepted');
  });
});
