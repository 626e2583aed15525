import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Visit } from '#shared/records/visit.ts';
import {
  accept,
  type Change,
  canonical,
  type OfficeState,
  officeState,
  recordKey,
} from '#shared/sync/accept.ts';
import { isContained } from '#shared/sync/contained.ts';
import { penKey } from '#shared/sync/needed.ts';
import { same } from '#shared/sync/patch.ts';
import { receiptText } from '#shared/sync/receipt.ts';
import { hash, id, office, play, steps, stored, visitIds } from './deeds.ts';

const [author, hubOf] = [id(70), id(90)];
const version = { epoch: 1, n: 1_000 };

/** A hub put back from a backup in which nothing of these reports was, to which a laptop has given them back since. */
const putBack = (visits: readonly (Visit | undefined)[], coming: readonly Change[], epoch = 2) => {
  const state = officeState({ office: hubOf, epoch, n: 1_000, head: '' });
  const person = { id: author, name: 'Clara', roles: ['coordinator'] };
  state.records.set(recordKey('person', author), { document: person, version, keys: ['everyone'] });
  state.records.set(recordKey('setting', hubOf), null);
  for (const [i, document] of visits.entries()) {
    const key = recordKey('visit', visitIds[i] as string);
    state.records.set(key, document ? { document, version, keys: ['role:coordinator'] } : null);
    state.records.set(penKey(state, visitIds[i] as string), null);
    state.conflictsOf.set(key, []);
  }
  state.numbers.set(id(60), { highest: 0, missing: new Set() });
  state.coming = coming;
  return state;
};
/** As their visitors' own laptops see drafts, which nobody else does. */
const seenByAll = (state: OfficeState) => {
  for (const visit of visitIds) {
    const known = state.records.get(recordKey('visit', visit));
    if (known && known !== 'purged') known.keys = ['everyone'];
  }
};
const sent = (change: Change) => ({ sender: { device: change.device, person: change.by }, change });

/** What was accepted and did something, and what it made, before the hub was put back. */
const lost = (all: Parameters<typeof play>[0]) => {
  const before = office();
  // A report begins once on its author's laptop.
  const begun = new Set<string>();
  const once = all.filter(({ visit, stale, deed }) => {
    // No laptop of ours makes a change to what its author does not see, or a correction that does not say what.
    if (stale || deed.what === 'tamper' || (deed.what === 'correct' && !deed.honest)) return false;
    const isAgain = deed.what === 'begin' && begun.has(visit);
    if (deed.what === 'begin') begun.add(visit);
    return !isAgain;
  });
  const taken = play(once, before).flatMap((one) => {
    const isDone = one.answer.kind === 'accepted' || one.answer.kind === 'merged';
    return isDone && !same(one.before, one.after) ? [one.change] : [];
  });
  return { changes: taken, visits: visitIds.map((visit) => stored(before.state, visit)) };
};

test('what an author sends again of a report that another laptop gave back is accepted, and changes and raises nothing', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const { changes, visits } = lost(all);
      const state = putBack(visits, changes);
      const { means } = office();
      for (const change of changes) {
        seenByAll(state);
        const [n, head, records] = [state.n, state.head, state.records.size];
        const answer = accept(state, sent(change), means);
        expect(answer).toMatchObject({ kind: 'merged', version: { epoch: 2, n: n + 1 } });
        if (!('content' in answer)) throw new Error('no receipt');
        const key = recordKey('visit', change.record);
        expect(answer.content).toBe(hash(canonical(visits[visitIds.indexOf(change.record)])));
        expect(answer.receipt).toBe(
          hash(
            receiptText(head, { change: change.id, key, version: answer.version, content: answer.content }),
          ),
        );
        expect(state.log.at(-1)).toMatchObject({ key, patch: [] });
        expect(state.records.size).toBe(records);
      }
      expect(visitIds.map((visit) => stored(state, visit))).toEqual(visits);
      for (const change of changes) expect(accept(state, sent(change), means).kind).toBe('duplicate');
    }),
    { numRuns: 200 },
  );
});

test('a change of which anything does not stand is judged as it always was', () => {
  fc.assert(
    fc.property(steps, fc.nat(), fc.nat(), (all, which, where) => {
      const { changes, visits } = lost(all);
      const change = changes[which % (changes.length || 1)];
      if (!change) return;
      const strange = change.patch.map((c, i) =>
        i !== where % change.patch.length
          ? c
          : c.path.length === 0
            ? { ...c, now: { ...(c.now as object), comments: 'never said' } }
            : { path: ['comments'], now: 'never said' },
      );
      const changed = { ...change, patch: strange };
      const [again, asBefore] = [putBack(visits, [changed]), putBack(visits, [changed], 1)];
      const answers = [again, asBefore].map((state) => accept(state, sent(changed), office().means));
      expect(answers[0]?.kind).toBe(answers[1]?.kind);
      for (const visit of visitIds) expect(stored(again, visit)).toEqual(stored(asBefore, visit));
      expect(again.conflictsOf).toEqual(asBefore.conflictsOf);
    }),
    { numRuns: 200 },
  );
});

test('who does not see a record learns nothing of what stands in it', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const { changes, visits } = lost(all);
      const [change] = changes;
      if (!change) return;
      const [again, asBefore] = [putBack(visits, changes), putBack(visits, changes, 1)];
      for (const state of [again, asBefore]) {
        const key = recordKey('visit', change.record);
        const known = state.records.get(key);
        if (known && known !== 'purged') state.records.set(key, { ...known, keys: [] });
      }
      const answers = [again, asBefore].map((state) => accept(state, sent(change), office().means).kind);
      expect(answers[0]).toBe(answers[1]);
    }),
  );
});

test('what begins empty stands whatever came into it; what was emptied does not', () => {
  const report = { id: id(1), corrections: [{ id: id(2), number: 1 }] };
  expect(isContained(report, [{ path: ['corrections'], now: [] }])).toBe(true);
  expect(isContained(report, [{ path: ['corrections'], was: [{ id: id(3) }], now: [] }])).toBe(false);
  expect(isContained(report, [{ path: ['id'], was: id(1), now: id(1) }])).toBe(false);
});
