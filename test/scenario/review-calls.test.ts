import { describe, expect, it } from 'vitest';
import { bodyQuestionIds } from '#shared/records/review-parts.ts';
import { reviewSorts } from '#shared/review-views.ts';
import { addPerson, freshId } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';
import { change } from './reports.ts';

const office = await officeForAll();
const { person: me } = await office.ask('session.get', {});

const begun = async (received = '2026-05-05', more: object = {}): Promise<string> => {
  const id = freshId();
  await office.ask('reviews.start', { id, received, route: 'not investigated', ...more });
  return id;
};
const row = async (id: string, show: 'open' | 'mine' | 'late' | 'decision' | 'over' | 'all' = 'all') =>
  (await office.ask('reviews.list', { filter: { show }, limit: 200 })).rows.find((one) => one.id === id);
const figure = async (id: string) => {
  const asked = { return: 'reviews', period: '2026-27' } as const;
  let answer = await office.host.call('returns.compute', asked);
  while (!answer.ok && answer.error.tag === 'figuresWait') {
    await new Promise((resolve) => setTimeout(resolve, 20));
    answer = await office.host.call('returns.compute', asked);
  }
  if (!answer.ok) throw new Error(answer.error.tag);
  return answer.value.measures.find((m) => m.id === id);
};

describe('a review on a laptop', () => {
  it('says what is next, by when and why, and stands in the queue of whoever does it', async () => {
    const id = await begun();
    const seen = await office.ask('reviews.get', { id });
    expect(seen).toMatchObject({
      state: 'received',
      next: { words: 'Acknowledge the application.', who: 'caseworker', by: '2026-05-12' },
      review: { reference: 'R2026/0001', caseworker: me.id },
      may: { write: true, decide: false },
    });
    expect(seen.deadlines.find(({ clock }) => clock === 'complete')?.explanation).toContain(
      '28 working days',
    );
    expect((await row(id, 'mine'))?.next?.late).toBe(true);
    expect((await office.ask('reviews.queues', {})).late).toBeGreaterThan(0);
    expect((await office.ask('reviews.workload', {}))[0]).toMatchObject({
      person: me.id,
      looksAfter: 1,
      late: 1,
    });
  });

  it('goes on only when what it needs is there, and says what is missing', async () => {
    const id = await begun();
    const refused = await office.refusal('reviews.move', { id, to: 'valid' });
    expect(refused.tag === 'reviewNotReady' && refused.missing.join(' ')).toContain('seven questions');
    expect(await office.refusal('reviews.move', { id, to: 'decided' })).toEqual({ tag: 'notTheirStep' });
    const ending = { id: freshId(), to: 'forwarded', reasons: 'A senior officer.' } as const;
    expect((await office.refusal('reviews.end', { id, ending })).tag).toBe('reviewNotReady');
    const answers = { seniorOfficer: { answer: 'yes' } };
    await office.ask('reviews.save', { id, patch: change('body', undefined, { answers }) });
    await office.ask('reviews.end', { id, ending });
    expect(await row(id, 'over')).toBeUndefined();
    await office.ask('reviews.tell', { id, told: { id: freshId(), what: 'forwarded' } });
    expect((await row(id, 'over'))?.state).toBe('forwarded');
    expect(await office.refusal('reviews.move', { id, to: 'received' })).toEqual({ tag: 'noReason' });
    await office.ask('reviews.move', { id, to: 'received', why: 'It was the wrong officer.' });
    expect((await row(id, 'open'))?.state).toBe('received');
  });

  it('is corrected only with a reason once it has ended, and keeps what it said', async () => {
    const id = await begun('2026-05-06', { grounds: 'As it was' });
    const ending = { id: freshId(), to: 'withdrawn', reasons: 'Content.' } as const;
    await office.ask('reviews.end', { id, ending });
    const patch = change('grounds', 'As it was', 'As it is');
    expect(await office.refusal('reviews.save', { id, patch })).toEqual({ tag: 'noReason' });
    await office.ask('reviews.save', { id, patch, reason: 'Misread.' });
    const { review } = await office.ask('reviews.get', { id });
    expect(review.grounds).toBe('As it is');
    expect(review.corrections).toMatchObject([{ number: 1, reason: 'Misread.', by: me.id }]);
  });

  it('is given to assessors of the office alone, and decided by nobody who drafted it', async () => {
    const id = await begun();
    const answers = Object.fromEntries(bodyQuestionIds.map((one) => [one, { answer: 'no' }]));
    const patch = [
      ...change('body', undefined, { answers }),
      ...change('outcome', undefined, { sent: '2026-04-20', counts: 'sent' }),
    ];
    await office.ask('reviews.save', { id, patch });
    const { validity } = await office.ask('reviews.get', { id });
    for (const { id: check, result } of validity.checks)
      if (result === 'open') await office.ask('reviews.check', { id, check, result: 'pass' });
    await office.ask('reviews.move', { id, to: 'valid' });
    const visitor = await addPerson(office, 'Vera Visitor');
    const given = (assessor: string) => ({ id: freshId(), assessor, external: false });
    const refused = await office.refusal('reviews.assign', { id, assignment: given(visitor) });
    expect(refused.tag).toBe('reviewNotReady');
    await office.ask('reviews.assign', { id, assignment: given(me.id) });
    expect((await office.refusal('reviews.move', { id, to: 'returned' })).tag).toBe('reviewNotReady');
    await office.ask('reviews.declare', { id, declaration: { id: freshId(), conflict: false } });
    await office.ask('reviews.draft', { id, draft: { id: freshId(), words: 'It was not.' } });
    await office.ask('reviews.move', { id, to: 'returned' });
    const decision = { id: freshId(), decision: 'upheld', reasons: 'It was not.' } as const;
    expect(await office.refusal('reviews.decide', { id, decision })).toEqual({ tag: 'ownAssessment' });
    expect((await office.ask('reviews.get', { id })).history.map(({ what }) => what)).toContain('Draft 1');
  });
});

describe('a queue of reviews', () => {
  it('is sorted by any of its columns, either way round, and turned page by page in that order', async () => {
    for (const [i, name] of ['bea', 'Ada'].entries()) {
      const applicant = freshId();
      await office.ask('contacts.save', {
        id: applicant,
        patch: [{ path: [], now: { id: applicant, name } }],
      });
      await begun(`2026-05-0${i + 1}`, { applicant });
    }
    const filter = { state: 'received' } as const;
    for (const sort of reviewSorts) {
      const { rows } = await office.ask('reviews.list', { filter, sort });
      const turned = await office.ask('reviews.list', { filter, sort, descending: true });
      expect(turned.rows, sort).toEqual(rows.toReversed());
      const first = await office.ask('reviews.list', { filter, sort, limit: 2 });
      const rest = await office.ask('reviews.list', { filter, sort, after: first.next ?? undefined });
      expect([...first.rows, ...rest.rows], sort).toEqual(rows);
    }
    const { rows } = await office.ask('reviews.list', { filter, sort: 'applicant' });
    // Capitals make no difference, and those who name nobody stand last.
    expect(rows.slice(0, 3).map(({ applicant }) => applicant)).toEqual(['Ada', 'bea', null]);
  });
});

describe('what an office sets for its reviews', () => {
  it('changes last days and figures, and says what moved', async () => {
    const id = await begun('2026-06-01');
    await office.ask('reviews.save', { id, patch: change('acknowledged', undefined, '2026-06-04') });
    const before = await figure('acknowledged.inTarget');
    const { moved } = await office.ask('reviews.set', { set: { clocks: { acknowledge: 2, complete: 20 } } });
    expect(moved.filter((one) => one.id === id).map(({ title }) => title)).toEqual(['Complete a review']);
    const after = await figure('acknowledged.inTarget');
    expect([before?.numerator, after?.numerator]).toEqual([1, 0]);
    const worked = await office.ask('deadlines.work', {
      rule: 'review-acknowledgement',
      events: [{ kind: 'started', on: '2026-06-01' }],
    });
    expect(worked).toMatchObject({ due: '2026-06-03' });
    expect(worked?.explanation).toContain('2 working days');
  });

  it('takes newer bank holidays after saying what they would move', async () => {
    const id = await begun('2026-06-08');
    const days = ['06-09', '01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'];
    const file = { name: 'list.csv', text: days.map((day) => `2026-${day},EW,A holiday`).join('\n') };
    const read = await office.ask('deadlines.readHolidays', file);
    expect(read.added).toContainEqual(['2026-06-09', 'EW', 'A holiday']);
    const { moved } = await office.ask('deadlines.loadHolidays', file);
    expect(moved).toEqual(read.moved);
    expect(moved.some((one) => one.id === id)).toBe(true);
    expect((await office.ask('deadlines.rules', {})).calendar.source).toBe('list.csv');
    expect(await office.refusal('deadlines.loadHolidays', { name: 'x', text: 'no' })).toMatchObject({
      tag: 'badFile',
    });
  });

  it('stands beside the force’s totals, which reviews are a share of', async () => {
    const totals = { finalised: 200, finalisedInSchedule: 40 };
    await office.ask('scheduleTotals.save', { quarter: '2026-27Q1', totals });
    const [first, second] = await office.ask('scheduleTotals.list', { year: '2026-27' });
    const received = (await figure('reviews.received'))?.value ?? 0;
    expect(first).toMatchObject({ totals, received, share: `${Math.floor((received / 40) * 100 + 0.5)}%` });
    expect(second?.share).toBe('n/a');
  });
});
