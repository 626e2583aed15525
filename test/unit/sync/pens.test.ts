import { describe, expect, it } from 'vitest';
import type { Pen } from '#shared/records/pen.ts';
import { accept } from '#shared/sync/accept.ts';
import { putting } from '#shared/sync/patch.ts';
import { begun, device, id, newOffice, penId, person, report, withDraft } from './office.ts';

const briefs = (briefing: string) => (v: { briefing?: string | undefined }) => {
  v.briefing = briefing;
};

describe('the pen of a draft', () => {
  it('goes to whoever claims it first; the second is told who has it', () => {
    const office = withDraft();
    expect(office.takesPen('ann').kind).toBe('accepted');
    expect(office.takesPen('bob')).toEqual({ kind: 'taken', by: person('ann') });
    expect(office.pen()?.holder.person).toBe(person('ann'));
  });

  it('shows the office suite, week and visitors, and nothing else', () => {
    const office = withDraft({ comments: 'Not for the office yet' });
    office.takesPen('ann');
    expect(office.pen()).toEqual({
      id: penId,
      visit: report,
      suite: id(3),
      panel: id(1),
      week: '2026-05-04',
      visitors: [person('ann'), person('bob')],
      holder: { person: person('ann'), device: device('ann'), since: '2026-05-04T12:00:00.000Z' },
    });
    expect(office.keys('pen', penId)).toContain('role:coordinator');
    expect(office.keys('visit', report)).not.toContain('role:coordinator');
  });

  it('what is written without it stands as a conflict, and the draft as its holder wrote it', () => {
    const office = withDraft();
    office.takesPen('ann');
    expect(office.changes('bob', briefs('No pen')).kind).toBe('conflict');
    expect(office.report()?.briefing).toBeUndefined();
    expect(office.contested()).toMatchObject([{ place: ['briefing'], values: [{ by: person('bob') }] }]);
    expect(office.changes('ann', briefs('With the pen')).kind).toBe('accepted');
  });

  it('whoever does not hold it does not send the report', () => {
    const office = withDraft();
    office.takesPen('ann');
    expect(office.moves('bob', 'draft', 'ready')).toEqual({ kind: 'refused', reason: 'penElsewhere' });
    expect(office.moves('ann', 'draft', 'ready').kind).toBe('accepted');
  });

  it('is handed over by its holder, and then the former holder writes conflicts', () => {
    const office = withDraft();
    office.takesPen('ann');
    expect(office.handsPen('bob', 'bob')).toEqual({ kind: 'refused', reason: 'notAllowed' });
    expect(office.handsPen('ann', 'bob').kind).toBe('accepted');
    expect(office.changes('bob', briefs('Bob goes on')).kind).toBe('accepted');
    expect(office.changes('ann', briefs('Ann, late')).kind).toBe('conflict');
    expect(office.report()?.briefing).toBe('Bob goes on');
  });

  it('is reassigned by whoever runs the panel, and only to somebody who went', () => {
    const office = withDraft();
    office.takesPen('ann');
    expect(office.handsPen('sue', 'bob')).toEqual({ kind: 'refused', reason: 'notAllowed' });
    expect(office.handsPen('pat', 'dora')).toEqual({ kind: 'refused', reason: 'notAllowed' });
    expect(office.handsPen('pat', 'bob').kind).toBe('accepted');
    expect(office.handsPen('clara', 'ann').kind).toBe('accepted');
  });

  it('moved twice at once, it stays with the first, and the second is told', () => {
    const office = withDraft();
    office.takesPen('ann');
    const seen = office.pen() as Pen;
    office.handsPen('pat', 'bob', seen);
    expect(
      office.handsPen('clara', 'ann', {
        ...seen,
        holder: { ...seen.holder, since: '2026-05-01T12:00:00.000Z' },
      }),
    ).toEqual({
      kind: 'taken',
      by: person('bob'),
    });
  });

  it('follows its report: who sees it, and that nobody waits for it any more', () => {
    const office = withDraft();
    office.takesPen('ann');
    office.changes('ann', (v) => {
      v.visitor2 = person('dora');
      v.date = '2026-05-14';
    });
    expect(office.pen()).toMatchObject({ visitors: [person('ann'), person('dora')], week: '2026-05-11' });
    expect(office.keys('pen', penId)).toContain(`person:${person('dora')}`);
    office.moves('ann', 'draft', 'discarded');
    expect(office.pen()?.done).toBe(true);
    office.moves('ann', 'discarded', 'draft');
    expect(office.pen()?.done).toBeUndefined();
    office.moves('ann', 'draft', 'ready');
    expect(office.pen()?.done).toBe(true);
  });

  it('may come before its draft, and is the pen of that one report', () => {
    const office = newOffice();
    expect(office.takesPen('ann').kind).toBe('accepted');
    office.sends('ann', 'visit', report, [putting([], begun())]);
    expect(office.pen()?.week).toBe('2026-05-04');
    const other = { ...(office.pen() as Pen), id: id(77) };
    expect(office.sends('ann', 'pen', id(77), [putting([], other)])).toEqual({
      kind: 'refused',
      reason: 'invalid',
    });
  });

  it('one change is one version and one receipt, whatever else it wrote', () => {
    const office = withDraft();
    office.takesPen('ann');
    const { n } = office.state;
    const answer = office.moves('ann', 'draft', 'ready');
    expect(office.state.n).toBe(n + 1);
    expect(answer).toMatchObject({ also: [{ key: `pen/${penId}` }], version: { n: n + 1 } });
    expect(office.state.log.filter((row) => row.version.n === n + 1).map((row) => row.key)).toEqual([
      `visit/${report}`,
      `pen/${penId}`,
    ]);
    expect(accept(office.state, office.change('ann', 'visit', report, []), office.means).kind).toBeDefined();
  });
});
