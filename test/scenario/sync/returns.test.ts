import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#db/sql.ts';
import { syncSteps } from '#desk/sync/steps.ts';
import type { Input, Output } from '#shared/contract.ts';
import { streams } from '#shared/sync/wire.ts';
import type { StoreCall } from '#test/handlers.ts';
import { freshId } from '#test/office.ts';
import { newHub, type Office, type Person } from './office.ts';

const of = { key: 'custody-quarter', period: '2026-27Q1' };
const ofCases = { key: 'metrics-quarter', period: '2026-27Q1' };

const does = <N extends StoreCall>(who: Person, name: N, input: Input<N>): Output<N> => {
  const answer = who.member.laptop.call(name, input as never);
  if (!answer.ok) throw new Error(`${who.member.laptop.name}, ${name}: ${JSON.stringify(answer.error)}`);
  return answer.value as Output<N>;
};
const prepare = (who: Person, asked = of) => does(who, 'returns.prepare', asked);

/** Says of whatever the checks found why it stays, and that the return was checked. */
const checks = (who: Person, asked = of) => {
  for (const { check, found, answer } of prepare(who, asked).answers)
    if (!answer)
      does(who, 'returns.answer', { ...asked, id: freshId(), check, found, reason: 'It is a small office.' });
  does(who, 'returns.check', { ...asked, id: freshId() });
};
const signs = (who: Person, as: string, asked = of) =>
  does(who, 'returns.sign', { ...asked, id: freshId(), as });
const issue = (who: Person, number: number) => {
  const answer = who.member.laptop.call('returns.issue', { ...of, number });
  return answer.ok ? answer.value : answer.error.tag;
};
const value = (result: { measures: { id: string; value: number | null }[] }, id: string) =>
  result.measures.find((one) => one.id === id)?.value;

/** What came of holding the return against what was published before. */
const heldAgainst = (who: Person, asked = of) =>
  prepare(who, asked).result.checks.find(({ id }) => id === 'earlier');

describe('A return in an office with a hub', () => {
  let office: Office;
  let clara: Person;
  let carl: Person;
  let cara: Person;
  let ann: Person;
  let pat: Person;
  let visit: string;
  beforeAll(async () => {
    office = await newHub();
    clara = await office.join('Clara', 'coordinator');
    carl = await office.join('Carl', 'coordinator');
    cara = await office.join('Cara', 'caseworker');
    ann = await office.join('Ann', 'visitor', 'North');
    pat = await office.join('Pat', 'panel-coordinator', 'North');
    visit = ann.sends();
    ann.sends({ date: '2026-05-20' });
    await office.allSync();
  });
  afterAll(() => office.end());

  it('is checked and signed by two people at once: what one of them signs stands, and the other is told', async () => {
    checks(clara);
    await office.allSync();
    expect(prepare(carl).state).toBe('checked');
    expect(prepare(carl).movedSinceChecked).toBe(false);
    signs(clara, 'Scheme coordinator');
    signs(carl, 'Deputy');
    await clara.sync();
    await office.allSync();

    expect(carl.waiting().map(({ why }) => why)).toEqual(['movedOn']);
    expect(carl.takesBack(carl.waiting()[0]?.record ?? '')).toBe(true);
    await office.allSync();
    const [hers, his] = [issue(clara, 0), issue(carl, 0)];
    expect(hers).toMatchObject({
      frozen: { number: 0, signed: { name: 'Clara', as: 'Scheme coordinator' } },
    });
    expect(his).toEqual(hers);
    expect(await office.failures()).toEqual([]);
  });

  it('says exactly what a visit corrected after it was signed makes another, and is issued again with the reason', async () => {
    does(clara, 'returns.publish', { ...of, id: freshId(), on: '2026-09-07', where: 'The web page.' });
    expect(prepare(clara).differs).toBe(false);
    ann.corrects(visit, 'counts.total.held', 12);
    await office.allSync();

    expect(prepare(clara).differs).toBe(true);
    const { figures, parts, touched } = does(clara, 'returns.differences', { ...of, number: 0 });
    expect(parts.find(({ measure }) => measure === 'detainees.held')).toMatchObject({
      ...{ by: 'suite', key: 'Northgate', was: { value: 18 }, now: { value: 21 }, change: '+3' },
    });
    expect(touched.records.map(({ id }) => id)).toEqual([visit]);
    const held = figures.find(({ measure }) => measure === 'detainees.held');
    expect(held).toMatchObject({ was: { value: 18 }, now: { value: 21 }, by: '+3', count: 1 });
    expect(held?.records).toMatchObject([
      { type: 'visit', id: visit, was: { value: 9, of: null }, now: { value: 12, of: null } },
    ]);
    expect(figures.map(({ measure }) => measure)).not.toContain('visits.completed');

    expect(clara.refused('returns.reopen', { ...of, id: freshId(), why: ' ' })).toBe('noReason');
    does(clara, 'returns.reopen', { ...of, id: freshId(), why: 'A visit was counted anew.' });
    await office.allSync();
    checks(carl);
    signs(carl, 'Deputy');
    does(carl, 'returns.publish', { ...of, id: freshId(), on: '2026-09-07', where: 'The web page.' });
    await carl.sync();
    // What was signed comes by itself, however large it is: without it nobody else could publish it.
    const { far } = clara.member;
    await clara.syncWith({
      ask: async (name, input, caller) =>
        name === 'fileGet' ? { ok: false, why: { tag: 'torn' } } : far.ask(name, input, caller),
    });
    expect(issue(clara, 1)).toBe('fileNotHere');
    expect(heldAgainst(clara)?.detail).toContain('1 published before has not come to this laptop');
    const { laptop } = clara.member;
    expect(syncSteps(laptop.store(), laptop.sources).filesToFetch(0)).toMatchObject([
      { type: 'periodReturn', held: 0 },
    ]);
    await office.allSync();
    expect(heldAgainst(clara)?.ok).toBe(true);
    const [first, second] = [issue(clara, 0), issue(clara, 1)];
    if (typeof first === 'string' || typeof second === 'string') throw new Error('a file has not come');
    expect([
      value(first.frozen.result, 'detainees.held'),
      value(second.frozen.result, 'detainees.held'),
    ]).toEqual([18, 21]);
    expect(second.frozen).toMatchObject({
      number: 1,
      why: 'A visit was counted anew.',
      signed: { name: 'Carl' },
    });
    expect(first.issue.published).toMatchObject({ on: '2026-09-07', name: 'Clara' });
    expect(prepare(clara).differs).toBe(false);
  });

  it('whose signed figures are damaged on a laptop believes none of them, and has them again from the office', async () => {
    const { laptop, far } = clara.member;
    const steps = syncSteps(laptop.store(), laptop.sources);
    const isSigned = sql
      .selectFrom('file_piece')
      .selectAll()
      .where('type', '=', 'periodReturn')
      .orderBy('hash');
    const pieces = laptop.store().all(isSigned);
    for (const { hash, bytes } of pieces)
      laptop.store().run(
        sql
          .updateTable('file_piece')
          .set({ bytes: Buffer.from(Buffer.from(bytes).toString().replaceAll('"value":', '"value":9')) })
          .where('hash', '=', hash),
      );
    expect(clara.member.laptop.call('returns.issue', { ...of, number: 1 })).toEqual({
      ok: false,
      error: { tag: 'fileDamaged', alone: false },
    });
    const year = { key: 'custody-year', period: '2026-27' };
    expect(heldAgainst(clara, year)).toMatchObject({
      ok: false,
      detail: '2 published before are damaged on this laptop and were not looked at',
    });
    expect(prepare(clara).issues.map(({ file }) => file)).toEqual(['here', 'damaged']);
    expect(steps.noteDamaged([...laptop.store().damaged])).toBe(true);
    expect(steps.noteDamaged([...laptop.store().damaged])).toBe(false);
    expect(prepare(clara).issues.map(({ file }) => file)).toEqual(['damaged', 'damaged']);

    // Until whole bytes have come, what is here stays as it is.
    let asked = 0;
    await clara.syncWith({
      ask: async (name, input, caller) => {
        if (name === 'fileGet') asked += 1;
        return name === 'fileGet' ? { ok: false, why: { tag: 'torn' } } : far.ask(name, input, caller);
      },
    });
    expect(asked).toBeGreaterThan(0);
    expect(laptop.store().all(isSigned)).toHaveLength(pieces.length);
    expect(issue(clara, 1)).toBe('fileDamaged');
    await office.allSync();
    expect(laptop.store().all(isSigned)).toEqual(pieces);
    expect(prepare(clara).issues.map(({ file }) => file)).toEqual(['here', 'here']);
    expect(heldAgainst(clara, year)?.detail).not.toContain('damaged');
  });

  it('is not signed where figures, words or answers are others than those that were checked', async () => {
    does(clara, 'returns.reopen', { ...of, id: freshId(), why: 'Once more.' });
    does(clara, 'returns.write', { ...of, words: { sections: { good: 'Blankets.' }, links: [] } });
    await office.allSync();
    checks(clara);
    expect(clara.refused('returns.write', { ...of, words: { sections: {}, links: [] } })).toBe('movedOn');
    ann.corrects(visit, 'counts.total.accepted', 3);
    await office.allSync();
    expect(prepare(clara)).toMatchObject({ state: 'checked', movedSinceChecked: true });
    expect(clara.refused('returns.sign', { ...of, id: freshId(), as: 'Coordinator' })).toBe('movedOn');
    does(clara, 'returns.reopen', { ...of, id: freshId(), why: '' });
    expect(prepare(clara).why).toBe('Once more.');
  });

  it('shows a record that was destroyed since by what it was called', async () => {
    await office.hub.purge('visit', visit);
    await office.allSync();
    const { figures } = does(clara, 'returns.differences', { ...of, number: 1 });
    const completed = figures.find(({ measure }) => measure === 'visits.completed');
    expect(completed).toMatchObject({ by: '−1', count: 1 });
    expect(completed?.records).toMatchObject([
      { id: visit, title: 'V2026/0001, Northgate', was: { value: 1 }, now: null },
    ]);
    expect(typeof issue(carl, 0)).toBe('object');
    expect(await office.hub.store.check()).toEqual([]);
  });

  it('goes to those whose figures it tells: no visitor has any, and no caseworker one on custody', async () => {
    checks(cara, ofCases);
    signs(cara, 'Casework manager', ofCases);
    await office.allSync();
    for (const who of [ann, pat]) expect(who.refused('returns.prepare', of)).toBe('notAllowed');
    expect(cara.refused('returns.prepare', of)).toBe('notFound');
    expect(clara.refused('returns.prepare', ofCases)).toBe('notFound');
    const own = ['namedReturn', 'periodReturn', 'returnWords'];
    const brought = async (who: Person) => {
      const types: string[] = [];
      for (const stream of streams)
        for (let [cursor, left] = [null as string | null, 1]; left > 0; ) {
          const page = await office.hub.ask(who, 'pull', { stream, cursor });
          if (!page.ok) throw new Error(JSON.stringify(page.why));
          types.push(...page.value.items.map(({ type }) => type));
          [cursor, left] = [page.value.cursor, page.value.remaining];
        }
      return types.filter((type) => own.includes(type));
    };
    expect(await brought(ann)).toEqual([]);
    expect(await brought(pat)).toEqual([]);
    expect(await brought(cara)).toEqual(['periodReturn']);
    for (const words of ['Blankets.', 'A visit was counted anew.', 'Scheme coordinator'])
      for (const who of [ann, pat, cara]) expect(who.fileSays(words)).toBe(false);
    expect(await office.failures()).toEqual([]);
  });
});
