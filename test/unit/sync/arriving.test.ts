import { describe, expect, it } from 'vitest';
import type { Visit } from '#shared/records/visit.ts';
import { putting } from '#shared/sync/patch.ts';
import { refusalReasons } from '#shared/sync/refusals.ts';
import { reasonWords } from '#shared/sync/words.ts';
import { begun, id, newOffice, person, report, withDraft, withReport } from './office.ts';

const says = (comments: string) => (v: Visit) => {
  v.comments = comments;
};
const old = { epoch: 1, n: 1 };

describe('whose change it is', () => {
  it('is its author’s; somebody else’s is brought in by a coordinator or an administrator alone', () => {
    const office = newOffice();
    const patch = [putting([], begun())];
    expect(office.sends('ann', 'visit', report, patch, { bringer: 'bob' })).toEqual({
      kind: 'refused',
      reason: 'notTheirChange',
    });
    expect(office.sends('ann', 'visit', report, patch, { bringer: 'clara' }).kind).toBe('accepted');
  });

  it('is made with the rights of its author, whoever brings it in', () => {
    const office = newOffice();
    const setting = { id: id(5), body: 'Ours' };
    expect(office.sends('ann', 'setting', id(5), [putting([], setting)], { bringer: 'adam' }).kind).toBe(
      'refused',
    );
  });

  it('a change that was not its sender’s can still be sent by its author', () => {
    const office = newOffice();
    const patch = [putting([], begun())];
    office.sends('ann', 'visit', report, patch, { bringer: 'bob', id: id(900) });
    expect(office.sends('ann', 'visit', report, patch, { id: id(900), number: 1 }).kind).toBe('accepted');
  });

  it('nobody unknown and nobody who has left changes anything', () => {
    const office = withReport();
    const ann = office.person('ann');
    office.sends('clara', 'person', person('ann'), [{ path: ['volunteer'], now: { status: 'left' } }]);
    expect(ann).toBeDefined();
    expect(office.corrects('ann', says('After I left'))).toEqual({ kind: 'refused', reason: 'hasLeft' });
    office.state.records.set(`person/${person('bob')}`, null);
    expect(office.corrects('bob', says('Who?'))).toEqual({ kind: 'refused', reason: 'unknownPerson' });
  });
});

describe('one after the other', () => {
  it('a change waits for the one before it to the same record, and is decided when that has come', () => {
    const office = withDraft();
    const first = office.change('ann', 'visit', report, [putting(['briefing'], 'Short')]);
    const second = office.change('ann', 'visit', report, [putting(['comments'], 'Quiet')], {
      after: first.change.id,
    });
    expect(office.hand(second)).toEqual({ kind: 'held', waitsFor: first.change.id });
    expect(office.hand(first).kind).toBe('accepted');
    expect(office.state.answered.get(second.change.id)?.kind).toBe('merged');
    expect(office.hand(second).kind).toBe('duplicate');
  });

  it('what follows a refused change is decided on its own merits', () => {
    const office = withDraft();
    const bad = office.change('ann', 'visit', report, [
      { path: ['date'], was: '2026-05-04', now: 'yesterday' },
    ]);
    const next = office.change('ann', 'visit', report, [putting(['comments'], 'Quiet')], {
      after: bad.change.id,
    });
    expect(office.hand(bad)).toEqual({ kind: 'refused', reason: 'invalid' });
    expect(office.hand(next).kind).toBe('accepted');
  });

  it('a predecessor that can never come holds nothing: all numbers before have come, or are void', () => {
    const office = withDraft();
    const lost = id(901);
    const next = office.change('ann', 'visit', report, [putting(['comments'], 'Quiet')], {
      after: lost,
      number: 3,
    });
    expect(office.hand(next)).toEqual({ kind: 'held', waitsFor: lost });
    office.state.numbers.get(next.change.device)?.missing.delete(2);
    expect(office.hand(next).kind).toBe('accepted');
  });

  it('the same change again is a duplicate with its first answer; another with its number shows a copied store', () => {
    const office = withDraft();
    const change = office.change('ann', 'visit', report, [putting(['comments'], 'Quiet')]);
    const first = office.hand(change);
    expect(office.hand(change)).toEqual({ kind: 'duplicate', first });
    expect(
      office.sends('ann', 'visit', report, [putting(['briefing'], 'x')], { number: change.change.number }),
    ).toEqual({ kind: 'refused', reason: 'numberReused' });
  });

  it('what was purged is not brought back', () => {
    const office = withDraft();
    office.state.records.set(`visit/${report}`, 'purged');
    expect(office.sends('ann', 'visit', report, [putting([], begun())])).toEqual({ kind: 'purged' });
  });

  it('a type that only a newer laptop knows waits for the hub, and its number is no other’s', () => {
    const office = newOffice();
    const change = office.change('ann', 'rota' as never, id(6), [putting([], { id: id(6) })]);
    expect(office.hand(change)).toEqual({ kind: 'refused', reason: 'unknownType' });
    expect(office.state.answered.get(change.change.id)).toBeNull();
  });

  it('a field that only a newer laptop knows is kept', () => {
    const office = withDraft();
    office.sends('ann', 'visit', report, [putting(['weather'], 'Rain')]);
    expect(office.report()).toMatchObject({ weather: 'Rain' });
  });
});

describe('two who move one report at once', () => {
  it('both read it: it was read once', () => {
    const office = withReport();
    office.moves('pat', 'received', 'read');
    expect(office.moves('clara', 'received', 'read', undefined, { saw: old }).kind).toBe('merged');
    expect(office.report()?.events.map((e) => e.to)).toEqual(['ready', 'received', 'read']);
  });

  it('one accepts it and one has a question: the question stands, from where the report is now', () => {
    const office = withReport();
    office.moves('pat', 'received', 'accepted', 'Thank you');
    expect(office.moves('clara', 'received', 'queried', 'Which cell?', { saw: old }).kind).toBe('merged');
    expect(office.report()?.events.at(-1)).toMatchObject({
      from: 'accepted',
      to: 'queried',
      why: 'Which cell?',
    });
  });

  it('one has a question and one accepts it: the second is told that it has moved on', () => {
    const office = withReport();
    office.moves('pat', 'received', 'queried', 'Which cell?');
    expect(office.moves('clara', 'received', 'accepted', undefined, { saw: old })).toEqual({
      kind: 'refused',
      reason: 'movedOn',
    });
  });

  it('both send the draft: it is received once, and what the second said differently is a conflict', () => {
    const office = withDraft({ comments: 'Quiet' });
    const seen = office.report() as Visit;
    const saw = { epoch: 1, n: office.state.n };
    const ready = (who: 'ann' | 'bob', comments: string, told = {}) =>
      office.changes(
        who,
        (v) => {
          v.comments = comments;
          const event = { id: id(who === 'ann' ? 801 : 802), from: 'draft', to: 'ready', by: person(who) };
          v.events = [{ ...event, at: '2026-05-04T12:00:00.000Z' }];
        },
        seen,
        told,
      );
    expect(ready('ann', 'Busy').kind).toBe('accepted');
    expect(ready('bob', 'Loud', { saw })).toMatchObject({ kind: 'conflict' });
    expect(office.report()?.events.map((e) => e.to)).toEqual(['ready', 'received']);
    expect(office.report()?.comments).toBe('Busy');
    expect(office.contested()[0]?.values[0]?.places).toMatchObject([{ path: ['comments'], now: 'Loud' }]);
  });

  it('both send the draft in the same words: it is received once, and nothing is contested', () => {
    const office = withDraft({ comments: 'Quiet' });
    const seen = office.report() as Visit;
    const saw = { epoch: 1, n: office.state.n };
    for (const who of ['ann', 'bob'] as const) {
      const event = { id: id(who === 'ann' ? 801 : 802), from: 'draft', to: 'ready', by: person(who) };
      const answer = office.changes(
        who,
        (v) => {
          v.comments = 'Busy';
          v.events = [{ ...event, at: '2026-05-04T12:00:00.000Z' }];
        },
        seen,
        { saw },
      );
      expect(answer.kind).toBe(who === 'ann' ? 'accepted' : 'merged');
    }
    expect(office.report()?.events.map((e) => e.to)).toEqual(['ready', 'received']);
    expect(office.contested()).toEqual([]);
  });

  it('one discards what the other sent: it stays sent', () => {
    const office = withReport();
    expect(office.moves('bob', 'draft', 'discarded', undefined, { saw: old })).toEqual({
      kind: 'refused',
      reason: 'movedOn',
    });
  });
});

describe('references', () => {
  it('are not given while a restored hub takes back what it lost, and follow with the next change after', () => {
    const office = withDraft();
    office.state.recovering = true;
    office.moves('ann', 'draft', 'ready');
    expect(office.report()?.reference).toBeUndefined();
    office.state.recovering = false;
    office.moves('pat', 'received', 'read');
    expect(office.report()?.reference).toBe('V2026/0001');
  });
});

describe('edits made under an older scope', () => {
  it('stand beside the report for those who may, and tell their author nothing of it', () => {
    const office = withReport({ comments: 'Quiet' });
    const seen = office.report();
    const moved = { path: ['panel'], was: id(1), now: id(2) };
    office.sends('clara', 'person', person('pat'), [moved]);
    office.corrects('ann', says('Secret'));
    const answer = office.corrects('pat', says('Written before I moved'), seen);
    expect(answer.kind).toBe('conflict');
    expect(JSON.stringify(answer)).not.toContain('Secret');
    expect(office.report()?.comments).toBe('Secret');
    expect(office.contested()[0]?.values).toMatchObject([{ by: person('pat') }]);
    expect(office.report()?.corrections).toHaveLength(1);
  });
});

describe('why something is not taken', () => {
  it('has a sentence for each reason', () => {
    const unknown = reasonWords('no such reason');
    for (const reason of refusalReasons) expect(reasonWords(reason)).not.toBe(unknown);
  });
});
