import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isPractice,
  isWithOffice,
  type Visit,
  type VisitState,
  visitMoves,
  visitState,
} from '#shared/records/visit.ts';
import { accept, canonical, type OfficeState, recordKey } from '#shared/sync/accept.ts';
import { diff, read, same } from '#shared/sync/patch.ts';
import {
  arriving,
  groups,
  hash,
  id,
  office,
  play,
  steps,
  stored,
  visitIds,
  visitors,
  wish,
} from './deeds.ts';

const snapshot = ({ n, head, records, counters }: OfficeState) =>
  structuredClone({ n, head, records, counters });

test('the same change a second time is a duplicate with the first answer, and changes nothing', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const here = office();
      const taken = play(all, here);
      const before = snapshot(here.state);
      for (const { change, answer } of taken)
        expect(accept(here.state, arriving(change), here.means)).toEqual({
          kind: 'duplicate',
          first: answer,
        });
      expect(snapshot(here.state)).toEqual(before);
    }),
    { numRuns: 300 },
  );
});

test('versions follow one another without a gap, and each receipt holds the one before it', () => {
  fc.assert(
    fc.property(steps, (all) => {
      let n = 0;
      for (const { change, answer, after, before, head } of play(all, office())) {
        if (!('version' in answer)) {
          expect(after).toEqual(before);
          continue;
        }
        expect(answer.version).toEqual({ epoch: 1, n: ++n });
        expect(answer.content).toBe(hash(canonical(after)));
        const said = [head, change.id, recordKey('visit', change.record), 1, n, answer.content];
        const also = answer.also?.map((one) => `${one.key} ${one.content}`) ?? [];
        expect(answer.receipt).toBe(hash([...said, ...also].join('\n')));
      }
    }),
    { numRuns: 300 },
  );
});

test('a report moves only along its life: events are added, each a move from where it stood, and receiving is the office’s', () => {
  fc.assert(
    fc.property(steps, (all) => {
      for (const { before, after } of play(all, office())) {
        const known = before?.events ?? [];
        expect(after?.events.slice(0, known.length) ?? []).toEqual(known);
        for (const [i, event] of after?.events.slice(known.length).entries() ?? []) {
          const last = after?.events[known.length + i - 1];
          const from = (last?.to ?? 'draft') as VisitState;
          expect(event.from).toBe(from);
          expect(visitMoves[from]).toContain(event.to);
          expect(event.to === 'received').toBe(event.by === 'office');
          // What was put aside comes back as what it was.
          if (from === 'discarded') expect(event.to).toBe(last?.from);
        }
      }
    }),
    { numRuns: 1_000 },
  );
});

test('an exercise is never accepted, whatever is done to it', () => {
  fc.assert(
    fc.property(steps, (all) => {
      for (const { after } of play(all, office())) if (after) expect(isPractice(after)).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('declarations are only added, each by a visitor of the report and of some content', () => {
  fc.assert(
    fc.property(steps, (all) => {
      for (const { before, after } of play(all, office())) {
        const known = before?.declarations ?? [];
        const now = after?.declarations ?? [];
        expect(now.slice(0, known.length)).toEqual(known);
        for (const { by, content } of now.slice(known.length)) {
          expect(visitors).toContain(by);
          expect(content).toHaveLength(64);
        }
      }
    }),
    { numRuns: 1_000 },
  );
});

test('nothing in a report that the office has changes but under a correction that says what', () => {
  const bare = ({ events: _, corrections: __, declarations: ___, ...content }: Visit) => content;
  fc.assert(
    fc.property(steps, (all) => {
      for (const { before, after } of play(all, office())) {
        if (!before || !after || !isWithOffice(visitState(before))) continue;
        expect(isWithOffice(visitState(after))).toBe(true);
        expect(after.corrections.slice(0, before.corrections.length)).toEqual(before.corrections);
        const said = after.corrections.slice(before.corrections.length).flatMap((c) => c.changes);
        for (const change of diff(bare(before), bare(after), groups))
          if (!same(change.was, change.now))
            expect(said.some((c) => same(c.path, change.path) && same(c.now, change.now))).toBe(true);
        expect(after.corrections.map((c) => c.number)).toEqual(after.corrections.map((_, i) => i + 1));
      }
    }),
    { numRuns: 1_000 },
  );
});

test('references of a year ascend without gaps, and stay', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const here = office();
      const given = play(all, here).flatMap(({ before, after }) => {
        if (before?.reference) expect(after?.reference).toBe(before.reference);
        return after?.reference && !before?.reference ? [after.reference] : [];
      });
      for (const [year, own] of Map.groupBy(given, (reference) => reference.slice(0, 5)))
        expect(own).toEqual(own.map((_, i) => `${year}/${String(i + 1).padStart(4, '0')}`));
      for (const visit of visitIds) {
        const v = stored(here.state, visit);
        if (v && !v.imported) expect(v.reference !== undefined).toBe(isWithOffice(visitState(v)));
      }
    }),
    { numRuns: 1_000 },
  );
});

test('changes to different reports come to the same reports in any order', () => {
  /** The office's own marks depend on when it received what. */
  const content = (v: Visit | undefined) =>
    v && { ...v, reference: undefined, events: v.events.map(({ from, to, by }) => ({ from, to, by })) };
  const ofEach = fc.tuple(
    ...visitIds.map((visit) => steps.map((all) => all.map((step) => ({ ...step, visit })))),
  );
  fc.assert(
    fc.property(ofEach, fc.infiniteStream(fc.nat(2)), (streams, order) => {
      const [inTurn, mixed] = [office(), office()];
      const taken = streams.flatMap((own, i) => play(own, inTurn, 1_000 * i));
      const changes = Map.groupBy(taken, ({ change }) => change.record);
      const waiting = [...changes.values()].map((own) => own.map(({ change }) => change));
      while (waiting.some((own) => own.length > 0)) {
        const next = waiting[order.next().value as number]?.shift();
        if (next) accept(mixed.state, arriving(next), mixed.means);
      }
      for (const visit of visitIds)
        expect(content(stored(mixed.state, visit))).toEqual(content(stored(inTurn.state, visit)));
    }),
    { numRuns: 200 },
  );
});

test('what two people say in different places of a draft both stands, whoever comes first', () => {
  const different = fc
    .tuple(wish, wish)
    .filter(([a, b]) => a.place !== b.place && !(a.place[0] === 'a' && b.place[0] === 'a'));
  fc.assert(
    fc.property(different, ([mine, yours]) => {
      const outcomes = [
        [mine, yours],
        [yours, mine],
      ].map((order) => {
        const here = office();
        const visit = visitIds[0] as string;
        play([{ visit, stale: false, deed: { what: 'begin' } }], here);
        const begun = stored(here.state, visit) as Visit;
        order.forEach(({ place, value }, i) => {
          const patch = diff(begun, { ...begun, [place]: value }, groups);
          const change = {
            id: id(40_000 + i),
            device: id(60),
            number: i + 2,
            type: 'visit' as const,
            record: visit,
            after: null,
            by: id(70),
            saw: null,
            at: '2026-01-01T00:00:00.000Z',
            patch,
          };
          expect(accept(here.state, arriving(change), here.means).kind).toBe('merged');
        });
        return stored(here.state, visit);
      });
      expect(outcomes[0]).toEqual(outcomes[1]);
      for (const { place, value } of [mine, yours]) expect(read(outcomes[0], [place])).toEqual(value);
    }),
  );
});
