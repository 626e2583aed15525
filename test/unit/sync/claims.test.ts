import { beforeEach, describe, expect, it } from 'vitest';
import { type Claim, type ClaimLine, claimId, claimState } from '#shared/records/claim.ts';
import type { Session } from '#shared/records/session.ts';
import { recordKey } from '#shared/sync/accept.ts';
import { diff, type Patch, putting } from '#shared/sync/patch.ts';
import { begun, id, newOffice, type Office, person, report, type Who, withReport } from './office.ts';

const claim = claimId(id(0), person('ann'), '2026-05');
const line = (more: Partial<ClaimLine> = {}): ClaimLine => ({
  id: id(700),
  kind: 'mileage',
  for: { type: 'visit', id: report },
  on: '2026-05-04',
  miles: 20,
  ...more,
});
const written = (lines: ClaimLine[], more: Partial<Claim> = {}): Claim => ({
  id: claim,
  events: [],
  person: person('ann'),
  month: '2026-05',
  lines,
  ...more,
});
let events = 800;
const event = (by: Who, from: string, to: string, why?: string) => ({
  id: id(++events),
  from,
  to,
  by: person(by),
  at: '2026-06-01T09:00:00.000Z',
  ...(why && { why }),
});

let office: Office;
const sends = (by: Who, document: Claim) => office.sends(by, 'claim', document.id, [putting([], document)]);
const stands = () => office.document<Claim>('claim', claim) as Claim;
const edits = (by: Who, change: (c: Claim) => Claim, seen = stands()) =>
  office.sends(by, 'claim', claim, diff(seen, change(seen)) as Patch);
const moves = (by: Who, to: string, more: Partial<Claim> = {}, why?: string) =>
  edits(by, (c) => ({ ...c, ...more, events: [...c.events, event(by, claimState(c), to, why)] }));
const approved = (c: Claim, pence = 900): Claim['approved'] => ({
  of: c.events.findLast(({ to }) => to === 'submitted')?.id as string,
  pence,
  miles: 20,
  lines: { [id(700)]: pence },
});
const session = (more: Partial<Session> = {}): Session => ({
  id: id(40),
  kind: 'training',
  title: 'First aid',
  on: '2026-05-06',
  agenda: [],
  papers: [],
  attendance: [{ id: person('ann'), was: 'present' }],
  actions: [],
  ...more,
});

describe('A line of a claim', () => {
  it('is refused while the office has no such report, and as long as that is a draft; sent again it stands', () => {
    office = newOffice();
    const early = office.change('ann', 'claim', claim, [putting([], written([line()]))]);
    const again = () => office.hand(early);
    const more = [putting(['lines', `#${id(701)}`], line({ id: id(701), kind: 'fare', pence: 250 }))];
    const next = office.change('ann', 'claim', claim, more, { after: early.change.id, saw: null });
    expect(office.hand(early)).toEqual({ kind: 'refused', reason: 'notReported' });
    office.sends('ann', 'visit', report, [putting([], begun())]);
    expect(again()).toEqual({ kind: 'refused', reason: 'notReported' });
    // What follows it waits for it.
    expect(office.hand(next)).toMatchObject({ kind: 'held' });
    expect(stands()).toBeUndefined();
    office.moves('ann', 'draft', 'ready');
    expect(again().kind).toBe('accepted');
    expect(stands().lines.map(({ kind }) => kind)).toEqual(['mileage', 'fare']);
  });

  it('that was put aside names a visit as well, and is refused too', () => {
    office = newOffice();
    const aside = line({ removed: '2026-05-04T10:00:00.000Z' });
    expect(sends('ann', written([aside]))).toMatchObject({ reason: 'notReported' });
  });

  it('is the claimant’s own: for a visit on which they were, on its day, in its month or a later one', () => {
    office = withReport();
    const other = claimId(id(0), person('dora'), '2026-05');
    const doras = written([line()], { id: other, person: person('dora') });
    expect(office.sends('dora', 'claim', other, [putting([], doras)])).toMatchObject({ reason: 'notTheirs' });
    expect(sends('ann', written([line({ on: '2026-05-05' })]))).toMatchObject({ reason: 'otherDay' });
    const inMonth = (month: string) => written([line()], { id: claimId(id(0), person('ann'), month), month });
    expect(sends('ann', inMonth('2026-04'))).toMatchObject({ reason: 'otherDay' });
    expect(sends('ann', inMonth('2026-06')).kind).toBe('accepted');
  });

  it('for a session counts where the claimant is said to have been present, and it was not cancelled', () => {
    office = newOffice();
    const forSession = line({ for: { type: 'session', id: id(40) }, on: '2026-05-06' });
    expect(sends('ann', written([forSession]))).toMatchObject({ reason: 'notTheirs' });
    office.sends('clara', 'session', id(40), [putting([], session({ attendance: [{ id: person('ann') }] }))]);
    expect(sends('ann', written([forSession]))).toMatchObject({ reason: 'notTheirs' });
    const was = office.document<Session>('session', id(40));
    office.sends('clara', 'session', id(40), diff(was, session()) as Patch);
    expect(sends('ann', written([forSession])).kind).toBe('accepted');
  });

  it('stands whatever becomes of its report: a date that was corrected, or a report that was destroyed', () => {
    office = withReport();
    sends('ann', written([line()]));
    office.corrects('bob', (v) => {
      v.date = '2026-05-03';
    });
    // Written on a laptop that had not heard of the correction, the day the report gave then is taken as well.
    const meal = line({ id: id(701), kind: 'subsistence', pence: 700 });
    expect(edits('ann', (c) => ({ ...c, lines: [...c.lines, meal] })).kind).toBe('accepted');
    office.state.records.set(recordKey('visit', report), 'purged');
    expect(
      edits('ann', (c) => ({ ...c, lines: c.lines.map((one) => ({ ...one, words: 'By car' })) })).kind,
    ).toBe('accepted');
    const fare = line({ id: id(702), kind: 'fare', pence: 300 });
    expect(edits('ann', (c) => ({ ...c, lines: [...c.lines, fare] }))).toMatchObject({
      reason: 'reportGone',
    });
  });

  it('is not smuggled in by settling what two laptops said of another line', () => {
    office = withReport();
    sends('ann', written([line()]));
    const seen = stands();
    const asked = { miles: 21 };
    edits('ann', (c) => ({ ...c, lines: [line(asked)] }), seen);
    const answer = edits('ann', (c) => ({ ...c, lines: [line({ miles: 22 })] }), seen);
    if (answer.kind !== 'conflict') throw new Error('two values of one place are no conflict');
    const [contested] = answer.contested as [string];
    const values = office.document<{ values: { id: string }[] }>('conflict', contested)?.values ?? [];
    const settlement = {
      id: id(900),
      by: person('ann'),
      at: '2026-06-01T09:00:00.000Z',
      seen: values.map((value) => value.id),
      places: [{ path: ['lines', `#${id(700)}`, 'for', 'id'], was: report, now: id(11) }],
    };
    office.sends('ann', 'conflict', contested, [putting(['settlements', `#${settlement.id}`], settlement)]);
    expect(stands().lines[0]?.for.id).toBe(report);
  });
});

describe('A claim', () => {
  beforeEach(() => {
    office = withReport();
    sends('ann', written([line()]));
  });

  it('is written by nobody but its claimant', () => {
    for (const by of ['bob', 'pat', 'clara'] as const)
      expect(edits(by, (c) => ({ ...c, lines: [line({ miles: 1 })] }))).toMatchObject({
        reason: 'notAllowed',
      });
    expect(office.keys('claim', claim)).toEqual([`person:${person('ann')}`, 'role:coordinator']);
  });

  it('gets its number when it is submitted, keeps it, and is not written in any more', () => {
    expect(stands().reference).toBeUndefined();
    moves('ann', 'submitted');
    expect(stands().reference).toBe('M2026/0001');
    expect(edits('ann', (c) => ({ ...c, lines: [line({ miles: 30 })] }))).toMatchObject({
      reason: 'claimSubmitted',
    });
    moves('ann', 'draft');
    expect(edits('ann', (c) => ({ ...c, lines: [line({ miles: 30 })] })).kind).toBe('accepted');
    moves('ann', 'submitted');
    expect(stands().reference).toBe('M2026/0001');
  });

  it('that is empty is not submitted', () => {
    edits('ann', (c) => ({ ...c, lines: [line({ removed: '2026-05-04T10:00:00.000Z' })] }));
    expect(moves('ann', 'submitted')).toMatchObject({ reason: 'lifeCycle' });
  });

  it('goes back with a reason, is mended and submitted again, and approved as it then stands', () => {
    moves('ann', 'submitted');
    const first = stands();
    expect(moves('clara', 'returned')).toMatchObject({ reason: 'lifeCycle' });
    expect(moves('clara', 'returned', {}, 'Which road?').kind).toBe('accepted');
    edits('ann', (c) => ({ ...c, lines: [line({ words: 'By the A44' })] }));
    moves('ann', 'submitted');
    // Who looked at the first submission has not seen the second.
    expect(moves('clara', 'approved', { approved: approved(first) })).toMatchObject({ reason: 'lifeCycle' });
    expect(moves('clara', 'approved', { approved: approved(stands()) }).kind).toBe('accepted');
    expect(claimState(stands())).toBe('approved');
  });

  it('is approved for what its lines come to, line by line', () => {
    moves('ann', 'submitted');
    const wrong = { ...approved(stands()), pence: 901 } as Claim['approved'];
    expect(moves('clara', 'approved', { approved: wrong })).toMatchObject({ reason: 'lifeCycle' });
    expect(moves('clara', 'approved')).toMatchObject({ reason: 'lifeCycle' });
    const lacking = { ...approved(stands()), lines: {} } as Claim['approved'];
    expect(moves('clara', 'approved', { approved: lacking })).toMatchObject({ reason: 'lifeCycle' });
  });

  it('is decided by no visitor, and by no coordinator whose own it is', () => {
    moves('ann', 'submitted');
    expect(moves('pat', 'approved', { approved: approved(stands()) })).toMatchObject({
      reason: 'notAllowed',
    });
    const own = claimId(id(0), person('clara'), '2026-05');
    const lines = [line({ for: { type: 'session', id: id(40) }, on: '2026-05-06' })];
    office.sends('clara', 'session', id(40), [
      putting([], session({ attendance: [{ id: person('clara'), was: 'present' }] })),
    ]);
    const claras = written(lines, { id: own, person: person('clara') });
    office.sends('clara', 'claim', own, [
      putting([], { ...claras, events: [event('clara', 'draft', 'submitted')] }),
    ]);
    const seen = office.document<Claim>('claim', own) as Claim;
    const approving = {
      ...seen,
      approved: approved(seen),
      events: [...seen.events, event('clara', 'submitted', 'approved')],
    };
    expect(office.sends('clara', 'claim', own, diff(seen, approving) as Patch)).toMatchObject({
      reason: 'ownClaim',
    });
  });

  it('leaves for payment once: the second who exports it is told, and nothing that has left comes back', () => {
    moves('ann', 'submitted');
    expect(edits('clara', (c) => ({ ...c, paidWith: 'One' }))).toMatchObject({ reason: 'lifeCycle' });
    moves('clara', 'approved', { approved: approved(stands()) });
    const seen = stands();
    expect(edits('ann', (c) => ({ ...c, paidWith: 'Mine' }))).toMatchObject({ reason: 'notAllowed' });
    expect(edits('clara', (c) => ({ ...c, paidWith: 'One' })).kind).toBe('accepted');
    expect(edits('clara', (c) => ({ ...c, paidWith: 'Two' }), seen)).toEqual({ kind: 'taken', by: 'One' });
    expect(edits('clara', (c) => ({ ...c, paidWith: 'Two' }))).toMatchObject({ reason: 'kept' });
    const { approved: _, ...back } = stands();
    expect(
      edits('clara', () => ({
        ...back,
        events: [...back.events, event('clara', 'approved', 'returned', 'No')],
      })),
    ).toMatchObject({ reason: 'lifeCycle' });
    expect(moves('clara', 'paid').kind).toBe('accepted');
  });

  it('that two laptops of one person begin is one, with the lines of both', () => {
    office = withReport();
    sends('ann', written([line()]));
    sends('ann', written([line({ id: id(701), kind: 'fare', pence: 250 })]));
    expect(stands().lines.map(({ kind }) => kind)).toEqual(['mileage', 'fare']);
  });
});
