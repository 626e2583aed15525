import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Draft, nothingAside, withUnread } from '#renderer/visits/draft/draft.ts';
import {
  linesOf,
  mostPeople,
  numbersKey,
  rowsKey,
  withStubs,
  wrongWith,
} from '#renderer/visits/notes/numbers.ts';
import { stepFrom, stepsOf } from '#renderer/visits/notes/steps.ts';
import { visitForm } from '#shared/forms/default/index.ts';
import { newId } from '#shared/ids.ts';
import { contactStates } from '#shared/records/detainee.ts';
import { detaineesOf, outcomes, type Visit } from '#shared/records/visit.ts';

const id = (n: number) => `0190a5c2-7b1e-7c3a-9d4f-${String(n).padStart(12, '0')}`;
const form = visitForm(id(1));
const settings = { delayThreshold: 10, asksSatisfactory: false };
const blank: Draft = {
  visit: {
    id: id(2),
    form: { id: form.id, version: 1 },
    events: [],
    corrections: [],
    counts: {},
    answers: {},
  },
  aside: nothingAside,
};

/** A custody number as it stands on paper, and the ways in which a tired person types the same one. */
const number = fc.stringMatching(/^[0-9]{2}[A-Z]{2}\/[0-9]{1,4}$/);
const sloppily = (text: string) =>
  fc.constantFrom(text, text.toLowerCase(), ` ${text}`, `${text}  `, text.replace('/', ' / '));
const line = fc.oneof({ weight: 4, arbitrary: number.chain(sloppily) }, fc.constantFrom('', '   ', '\r'));
const box = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));

const typed = (draft: Draft, numbers: string, rows = '') =>
  withUnread(withUnread(draft, numbersKey, numbers || undefined), rowsKey, rows || undefined);
/** Continue is pressed: all stubs of one press are made in one moment, those of the next in a later one. */
let clock = Date.UTC(2026, 10, 21);
const copied = (draft: Draft, numbers: string, rows = '') => {
  clock += 1;
  const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
  return withStubs(typed(draft, numbers, rows), () => newId({ now: () => clock, random }));
};
const people = ({ visit }: Draft) => detaineesOf(visit).map(({ custodyNumber }) => custodyNumber);
const bare = (text = '') => text.replaceAll(/\s/g, '').toUpperCase();

test('every number of the sheet is one detainee, in the order of the sheet, however carelessly it is typed', () => {
  fc.assert(
    fc.property(box, (text) => {
      const expected = [...new Set(text.split('\n').map(bare).filter(Boolean))];
      expect(people(copied(blank, text)).map(bare)).toEqual(expected);
    }),
  );
});

test('going back and copying the same sheet again enters nobody twice, and adds who was forgotten', () => {
  fc.assert(
    fc.property(box, box, (first, second) => {
      const once = copied(blank, first);
      expect(copied(once, first).visit).toEqual(once.visit);
      const both = copied(once, `${first}\n${second}`);
      expect(people(both).slice(0, people(once).length)).toEqual(people(once));
      expect(new Set(people(both).map(bare)).size).toBe(people(both).length);
      expect(people(both).map(bare).toSorted()).toEqual(
        [...new Set(linesOf(`${first}\n${second}`).map(bare))].toSorted(),
      );
    }),
  );
});

test('what was taken in leaves the boxes empty; of people without a number so many are entered as there are', () => {
  fc.assert(
    fc.property(box, fc.nat({ max: 40 }), (text, rows) => {
      const draft = copied(blank, text, String(rows));
      expect(draft.aside).toEqual(nothingAside);
      const nameless = people(draft).filter((one) => one === undefined).length;
      expect(nameless).toBe(rows);
    }),
  );
});

test('more people than a report takes are told of before anybody is entered', () => {
  fc.assert(
    fc.property(box, fc.nat({ max: mostPeople * 2 }), (text, rows) => {
      const people = linesOf(text).length + rows;
      expect(Object.keys(wrongWith(typed(blank, text, String(rows)))).length > 0).toBe(people > mostPeople);
    }),
  );
});

test('where a number is wanted and a word stands, the word adds nobody', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z -]{1,8}$/), (word) => {
      expect(people(copied(blank, '', word))).toEqual([]);
    }),
  );
});

const visits = fc
  .record({
    outcome: fc.option(fc.constantFrom(...outcomes), { nil: undefined }),
    states: fc.array(fc.option(fc.constantFrom(...contactStates), { nil: undefined }), { maxLength: 4 }),
  })
  .map(
    ({ outcome, states }): Visit => ({
      ...blank.visit,
      ...(outcome && { outcome }),
      detainees: states.map((state, i) => ({
        id: id(10 + i),
        order: id(10 + i),
        ...(state && { seen: { state } }),
      })),
    }),
  );

test('Continue leads through the steps in their order to the last, and the way back is the same', () => {
  fc.assert(
    fc.property(visits, (visit) => {
      const order = stepsOf(form).map((step) => step.id);
      const walk = (from: (typeof order)[number], by: 1 | -1): string[] => {
        const next = stepFrom(from, by, form, visit, settings);
        return next ? [next.id, ...walk(next.id, by)] : [];
      };
      const there = walk('visit', 1);
      expect(there.at(-1)).toBe('notes');
      expect(there).toEqual(order.filter((one) => there.includes(one)));
      expect(['visit', ...there]).toEqual([...walk('notes', -1).toReversed(), 'notes']);
    }),
  );
});
