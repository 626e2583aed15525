import { describe, expect, test } from 'vitest';
import { bigExample, makeExample } from '#desk/example/example.ts';
import { declaredBy, readThrough } from '#desk/example/read-through.ts';
import { westMercia } from '#desk/start-files/west-mercia.ts';
import { checkProblems } from '#shared/checks/problems.ts';
import { findingsIn } from '#shared/checks/timeline.ts';
import { waitsIn } from '#shared/checks/waits.ts';
import { visitForm } from '#shared/forms/default/index.ts';
import { checkForm } from '#shared/forms/default-check/index.ts';
import { reportSchema } from '#shared/forms/engine.ts';
import { derivedId } from '#shared/ids.ts';
import { namedId } from '#shared/imports/names.ts';
import { countDifferences, countsOfDetainees, standingCounts } from '#shared/records/counts.ts';
import { completeLadder, splitKeys } from '#shared/records/ladder.ts';
import { standing } from '#shared/records/person.ts';
import { answerTo, recommendationAnswers } from '#shared/records/recommendation.ts';
import { checkState } from '#shared/records/record-check.ts';
import { registry } from '#shared/records/registry.ts';
import { reviewState, reviewStates } from '#shared/records/review.ts';
import { routes } from '#shared/records/review-parts.ts';
import { defaultSettings } from '#shared/records/setting.ts';
import { shiftState } from '#shared/records/shift.ts';
import { suiteStatusOn } from '#shared/records/suite.ts';
import { delayMinutes, type Visit, visitMinutes, visitState } from '#shared/records/visit.ts';
import { placeOf, rotaInput } from '#shared/rota/input.ts';
import { objections } from '#shared/rota/objections.ts';
import { weekday } from '#shared/times.ts';

const office = '0190a5c2-7b1e-7c3a-9d4f-2b6c8e1a0f35';
const form = visitForm(derivedId(office, 'form', 'visit'));
const today = '2026-11-20';
const own = '0190a5c2-7b1e-7c3a-9d4f-2b6c8e1a0f36';
const wishes = { seed: 7, today, office, form, checkForm: checkForm(), own };
const example = makeExample(wishes);
const sent = example.visits.filter((v) => visitState(v) === 'ready');
const completed = sent.filter((v) => v.outcome === 'completed');
const share = (many: Visit[], holds: (v: Visit) => boolean) => many.filter(holds).length / many.length;
const total = (field: 'held' | 'offered' | 'accepted' | 'notAvailable') =>
  completed.reduce((sum, v) => sum + (standingCounts(v).total[field] ?? 0), 0);

describe.each([1, 7, 2026])('the example of seed %i', (seed) => {
  const made = makeExample({ ...wishes, seed });

  test('every record is as its schema wants it, and every id is its own', () => {
    const records = [
      ...[made.setting].map((r) => ['setting', r] as const),
      ...made.panels.map((r) => ['panel', r] as const),
      ...made.suites.map((r) => ['suite', r] as const),
      ...made.people.map((r) => ['person', r] as const),
      ...made.throughput.map((r) => ['throughput', r] as const),
      ...made.plans.map((r) => ['plan', r] as const),
      ...made.planItems.map((r) => ['planItem', r] as const),
      ...made.visits.map((r) => ['visit', r] as const),
      ...made.samples.map((r) => ['sample', r] as const),
      ...made.checks.map((r) => ['recordCheck', r] as const),
      ...made.contacts.map((r) => ['personContact', r] as const),
      ...made.files.map((r) => ['personFile', r] as const),
      ...made.interests.map((r) => ['interest', r] as const),
      ...made.monitoring.map((r) => ['monitoring', r] as const),
      ...made.sessions.map((r) => ['session', r] as const),
      ...made.availability.map((r) => ['availability', r] as const),
      ...made.shifts.map((r) => ['shift', r] as const),
      ...made.swaps.map((r) => ['swap', r] as const),
      ...made.claims.map(({ claim }) => ['claim', claim] as const),
      ...made.criteria.map((r) => ['criterion', r] as const),
      ...made.applicants.map((r) => ['contact', r] as const),
      ...made.reviews.map(({ stages }) => ['review', stages.at(-1)!.review] as const),
      ...made.reviews.flatMap(({ recommendations }) =>
        recommendations.map((r) => ['recommendation', r] as const),
      ),
      ...made.complaintSamples.map((r) => ['complaintSample', r] as const),
      ...made.scheduleTotals.map((r) => ['scheduleTotals', r] as const),
      ...made.engagements.map((r) => ['engagement', r] as const),
      ...made.assuranceRequests.map((r) => ['assuranceRequest', r] as const),
      ...made.monthlyFigures.map((r) => ['monthlyFigure', r] as const),
    ];
    for (const [type, record] of records) {
      expect(registry[type].schema.parse(record)).toEqual(record);
      expect(JSON.parse(JSON.stringify(record))).toEqual(record);
    }
    expect(new Set(records.map(([, r]) => r.id)).size).toBe(records.length);
    const report = reportSchema(form);
    for (const v of made.visits) expect(report.parse(v)).toEqual(v);
  });

  test('nobody visits before joining or after leaving, alone in person, or for another panel', () => {
    const people = new Map(made.people.map((p) => [p.id, p]));
    for (const v of made.visits) {
      expect(v.visitor1).not.toBe(v.visitor2);
      if (v.method === 'in-person') expect(v.visitor2).toBeDefined();
      // Whoever opens the example visits too, wherever somebody is wanted.
      for (const id of [v.visitor1, v.visitor2, v.trainee].filter((x) => x !== undefined)) {
        if (id === own) continue;
        const person = people.get(id);
        expect(person?.panel).toBe(v.panel);
        expect((person?.volunteer?.joined ?? '9') <= (v.date ?? '')).toBe(true);
        expect((person?.volunteer?.left ?? '9') > (v.date ?? '')).toBe(true);
      }
    }
  });

  test('nothing lies in the future, and no visit is completed in a closed suite', () => {
    const suites = new Map(made.suites.map((s) => [s.id, s]));
    for (const v of made.visits) {
      expect((v.date as string) < today).toBe(true);
      for (const e of v.events) expect(e.at.slice(0, 10) <= today).toBe(true);
      const suite = suites.get(v.suite as string);
      if (v.outcome === 'completed' && suite)
        expect(suiteStatusOn(suite, v.date as string)).not.toBe('closed');
    }
  });

  test('the last step of somebody’s way is where they stand, and each came after the one before', () => {
    const people = new Map(made.people.map((p) => [p.id, p]));
    for (const { person, steps } of made.files) {
      expect(steps.at(-1)?.to).toBe(people.get(person)?.volunteer?.status);
      const days = steps.map(({ on }) => on);
      expect(days).toEqual(days.toSorted());
      expect((days.at(-1) ?? '9') <= today).toBe(true);
    }
  });

  test('nobody stands in the rota who must not, of what is to come some still look for somebody, and weeks passed without a report', () => {
    const records = { office, visited: [], ...made };
    for (const shift of made.shifts.filter((one) => shiftState(one) === 'planned')) {
      const shifts = made.shifts.filter(({ week }) => week === shift.week);
      const against = objections(rotaInput({ ...records, shifts }, [shift.week]), placeOf(shift));
      expect(against.filter(({ weight }) => weight === 'must not')).toEqual([]);
    }
    const visited = new Set(made.visits.map(({ shift }) => shift));
    const before = made.shifts.filter(({ week, id }) => week < '2026-11-16' && !visited.has(id));
    expect(new Set(before.map(shiftState))).toEqual(new Set(['planned', 'missed']));
    expect(made.shifts.some(({ second }) => second === undefined)).toBe(true);
    expect(made.shifts.some(({ cover }) => cover !== undefined)).toBe(true);
    expect(visited.size).toBeGreaterThan(50);
  });

  test('claims are in every state that there is, for visits of whoever claims', () => {
    const visits = new Map(made.visits.map((v) => [v.id, v]));
    const last = made.claims.map(({ steps }) => steps.length);
    expect(new Set(last)).toEqual(new Set([0, 1, 2, 3]));
    for (const { claim } of made.claims)
      for (const line of claim.lines) {
        const visit = visits.get(line.for.id);
        expect([visit?.visitor1, visit?.date]).toEqual([claim.person, line.on]);
      }
  });

  test('mistakes of every kind are there', () => {
    const received = made.visits.filter((v) => v.outcome === 'completed' && visitState(v) === 'ready');
    const remainders = received.map((v) => completeLadder(v.counts.total ?? {}).unexplained);
    expect(remainders.some((r) => r !== null && r > 0)).toBe(true);
    expect(remainders.some((r) => r !== null && r < 0)).toBe(true);
    expect(received.some((v) => v.counts.total?.held === undefined)).toBe(true);
    expect(received.some((v) => v.counts.total?.notOffered === undefined)).toBe(true);
    expect(
      received.some((v) => {
        const { offered, accepted, declined } = v.counts.total ?? {};
        return offered !== undefined && accepted !== undefined && offered !== accepted + (declined ?? 0);
      }),
    ).toBe(true);
    expect(received.some((v) => (delayMinutes(v) ?? 0) > 10 && !v.delayReason)).toBe(true);
    const places = received.map((v) => `${v.suite} ${v.date} ${v.arrived}`);
    expect(places.length - new Set(places).size).toBeGreaterThanOrEqual(1);
  });
});

test('whoever opens it made three of the newest reports, and has one begun with three detainees', () => {
  const theirs = (visits: Visit[]) => visits.filter((v) => [v.visitor1, v.visitor2].includes(own));
  expect(theirs(sent)).toEqual([sent.at(-9), sent.at(-5), sent.at(-3)]);
  const [begun] = theirs(example.visits.filter((v) => visitState(v) === 'draft'));
  const groups = begun?.detainees?.map((d) => Object.keys(d.groups ?? {}).length);
  expect(groups).toEqual([5, 1, 0]);
  const office = (place: number) => readThrough(sent.at(-1 - place) as Visit, place, 'office').at(-1)?.to;
  expect([2, 4, 8].map(office)).toEqual([undefined, 'queried', 'accepted']);
  expect(declaredBy(sent.at(-3) as Visit, 2)).not.toContain(own);
  expect(declaredBy(sent.at(-9) as Visit, 8)).toContain(own);
});

test('the same seed makes the same example, another seed another', () => {
  expect(makeExample(wishes)).toEqual(example);
  expect(makeExample({ ...wishes, seed: 8 }).visits[0]).not.toEqual(example.visits[0]);
});

test('it has the size of a real scheme, and grows', () => {
  expect([example.suites.length, example.panels.length]).toEqual([5, 4]);
  expect(example.people.length).toBeGreaterThanOrEqual(38);
  expect(example.setting.invented).toBe(true);
  const years = [0, 1, 2].map((n) => {
    const [from, to] = [`${2023 + n}-11-20`, `${2024 + n}-11-20`];
    return sent.filter((v) => (v.date as string) >= from && (v.date as string) < to).length;
  });
  expect(years[1]).toBeGreaterThan(years[0] as number);
  expect(years[2]).toBeGreaterThan(years[1] as number);
  for (const n of years) expect(Math.abs(n - 220)).toBeLessThan(35);
  expect(example.throughput.filter((t) => t.month >= '2025-04' && t.month < '2026-04')).toHaveLength(60);
  expect(example.visits.filter((v) => visitState(v) === 'draft')).toHaveLength(3);
});

test('its visits spread as visits do', () => {
  expect(share(sent, (v) => v.outcome === 'abandoned')).toBeLessThan(0.08);
  expect(share(sent, (v) => v.outcome === 'completed')).toBeGreaterThan(0.9);
  expect(share(sent, (v) => v.method === 'in-person')).toBeGreaterThan(0.9);
  expect(share(sent, (v) => weekday(v.date as string) > 5)).toBeLessThan(0.2);
  expect(
    share(sent, (v) => (v.arrived as string) >= '22:00' || (v.arrived as string) < '06:00'),
  ).toBeLessThan(0.08);
  const delays = completed.map(delayMinutes).filter((d) => d !== null);
  expect(delays.filter((d) => d <= 8).length / delays.length).toBeGreaterThan(0.8);
  expect(Math.max(...delays)).toBeLessThanOrEqual(45);
  expect(Math.max(...delays)).toBeGreaterThan(20);
  for (const v of completed) expect(visitMinutes(v)).toBeGreaterThanOrEqual(delayMinutes(v) as number);
});

test('about 47 in a hundred of those held talk to the visitors', () => {
  expect(total('accepted') / total('held')).toBeGreaterThan(0.42);
  expect(total('accepted') / total('held')).toBeLessThan(0.52);
  expect(total('accepted') / total('offered')).toBeGreaterThan(0.7);
});

test('columns and reasons agree with the whole ladder on most forms', () => {
  const counted = completed.filter((v) => !v.detainees);
  const split = counted.filter((v) => v.counts.splits);
  expect(split.length / counted.length).toBeGreaterThan(0.7);
  expect(
    share(split, (v) => {
      const held = splitKeys.reduce((sum, key) => sum + (v.counts.splits?.[key]?.held ?? 0), 0);
      return held === v.counts.total?.held;
    }),
  ).toBeGreaterThan(0.95);
  expect(share(completed, (v) => completeLadder(standingCounts(v).total).unexplained === 0)).toBeGreaterThan(
    0.9,
  );
});

describe('its latest reports enter detainees one by one', () => {
  const entering = completed.filter((v) => v.detainees);
  const detainees = entering.flatMap((v) => v.detainees ?? []);

  test('a few people each, known by an invented custody number alone, and met in every way', () => {
    expect(entering.length).toBeGreaterThan(40);
    expect(Math.max(...entering.map((v) => v.detainees?.length ?? 0))).toBeLessThanOrEqual(6);
    expect(Math.min(...entering.map((v) => Date.parse(v.date ?? '')))).toBeGreaterThan(
      Date.parse('2025-10-01'),
    );
    for (const d of detainees) expect(d.custodyNumber).toMatch(/^W\/\d{4}\/2[56]$/);
    expect(new Set(detainees.map((d) => d.seen?.state)).size).toBe(4);
    const known = detainees.filter((d) => d.ethnicity).length / detainees.length;
    expect(known).toBeGreaterThan(0.3);
    expect(known).toBeLessThan(0.7);
    const closings = detainees.flatMap((d) => Object.values(d.groups ?? {}));
    expect(new Set(closings)).toEqual(new Set(['no concerns', 'to report', 'not asked']));
    expect(closings.filter((c) => c === 'no concerns').length / closings.length).toBeGreaterThan(0.8);
  });

  test('their counts are those of the report, but for the one that forgot somebody', () => {
    const differing = entering.filter((v) => countDifferences(v).length > 0);
    expect(differing).toHaveLength(1);
    for (const v of entering.filter((one) => !differing.includes(one)))
      expect(standingCounts(v).total).toEqual(countsOfDetainees(v)?.total);
  });

  test('matters are raised for some of them, with every outcome', () => {
    const matters = entering.flatMap((v) => v.matters ?? []);
    const ids = new Set(detainees.map((d) => d.id));
    expect(matters.some((m) => m.detainee === undefined)).toBe(true);
    for (const m of matters) if (m.detainee) expect(ids.has(m.detainee)).toBe(true);
    expect(new Set(matters.map((m) => m.outcome)).size).toBe(4);
  });

  test('whoever waited long says how it was explained, and some were told nothing', () => {
    const recent = sent.filter((v) => v.keptWaiting !== undefined);
    for (const v of recent) expect(v.keptWaiting).toBe((delayMinutes(v) ?? 0) > 10);
    const explained = recent.flatMap((v) => v.delayExplained ?? []);
    expect(new Set(explained)).toEqual(new Set(['danger', 'other reason', 'no explanation given']));
  });
});

test('vetting stands every way it can, and so do volunteers', () => {
  const vetting = example.people
    .filter((p) => p.volunteer?.status === 'accredited')
    .map((p) => standing(p.volunteer?.vettingExpires, today));
  expect(new Set(vetting)).toEqual(new Set(['in date', 'expiring', 'expired', 'no data']));
  expect(new Set(example.people.flatMap((p) => p.volunteer?.status ?? [])).size).toBe(9);
});

test('reviews stand at every step of their way, are late or not, and the force has answered in every way or is silent', () => {
  const reviews = example.reviews.map(({ stages }) => stages.at(-1)!.review);
  const made = example.reviews.flatMap(({ recommendations }) => recommendations);
  expect(reviews.length).toBeGreaterThan(40);
  expect(new Set(reviews.map(reviewState))).toEqual(new Set(reviewStates));
  expect(new Set(reviews.map(({ route }) => route))).toEqual(new Set(routes));
  expect(reviews.some(({ late }) => late?.accepted)).toBe(true);
  expect(reviews.some(({ learning }) => learning.length > 0)).toBe(true);
  expect(new Set(made.map((one) => answerTo(one)?.answer))).toEqual(
    new Set([...recommendationAnswers, undefined]),
  );
  expect(made.some(({ changed }) => changed.length > 0)).toBe(true);
  const days = example.reviews.flatMap(({ stages }) => stages.map(({ on }) => on));
  expect(days.every((day) => day <= today)).toBe(true);
  const told = [...reviews.flatMap((r) => r.told), ...made.flatMap((r) => [...r.answers, ...r.changed])];
  expect(told.every(({ on }) => on <= today)).toBe(true);
});

test('no words name anybody', () => {
  const names = example.people.flatMap((p) => p.name.split(' '));
  const said = JSON.stringify(
    example.visits.map((v) => [
      v.comments,
      v.praiseWords,
      v.sergeant,
      v.escort,
      v.answers,
      v.detainees,
      v.matters,
    ]),
  );
  for (const name of names) expect(said).not.toMatch(new RegExp(`\\b${name}\\b`));
});

test('an example of any size comes one visit at a time', () => {
  const big = bigExample({ ...wishes, visits: 3_000, years: 10 });
  const first = big.visits.next().value as Visit;
  expect((first.date as string) >= '2016-11-20').toBe(true);
  let count = 1;
  let last = first;
  for (const v of big.visits) {
    count++;
    last = v;
  }
  expect(count).toBe(3_000);
  expect((last.date as string) > '2026-11-01').toBe(true);
  expect(registry.visit.schema.parse(last)).toEqual(last);
});

test("West Mercia's start file has its areas, panels and suites and nothing invented", () => {
  const start = westMercia({ office });
  expect(registry.setting.schema.parse(start.setting)).toEqual(start.setting);
  for (const s of start.suites) expect(registry.suite.schema.parse(s)).toEqual(s);
  for (const p of start.panels) expect(registry.panel.schema.parse(p)).toEqual(p);
  expect(start.setting.invented).toBe(false);
  expect(start.suites.every((s) => start.setting.areas.includes(s.area as string))).toBe(true);
  expect(start.suites.every((s) => start.panels.some((p) => p.id === s.panel))).toBe(true);
  expect(start.suites.find((s) => s.name === 'Hereford')?.id).toBe(namedId(office, 'suite', 'HEREFORD'));
  const shropshire = start.suites.filter((s) => s.panel === namedId(office, 'panel', 'Shropshire'));
  expect(shropshire.map((s) => s.name)).toEqual(['Shrewsbury (Monkmoor)', 'Telford (Malinsgate)']);
});

describe('the record checks of the example', () => {
  const { checks, samples } = example;
  const done = checks.filter((c) => checkState(c) === 'done');
  const found = new Set(done.flatMap((c) => findingsIn(c).map(({ kind }) => kind)));

  test('about forty of one year, chiefly of children, women and people in poor mental health, and two drafts', () => {
    expect(done.length).toBeGreaterThan(36);
    expect(done.length).toBeLessThan(48);
    expect(checks.length - done.length).toBe(2);
    for (const cohort of ['children', 'women', 'mental health'])
      expect(done.filter((c) => c.cohort === cohort).length).toBeGreaterThan(2);
    for (const { checkedOn = '' } of checks) expect(checkedOn > '2025-11-20' && checkedOn < today).toBe(true);
  });

  test('nothing is left to be put right in those that are done, and nobody is named in them', () => {
    for (const check of done) expect(checkProblems(checkForm(), check, defaultSettings)).toEqual([]);
  });

  test('time lines go over midnight, tell waits, and have late and grouped entries, some of them', () => {
    for (const kind of ['late', 'grouped', 'review', 'apart', 'notTimed'] as const)
      expect(found).toContain(kind);
    for (const kind of ['enteredBefore', 'cameBefore'] as const) expect(found).not.toContain(kind);
    const grouped = done.filter((c) => findingsIn(c).some(({ kind }) => kind === 'grouped'));
    expect(grouped.length).toBeLessThan(done.length / 2);
    expect(done.some((c) => new Set(c.entries.map((e) => e.done?.on)).size > 2)).toBe(true);
    expect(new Set(done.flatMap((c) => waitsIn(c).waits.map(({ wait }) => wait))).size).toBeGreaterThan(6);
  });

  test('most of a sample is read, and what was drawn was drawn with its seed', () => {
    const [sample] = samples;
    const own = checks.filter((c) => c.sample === sample?.id);
    expect(own.map((c) => c.custodyNumber).sort()).toEqual(sample?.drawn.toSorted());
    expect(own.filter((c) => checkState(c) === 'draft')).toHaveLength(2);
  });
});
