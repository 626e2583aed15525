import fc from 'fast-check';
import { expect, test } from 'vitest';
import { registry } from '#shared/records/registry.ts';
import type { Visit } from '#shared/records/visit.ts';
import type { Arrival } from '#shared/sync/accept.ts';
import { changeOf } from '#shared/sync/aside.ts';
import { canonical } from '#shared/sync/canonical.ts';
import { undo } from '#shared/sync/effect.ts';
import { hash, id, type Office, person, report, type Who, withDraft } from '#test/unit/sync/office.ts';

/** What somebody does to a detainee or an answer of the draft; `word` is theirs alone, so that it can be looked for. */
type Deed = (v: Visit, word: string) => void;
const detainee = id(50);
const ofDetainee = (v: Visit, edit: (d: Record<string, unknown>) => void) => {
  for (const d of v.detainees ?? []) if (d.id === detainee) edit(d);
};
const deeds: Record<string, Deed> = {
  comments: (v, word) => {
    v.comments = word;
  },
  briefing: (v, word) => {
    v.briefing = word;
  },
  // Times make sense only together.
  arrived: (v, word) => {
    v.arrived = `10:${word.slice(-2)}`;
  },
  left: (v, word) => {
    v.left = `11:${word.slice(-2)}`;
  },
  says: (v, word) => ofDetainee(v, (d) => Object.assign(d, { custodyNumber: word })),
  removes: (v) => {
    v.detainees = v.detainees?.filter((d) => d.id !== detainee);
  },
  putsAside: (v) => ofDetainee(v, (d) => Object.assign(d, { removed: '2026-05-04T12:00:00.000Z' })),
  adds: (v, word) => {
    v.detainees = [
      ...(v.detainees ?? []),
      { id: id(60 + Number(word.slice(-2))), order: word, custodyNumber: word },
    ];
  },
  clears: (v) => {
    delete v.comments;
  },
};
const names = Object.keys(deeds);
const start = {
  comments: 'Quiet',
  arrived: '10:00',
  left: '11:00',
  detainees: [{ id: detainee, order: 'a' }],
};

const devices = ['ann', 'bob', 'clara'] as const satisfies Who[];
type Script = readonly (readonly string[])[];

/** What each device seals while it hears of nobody: its second change lies on its first. */
const sealed = (office: Office, script: Script): { lines: Arrival[][]; words: Map<string, string> } => {
  const words = new Map<string, string>();
  let count = 10;
  const lines = script.map((own, i) => {
    const by = devices[i] as Who;
    let seen = office.report() as Visit;
    let after: string | null = null;
    return own.map((name): Arrival => {
      const next = structuredClone(seen);
      const word = `word-${++count}`;
      (deeds[name] as Deed)(next, word);
      const patch = changeOf(seen, next, registry.visit.groups);
      const arrival = office.change(by, 'visit', report, patch, { after });
      const said = JSON.stringify(patch);
      const looked = [word, `10:${count}`, `11:${count}`].find((one) => said.includes(one));
      if (looked) words.set(arrival.change.id, looked);
      [seen, after] = [next, arrival.change.id];
      return arrival;
    });
  });
  return { lines, words };
};

function* interleavings<T>(lines: readonly (readonly T[])[]): Generator<T[]> {
  if (lines.every((line) => line.length === 0)) yield [];
  for (const [i, line] of lines.entries()) {
    const [first, ...rest] = line;
    if (first !== undefined)
      for (const others of interleavings(lines.with(i, rest))) yield [first, ...others];
  }
}

const begin = () => withDraft(start);
const conflictsOf = (office: Office) =>
  (office.state.conflictsOf.get(`visit/${report}`) ?? []).map((key) =>
    office.document('conflict', key.slice(9)),
  );

/** What always holds, in whatever order the changes came. */
const holds = (office: Office, script: Script, order: readonly Arrival[], words: Map<string, string>) => {
  const all = canonical([office.report(), office.state.log, conflictsOf(office)]);
  for (const { change } of order) {
    const answer = office.state.answered.get(change.id);
    const said = JSON.stringify([script, change.patch, answer]);
    expect(['accepted', 'merged', 'conflict'], said).toContain(answer?.kind);
    const word = words.get(change.id);
    if (word) expect(all.includes(word), said).toBe(true);
    expect(office.hand({ sender: { device: change.device, person: change.by }, change }).kind).toBe(
      'duplicate',
    );
  }
  const rows = office.state.log.filter((row) => row.key === `visit/${report}`);
  let document: unknown = office.report();
  for (const row of rows.toReversed()) {
    const answer = office.state.answered.get(row.change.id);
    if (answer && 'content' in answer) expect(hash(canonical(document))).toBe(answer.content);
    document = row.patch && undo(document, row.patch);
  }
  for (const key of office.state.conflictsOf.get(`visit/${report}`) ?? [])
    expect(office.keys('conflict', key.slice(9))).toEqual(office.keys('visit', report));
};

const script = fc.tuple(
  ...devices.map(() => fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 2 })),
);

test('in every interleaving of what three laptops did to one report no word is lost', () => {
  fc.assert(
    fc.property(script, (wanted) => {
      const { lines } = sealed(begin(), wanted);
      for (const order of interleavings(lines.map((line, i) => line.map((_, j) => [i, j] as const)))) {
        const office = begin();
        const { lines: own, words } = sealed(office, wanted);
        const arrivals = order.map(([i, j]) => own[i]?.[j] as Arrival);
        for (const arrival of arrivals) office.hand(arrival);
        holds(office, wanted, arrivals, words);
      }
    }),
    { numRuns: 60 },
  );
});

test('changes that overtake one another are decided as if they had come in order', () => {
  fc.assert(
    fc.property(script, fc.infiniteStream(fc.nat(5)), (wanted, dice) => {
      const office = begin();
      const { lines, words } = sealed(office, wanted);
      const waiting = lines.flat();
      const arrivals: Arrival[] = [];
      while (waiting.length > 0)
        arrivals.push(...waiting.splice((dice.next().value as number) % waiting.length, 1));
      for (const arrival of arrivals) office.hand(arrival);
      holds(office, wanted, arrivals, words);
    }),
    { numRuns: 300 },
  );
});

test('changes to independent places come to the same in every order, and contest nothing', () => {
  const apart = ['comments', 'briefing', 'arrived', 'says', 'adds'];
  const orders = fc.shuffledSubarray(apart, { minLength: 3, maxLength: 5 });
  fc.assert(
    fc.property(orders, (wanted) => {
      const scripts = [wanted.slice(0, 1), wanted.slice(1, 3), wanted.slice(3)];
      const outcomes = new Set<string>();
      const { lines } = sealed(begin(), scripts);
      for (const order of interleavings(lines.map((line, i) => line.map((_, j) => [i, j] as const)))) {
        const office = begin();
        const { lines: own } = sealed(office, scripts);
        for (const [i, j] of order) office.hand(own[i]?.[j] as Arrival);
        expect(office.contested()).toEqual([]);
        outcomes.add(canonical(office.report()));
      }
      expect(outcomes.size).toBe(1);
    }),
    { numRuns: 20 },
  );
});

test('of two answers to one question the later becomes a conflict, whoever comes first, and settling ends it', () => {
  for (const [first, second] of [
    ['ann', 'bob'],
    ['bob', 'ann'],
  ] as const) {
    const office = begin();
    const seen = office.report() as Visit;
    office.changes(
      first,
      (v) => {
        v.comments = `${first} says so`;
      },
      seen,
    );
    office.changes(
      second,
      (v) => {
        v.comments = `${second} says so`;
      },
      seen,
    );
    const [contested] = office.contested();
    expect(contested?.values).toMatchObject([{ by: person(second) }]);
    const places = [{ path: ['comments'], was: `${first} says so`, now: 'Both are right' }];
    expect(contested && office.settles('ann', contested, places).kind).toBe('accepted');
    expect(office.report()?.comments).toBe('Both are right');
    expect(office.contested()).toEqual([]);
  }
});
