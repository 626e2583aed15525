import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract.ts';
import { type Review, reviewState } from '#shared/records/review.ts';
import { bodyQuestionIds, validityIds } from '#shared/records/review-parts.ts';
import { putting } from '#shared/sync/patch.ts';
import { streams } from '#shared/sync/wire.ts';
import type { StoreCall } from '#test/handlers.ts';
import { freshId } from '#test/office.ts';
import { newHub, type Office, type Person } from './office.ts';

const does = <N extends StoreCall>(who: Person, name: N, input: Input<N>) => {
  const answer = who.member.laptop.call(name, input as never);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
};
const on = (who: Person, id: string): Review | undefined => who.member.laptop.read('review', id);

/** An application that is acknowledged and valid. */
const takenOn = (cara: Person): string => {
  const id = freshId();
  does(cara, 'reviews.start', {
    id,
    received: '2026-09-01',
    route: 'investigated',
    grounds: 'Grounds of Ann',
  });
  const answers = Object.fromEntries(bodyQuestionIds.map((one) => [one, { answer: 'no' as const }]));
  does(cara, 'reviews.save', {
    id,
    patch: [
      putting(['outcome'], { sent: '2026-08-20', counts: 'sent' }),
      putting(['body'], { answers }),
      putting(['acknowledged'], '2026-09-02'),
    ],
  });
  for (const check of validityIds) does(cara, 'reviews.check', { id, check, result: 'pass' });
  does(cara, 'reviews.move', { id, to: 'valid' });
  return id;
};
const given = (cara: Person, id: string, assessor: Person) =>
  does(cara, 'reviews.assign', {
    id,
    assignment: { id: freshId(), assessor: assessor.person, external: false },
  });
const examined = (asa: Person, id: string) => {
  does(asa, 'reviews.declare', { id, declaration: { id: freshId(), conflict: false } });
  does(asa, 'reviews.draft', { id, draft: { id: freshId(), words: 'Drafted words' } });
};
const decision = () => ({ id: freshId(), decision: 'upheld' as const, reasons: 'It was not reasonable.' });

describe('Reviews in an office with a hub', () => {
  let office: Office;
  let cara: Person;
  let asa: Person;
  let dee: Person;
  let others: Person[];
  beforeAll(async () => {
    office = await newHub();
    const clara = await office.join('Clara', 'coordinator');
    cara = await office.join('Cara', 'caseworker');
    asa = await office.join('Asa', 'assessor');
    dee = await office.join('Dee', 'decider');
    const ann = await office.join('Ann', 'visitor', 'North');
    const pat = await office.join('Pat', 'panel-coordinator', 'North');
    others = [clara, ann, pat];
    await office.allSync();
  });
  afterEach(async () => {
    await office.allSync();
    expect(await office.failures()).toEqual([]);
  });
  afterAll(() => office.end());

  /** The types of all that any page of the hub brings somebody, from the beginning. */
  const typesBrought = async (who: Person): Promise<string[]> => {
    const types: string[] = [];
    for (const stream of streams)
      for (let [cursor, left] = [null as string | null, 1]; left > 0; ) {
        const page = await office.hub.ask(who, 'pull', { stream, cursor });
        if (!page.ok) throw new Error(JSON.stringify(page.why));
        types.push(...page.value.items.map(({ type }) => type));
        [cursor, left] = [page.value.cursor, page.value.remaining];
      }
    return types;
  };

  it('an assessor has a review until they return it, whoever decides has it from then, and nobody of the scheme ever', async () => {
    const contact = freshId();
    does(cara, 'contacts.save', {
      id: contact,
      patch: [putting([], { id: contact, name: 'Ann Applicant' })],
    });
    const id = takenOn(cara);
    does(cara, 'reviews.note', { id, note: freshId(), words: 'A note of the case' });
    await office.allSync();
    expect(on(cara, id)?.reference).toBe('R2026/0001');
    expect([on(asa, id), on(dee, id)]).toEqual([undefined, undefined]);

    given(cara, id, asa);
    await office.allSync();
    expect(asa.fileSays('Grounds of Ann')).toBe(true);
    expect(asa.fileSays('A note of the case')).toBe(false);
    examined(asa, id);
    does(asa, 'reviews.move', { id, to: 'returned' });
    await office.allSync();
    expect(on(asa, id)).toBeUndefined();
    expect(asa.fileSays('Grounds of Ann')).toBe(false);
    expect(on(cara, id)?.drafts).toHaveLength(1);

    does(dee, 'reviews.decide', { id, decision: decision() });
    const recommended = freshId();
    does(dee, 'recommendations.make', {
      id: recommended,
      review: id,
      kind: 'remedy',
      words: 'Apologise to her',
    });
    await office.allSync();
    does(cara, 'reviews.tell', { id, told: { id: freshId(), what: 'outcome' } });
    does(cara, 'recommendations.answer', {
      id: recommended,
      answer: { id: freshId(), answer: 'refused', on: '2026-09-20', reasons: 'Done before' },
    });
    does(cara, 'reviews.move', { id, to: 'closed' });
    await office.allSync();
    expect(reviewState(on(cara, id) as Review)).toBe('closed');
    expect(on(dee, id)).toBeUndefined();
    expect(dee.member.laptop.read('recommendation', recommended)).toBeDefined();
    for (const other of others)
      for (const words of ['Grounds of Ann', 'Apologise to her', 'Ann Applicant', 'A note of the case', id])
        expect(other.fileSays(words)).toBe(false);
    for (const other of others) {
      const types = await typesBrought(other);
      for (const type of ['review', 'recommendation', 'contact', 'reviewNote'])
        expect(types).not.toContain(type);
    }
  });

  it('nobody decides what they assessed', async () => {
    const dora = await office.join('Dora', 'assessor');
    await office.allSync();
    others[0]?.member.laptop.call('people.save', {
      id: dora.person,
      patch: [{ path: ['roles'], was: ['assessor'], now: ['assessor', 'decider'] }],
    });
    const id = takenOn(cara);
    given(cara, id, dora);
    await office.allSync();
    examined(dora, id);
    does(dora, 'reviews.move', { id, to: 'returned' });
    await office.allSync();
    expect(on(dora, id)).toBeDefined();
    expect(dora.refused('reviews.decide', { id, decision: decision() })).toBe('ownAssessment');
    expect(cara.refused('reviews.decide', { id, decision: decision() })).toBe('notAllowed');

    does(dee, 'reviews.decide', { id, decision: decision() });
  });

  it('what several write offline meets in any order of their syncs', async () => {
    const orders = [
      [cara, asa],
      [asa, cara],
    ] as const;
    for (const [first, second] of orders) {
      const id = takenOn(cara);
      given(cara, id, asa);
      await office.allSync();
      examined(asa, id);
      does(asa, 'reviews.move', { id, to: 'returned' });
      does(cara, 'reviews.tell', { id, told: { id: freshId(), what: 'progress' } });
      does(cara, 'reviews.save', { id, patch: [putting(['fileReceived'], '2026-09-05')] });
      await first.sync();
      await second.sync();
      await office.allSync();
      const now = on(cara, id) as Review;
      expect(reviewState(now)).toBe('returned');
      expect([now.told.length, now.drafts.length, now.fileReceived]).toEqual([1, 1, '2026-09-05']);
      expect(on(dee, id)).toEqual(now);
    }
  });
});
