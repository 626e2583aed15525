import { afterAll, describe, expect, test } from 'vitest';
import type { Person } from '#shared/records/person.ts';
import { type Review, reviewState } from '#shared/records/review.ts';
import type { Role } from '#shared/roles.ts';
import { keysHeldBy } from '#shared/sync/access.ts';
import { type Patch, putting } from '#shared/sync/patch.ts';
import { freshId } from '#test/hub-store.ts';
import { endPostgres } from '#test/postgres.ts';
import { decided, moved, returned, valid } from '#test/reviewed.ts';
import { soundOffices } from './sound-offices.ts';
import { type Author, changeBy, deviceOf, newReader, type StoreOffice } from './store-office.ts';

afterAll(endPostgres);

const at = '2026-05-04T10:00:00.000Z';

/** Somebody of the office with a laptop. */
const somebody = async ({ store }: StoreOffice, roles: readonly Role[]): Promise<Author & { is: Person }> => {
  const author = { person: freshId(), device: freshId(), number: 0, last: new Map() };
  const is = { id: author.person, name: `A ${roles.join(' and ')}`, roles: [...roles] };
  await store.inOrder(async (s) => {
    await s.make(null, 'person', is);
    await s.addDevice(deviceOf(author.device, author.person));
  });
  return { ...author, is };
};

const deciding = (by: Author): Patch => {
  const made = { id: freshId(), decision: 'upheld', reasons: 'Because.', by: by.person, on: '2026-05-04' };
  const event = { id: freshId(), from: 'returned', to: 'decided', by: by.person, at };
  return [putting(['decisions', `#${made.id}`], made), putting(['events', `#${event.id}`], event)];
};

describe.each(['sqlite', 'postgres'] as const)('a review at the hub, kept in %s', (kind) => {
  const begin = soundOffices(kind);

  test('is decided by nobody who assessed it or lacks the role, whatever their laptop sends', async () => {
    const office = await begin();
    const { store, push, coordinator } = office;
    const dora = await somebody(office, ['assessor', 'decider']);
    const dee = await somebody(office, ['decider']);
    const cara = await somebody(office, ['caseworker']);
    const whole = returned();
    const id = freshId();
    const review: Review = {
      ...whole,
      id,
      assignments: whole.assignments.map((one) => ({ ...one, assessor: dora.person })),
      declarations: whole.declarations.map((one) => ({ ...one, by: dora.person })),
      drafts: whole.drafts.map((one) => ({ ...one, by: dora.person })),
    };
    await store.inOrder((s) => s.make(null, 'review', review));
    const before = await store.read((s) => s.document('review', id));
    for (const who of [dora, cara, coordinator])
      expect(await push(who, [changeBy(who, 'review', id, deciding(who))])).toMatchObject([
        { kind: 'refused', reason: 'notAllowed' },
      ]);
    // A decision is nobody's to make in somebody else's name, nor with the review itself.
    expect(await push(dee, [changeBy(dee, 'review', id, deciding(dora))])).toMatchObject([
      { kind: 'refused' },
    ]);
    const begun = { ...decided(returned(), cara.person), id: freshId() };
    expect(await push(cara, [changeBy(cara, 'review', begun.id, [putting([], begun)])])).toMatchObject([
      { kind: 'refused', reason: 'notAllowed' },
    ]);
    expect(await store.read((s) => s.document('review', id))).toEqual(before);
    // Nor does whoever may decide it write what was found, unless it was given to them.
    const both = await somebody(office, ['caseworker', 'decider']);
    const finding = [putting(['examination'], { finding: 'upheld', reasons: 'Mine.' })];
    expect(await push(both, [changeBy(both, 'review', id, finding)])).toMatchObject([
      { kind: 'refused', reason: 'notAllowed' },
    ]);
    await push(dee, [changeBy(dee, 'review', id, deciding(dee))]);
    const now = (await store.read((s) => s.document('review', id))) as Review;
    expect([reviewState(now), now.decisions.at(-1)?.by]).toEqual(['decided', dee.person]);
  });

  test('is decided by nobody who wrote of what was found, whatever role they did it in and have since', async () => {
    const office = await begin();
    const { store, push, coordinator } = office;
    const [cara, cole, dee] = [
      await somebody(office, ['caseworker']),
      await somebody(office, ['caseworker']),
      await somebody(office, ['decider']),
    ];
    const id = freshId();
    const allegation = freshId();
    const begun = { ...returned(), id, allegations: [{ id: allegation, text: 'Nobody came.' }] };
    await store.inOrder((s) => s.make(null, 'review', begun));
    const now = async () => (await store.read((s) => s.document('review', id))) as Review;
    const makes = async (by: Author, patch: Patch) => push(by, [changeBy(by, 'review', id, patch)]);
    const bar = (path: string[]) => putting(path, { id: dee.person });
    // The office says who examined it, and nobody else does: another's name is not put in, one's own not left out.
    await makes(cara, [
      putting(['allegations', `#${allegation}`, 'finding'], 'upheld'),
      bar(['examiners', `#${dee.person}`]),
    ]);
    expect((await now()).examiners).toEqual([{ id: cara.person }]);
    await makes(cara, [{ path: ['examiners'], was: [{ id: cara.person }], now: [] }]);
    await makes(cara, [
      { path: ['examiners', `#${cara.person}`], was: { id: cara.person } },
      putting(['examination'], { finding: 'upheld', reasons: 'Late.' }),
    ]);
    expect((await now()).examiners).toEqual([{ id: cara.person }]);
    // What another found stands beside it, contested, and they found it all the same; their second laptop adds nothing.
    const second = { ...cole, device: freshId(), number: 0, last: new Map() };
    await store.inOrder((s) => s.addDevice(deviceOf(second.device, cole.person)));
    for (const laptop of [cole, second])
      expect(
        await makes(laptop, [{ path: ['examination', 'reasons'], was: 'Early.', now: 'Too late.' }]),
      ).toMatchObject([{ kind: 'conflict' }]);
    expect((await now()).examination?.reasons).toBe('Late.');
    expect((await now()).examiners).toEqual([{ id: cara.person }, { id: cole.person }]);
    for (const who of [cara, cole]) {
      const roles = { path: ['roles'], was: ['caseworker'], now: ['caseworker', 'decider'] };
      await push(coordinator, [changeBy(coordinator, 'person', who.person, [roles])]);
      expect(await makes(who, deciding(who))).toMatchObject([{ kind: 'refused', reason: 'notAllowed' }]);
    }
    await makes(dee, deciding(dee));
    expect(reviewState(await now())).toBe('decided');
    // Whoever decided it writes nothing of what was found when it has come back.
    const aside = { from: 'decided', to: 'returned', by: cara.person, at, why: 'Quashed.', id: freshId() };
    const back = { ...aside, id: freshId(), from: 'returned', to: 'assigned' };
    await makes(
      cara,
      [aside, back].map((event) => putting(['events', `#${event.id}`], event)),
    );
    const roles = { path: ['roles'], was: ['decider'], now: ['caseworker'] };
    await push(coordinator, [changeBy(coordinator, 'person', dee.person, [roles])]);
    const mine = [putting(['allegations', `#${allegation}`, 'reasons'], 'Mine.')];
    expect(await makes(dee, mine)).toMatchObject([{ kind: 'refused', reason: 'notAllowed' }]);
    expect([reviewState(await now()), (await now()).examiners?.length]).toEqual(['assigned', 2]);
  });

  test('reaches its assessor while it is with them, and no visitor whoever it was given to', async () => {
    const office = await begin();
    const { store, north } = office;
    const visitor = { id: north.person, name: 'Visitor', roles: ['visitor' as const] };
    const asa = await somebody(office, ['assessor']);
    const given = (assessor: string): Review => ({
      ...moved(moved(valid({ id: freshId() }), 'valid'), 'assigned'),
      assignments: [{ id: freshId(), assessor, external: true, on: '2026-05-04', by: freshId() }],
    });
    const [theirs, wrongly] = [given(asa.person), given(north.person)];
    await store.inOrder(async (s) => {
      await s.make(null, 'review', theirs);
      await s.make(null, 'review', wrongly);
    });
    const [reader, outsider] = [
      newReader(keysHeldBy(asa.is, '2026-05-04')),
      newReader(keysHeldBy(visitor, '2026-05-04')),
    ];
    for (const one of [reader, outsider]) await one.pull(store);
    expect([reader.holds(theirs.id), reader.holds(wrongly.id)]).toEqual([true, false]);
    expect(outsider.told.filter(({ type }) => type === 'review')).toEqual([]);
  });

  test('sends what is written about it, and the words for that, to caseworkers alone; a coordinator writes neither', async () => {
    const office = await begin();
    const { store, push, coordinator, north } = office;
    const cara = await somebody(office, ['caseworker']);
    const [dee, asa] = [await somebody(office, ['decider']), await somebody(office, ['assessor'])];
    const template = {
      ...{ id: freshId(), of: 'reviewDecision', name: 'Ours' },
      ...{ subject: 'The decision', body: 'Dear {{to}}' },
    };
    const letter = (by: Author) => ({
      ...{ id: freshId(), about: [{ type: 'review', id: freshId() }], of: 'reviewDecision', by: by.person },
      ...{ to: 'Ada Applicant', subject: 'The decision', body: 'Upheld.', on: '2026-05-04', at },
    });
    const makes = (by: Author, type: 'letter' | 'template', document: { id: string }) =>
      push(by, [changeBy(by, type, document.id, [putting([], document)])]);
    const sent = letter(cara);
    await makes(cara, 'letter', sent);
    await makes(cara, 'template', template);
    const refused = [{ kind: 'refused', reason: 'notAllowed' }];
    for (const who of [coordinator, north]) {
      expect(await makes(who, 'letter', letter(who))).toMatchObject(refused);
      expect(await makes(who, 'template', { ...template, id: freshId() })).toMatchObject(refused);
    }
    const everybody = ['visitor', 'panel-coordinator', 'coordinator', 'administrator'] as const;
    const others = everybody.map((role) => ({ id: freshId(), name: role, roles: [role] }));
    for (const person of [...others, dee.is, asa.is, cara.is]) {
      const reader = newReader(keysHeldBy(person, '2026-05-04'));
      await reader.pull(store);
      const isTheirs = person === cara.is;
      expect([reader.holds(sent.id), reader.holds(template.id)]).toEqual([isTheirs, isTheirs]);
      if (!isTheirs) expect(reader.told.filter(({ type }) => type === 'letter')).toEqual([]);
    }
  });
});
