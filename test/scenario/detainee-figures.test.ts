import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readIdentity } from '#db/identity.ts';
import { makeMarks } from '#db/marks.ts';
import { setMeta } from '#db/meta.ts';
import { sha256 } from '#desk/context.ts';
import { sources } from '#desk/machine.ts';
import { figuresAreReady } from '#desk/returns/compute.ts';
import { markId, marksVersion } from '#shared/cases/mark.ts';
import { instant, newId } from '#shared/ids.ts';
import { contactStates, ethnicities, matterOutcomes } from '#shared/records/detainee.ts';
import { ageGroups, sexes } from '#shared/records/ladder.ts';
import { dimensions, type ReturnResult } from '#shared/views.ts';
import { addPerson, addSuite, deskOver, freshId, newOffice, passphrase } from '#test/office.ts';
import { visitingOffice } from '#test/shared-office.ts';
import { disagreements, openStore } from '#test/whole.ts';
import { figure, received } from './reports.ts';

const detainee = fc.record(
  {
    state: fc.constantFrom(...contactStates),
    ageGroup: fc.constantFrom(...ageGroups),
    sex: fc.constantFrom(...sexes),
    ethnicity: fc.constantFrom(...ethnicities),
    vulnerable: fc.boolean(),
    rightsUnderstood: fc.constantFrom({ value: true }, { value: false }, { not: 'refused' }),
    asks: fc.constantFrom(...matterOutcomes),
  },
  { requiredKeys: ['state'] },
);
type Said = typeof detainee extends fc.Arbitrary<infer T> ? T : never;
const visit = fc.record({
  outcome: fc.constantFrom('completed', 'completed', 'completed', 'abandoned'),
  people: fc.array(detainee, { minLength: 1, maxLength: 6 }),
});

const number = (n: number) => `K/${String(n).padStart(4, '0')}/30`;

/** The detainees of a report and what was raised for them, as they lie in it. */
const entered = (people: readonly Said[]) => {
  const ids = people.map(() => freshId());
  const cards = people.map(({ state, rightsUnderstood, asks: _, ...rest }, n) => [
    `detainees.#${ids[n]}`,
    {
      id: ids[n],
      order: ids[n],
      custodyNumber: number(n),
      ...rest,
      seen: { state },
      ...(rightsUnderstood && { answers: { rightsUnderstood } }),
    },
  ]);
  const matters = people.flatMap(({ asks }, n) => {
    const id = freshId();
    const matter = { id, order: id, what: `Asked for ${number(n)}.`, detainee: ids[n], outcome: asks };
    return asks ? [[`matters.#${id}`, matter]] : [];
  });
  return { ids, values: Object.fromEntries([...cards, ...matters]) as Record<string, unknown> };
};

/** A percentage rounded half up by long division, away from floating point. */
const halfUp = (top: number, bottom: number) =>
  bottom === 0 ? 'n/a' : `${Math.floor((200 * top + bottom) / (2 * bottom))}%`;

const { office, suite, visitor2 } = await visitingOffice();

describe('figures over the detainees entered', () => {
  const report = async (date: string, people: readonly Said[], more: object = {}) => {
    const { ids, values } = entered(people);
    const id = await received(office, suite, visitor2, { date, 'counts.total': {}, ...values, ...more });
    return { id, ids };
  };
  const compute = (period: string, by?: ReturnResult['by']) =>
    office.ask('returns.compute', { return: 'icv', period, ...(by && { by }) });
  const figureOf = (result: Pick<ReturnResult, 'measures'>, id: string) =>
    result.measures.find((m) => m.id === id);

  it('are the sums of the people in the reports, whoever they are', async () => {
    let year = 1960;
    await fc.assert(
      fc.asyncProperty(fc.array(visit, { minLength: 1, maxLength: 5 }), async (visits) => {
        year += 1;
        for (const { outcome, people } of visits) await report(`${year}-05-04`, people, { outcome });
        const period = `${year}-05`;
        const all = visits.filter((v) => v.outcome === 'completed').flatMap((v) => v.people);
        const count = (is: (p: Said) => unknown) => all.filter(is).length;
        const consent = (of: (p: Said) => boolean) => {
          const offered = all.filter((p) => of(p) && (p.state === 'accepted' || p.state === 'declined'));
          return halfUp(offered.filter((p) => p.state === 'accepted').length, offered.length);
        };
        const whole = await compute(period);
        const value = (id: string) => figureOf(whole, id)?.value;
        expect(value('people.entered')).toBe(all.length);
        expect(value('people.children')).toBe(count((p) => p.ageGroup === 'under18'));
        expect(value('people.vulnerable')).toBe(count((p) => p.ageGroup === 'adult' && p.vulnerable));
        const spokenTo = all.filter((p) => p.state === 'accepted');
        const said = (answer: boolean) =>
          spokenTo.filter((p) => (p.rightsUnderstood as { value?: boolean })?.value === answer).length;
        const rights = figureOf(whole, 'rights.understood');
        expect(rights?.display).toBe(halfUp(said(true), said(true) + said(false)));
        expect(rights?.blank).toBe(spokenTo.length - said(true) - said(false));
        expect(value('rights.notUnderstood')).toBe(said(false));
        expect(value('requests.made')).toBe(count((p) => p.asks));
        expect(value('requests.outstanding')).toBe(count((p) => p.asks === 'outstanding'));
        expect(value('matters.resolved')).toBe(
          visits.flatMap((v) => v.people).filter((p) => p.asks === 'resolved').length,
        );
        expect(figureOf(whole, 'consent.entered.ofOffered')?.display).toBe(consent(() => true));

        const table = whole.tables.find((t) => t.id === 'consent.entered');
        const row = (by: string, who: string) =>
          table?.rows.find((cells) => cells[0] === by && cells[1] === who);
        expect(row('Sex', 'Female')?.at(-1) ?? 'n/a').toBe(consent((p) => p.sex === 'female'));
        expect(row('Age', 'Under 18')?.at(-1) ?? 'n/a').toBe(consent((p) => p.ageGroup === 'under18'));
        expect(row('Ethnicity', 'Black')?.at(-1) ?? 'n/a').toBe(consent((p) => p.ethnicity === 'black'));
        for (const by of ['Sex', 'Age', 'Ethnicity']) {
          const rows = table?.rows.filter((cells) => cells[0] === by) ?? [];
          expect(rows.reduce((sum, cells) => sum + Number(cells[2]), 0)).toBe(all.length);
        }
      }),
      { seed: Number(process.env.ICV_SEED ?? 1), numRuns: Number(process.env.ICV_RUNS ?? 10) },
    );
  });

  it('open the visits behind them, each with how many of its people count', async () => {
    const say = (state: Said['state'], many: number): Said[] =>
      Array.from({ length: many }, () => ({ state }));
    const first = await report('2031-06-01', [...say('accepted', 2), ...say('declined', 3)]);
    const second = await report('2031-06-02', say('accepted', 1));
    await report('2031-06-03', say('notAvailable', 2));
    const asked = { return: 'icv', period: '2031-06', measure: 'consent.entered.ofOffered' } as const;
    const { rows, total } = await office.ask('returns.records', asked);
    expect(rows.map(({ id, value, of }) => [id, value, of]).slice(1)).toEqual([
      [second.id, 1, 1],
      [first.id, 2, 5],
    ]);
    expect(total).toBe(3);
    expect(figureOf(await compute('2031-06'), 'consent.entered.ofOffered')?.display).toBe('50%');
  });

  it('follow a correction of one person', async () => {
    const { id, ids } = await report('2032-06-01', [
      { state: 'accepted', ageGroup: 'adult' },
      { state: 'accepted', ageGroup: 'adult' },
    ]);
    const children = async () => figureOf(await compute('2032-06'), 'people.children')?.value;
    expect(await children()).toBe(0);
    const patch = [{ path: ['detainees', `#${ids[1]}`, 'ageGroup'], was: 'adult', now: 'under18' }];
    await office.ask('visits.correct', { id, patch, reason: 'Told later' });
    expect(await children()).toBe(1);
    await office.ask('visits.readThrough', { id, to: 'accepted' });
    expect(await children()).toBe(1);
  });

  it('count no wait as unexplained where nobody waited, whatever stands in the report', async () => {
    const unexplained = { delayExplained: 'no explanation given' };
    await report('2033-06-01', [{ state: 'declined' }], {
      ...unexplained,
      arrived: '10:00',
      admitted: '10:02',
    });
    await report('2033-06-02', [{ state: 'declined' }], {
      ...unexplained,
      arrived: '10:00',
      admitted: '10:40',
    });
    await report('2033-06-03', [{ state: 'declined' }], { ...unexplained, keptWaiting: true });
    const result = await compute('2033-06');
    expect(figureOf(result, 'delay.unexplained')?.value).toBe(2);
  });
});

it('a store whose figures an earlier version wrote has them written anew when it is opened, with what that did not count', async () => {
  const first = await newOffice();
  const suite = await addSuite(first, 'Northgate');
  const visitor2 = await addPerson(first, 'Second Visitor');
  const { values } = entered([{ state: 'accepted' }, { state: 'declined' }]);
  await received(first, suite, visitor2, { date: '2034-06-01', ...values });
  const cases = [freshId(), freshId(), freshId()].sort();
  const last = cases[2] as string;
  for (const id of cases)
    await first.ask('cases.create', { id, kind: 'whistle-blowing', received: '2026-03-02' });
  await first.close();

  const all = 'SELECT id, n FROM caseFile ORDER BY id';
  const { db } = openStore(first.folder, first.recoveryCode);
  const before = db.prepare(all).all();
  db.exec("DELETE FROM detainee_fact; UPDATE meta SET value = '1' WHERE key = 'facts'");
  // Before it counted them it had no mark of a confidential case, and found none by one.
  db.prepare('DELETE FROM caseMark WHERE id <> ?').run(markId(last));
  db.exec("DELETE FROM meta WHERE key = 'marks'; UPDATE caseFile SET mark = NULL");
  db.exec('DROP INDEX visit_alike; DROP INDEX case_alike');
  db.pragma('user_version = 170');
  db.close();
  const later = deskOver(first.folder);
  await later.ask('store.unlock', { passphrase });
  const people = await vi.waitFor(async () => (await figure(later, '2034-06', 'people.entered')).value, {
    timeout: 30_000,
  });
  expect(people).toBe(2);
  const counted = { return: 'correspondence', period: '2026-03', measure: 'cases.received' } as const;
  const { rows } = await later.ask('returns.records', counted);
  expect(rows.map(({ id }) => id).sort()).toEqual(cases);
  await later.close();
  expect(disagreements(first.folder, first.recoveryCode)).toEqual([]);

  // Killed before the last of them it goes on with that, makes nothing twice, and says until then that figures wait.
  const { db: killed, w } = openStore(first.folder, first.recoveryCode);
  expect(killed.prepare(all).all()).toEqual(before);
  killed.prepare('DELETE FROM caseMark WHERE id = ?').run(markId(last));
  killed.exec("DELETE FROM meta WHERE key = 'marks'");
  setMeta(w, 'marksMaking', `${marksVersion}:${cases[1]}`);
  const { n } = readIdentity(w);
  expect(figuresAreReady(w)).toBe(false);
  makeMarks(w, { now: () => instant(sources), newId: () => newId(sources), hash: sha256 });
  expect([figuresAreReady(w), readIdentity(w).n - n]).toEqual([true, 1]);
  killed.close();
  expect(disagreements(first.folder, first.recoveryCode)).toEqual([]);
  await later.end();
});

describe('what leaves the building', () => {
  it('holds no custody number, however it is broken down', async () => {
    const office = await newOffice('example');
    try {
      const { years } = await office.ask('returns.periods', {});
      const { rows } = await office.ask('visits.list', { filter: { show: 'received' }, limit: 200 });
      const numbers = new Set<string>();
      for (const { id } of rows) {
        const { visit } = await office.ask('visits.get', { id });
        for (const d of visit.detainees ?? []) if (d.custodyNumber) numbers.add(d.custodyNumber);
      }
      expect(numbers.size).toBeGreaterThan(100);
      const none = (text: string) => {
        expect([...numbers].filter((custodyNumber) => text.includes(custodyNumber))).toEqual([]);
        expect(/W\/\d{4}\/\d{2}/.exec(text)).toBeNull();
      };
      for (const period of years.slice(0, 2))
        for (const by of [undefined, ...dimensions]) {
          const asked = { return: 'icv' as const, period, ...(by && { by }) };
          for (const as of ['json', 'csv'] as const)
            none(
              Buffer.from((await office.ask('returns.file', { ...asked, as })).bytes, 'base64').toString(),
            );
        }
    } finally {
      await office.end();
    }
  });
});
