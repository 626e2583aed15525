import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  actionHeads,
  actionSheet,
  actionSubject,
  actionText,
  noMatters,
} from '#shared/forms/action-sheet.ts';
import type { Matter } from '#shared/records/detainee.ts';
import { form, id, settings, spoken, visitTo } from './reports.ts';

const names = { [id(3)]: 'Hereford', [id(4)]: 'Ann Bright', [id(5)]: 'Bo Clarke' };
const matter = (n: number, more: Partial<Matter>): Matter => ({
  id: id(200 + n),
  order: id(200 + n),
  ...more,
});
const sheetOf = (matters: Matter[], more = {}) =>
  actionSheet(form, visitTo([spoken(1)], { matters, ...more }), settings, names);

test('the action sheet says what was raised, for whom by custody number, who was told and by when it was promised', () => {
  const sheet = sheetOf([
    matter(1, {
      what: 'A blanket',
      detainee: id(101),
      toldTo: 'Sgt 12',
      answer: 'Will be brought',
      outcome: 'outstanding',
      promisedBy: 'by 18:00',
    }),
    matter(2, { what: 'Shower out of use', outcome: 'already addressed' }),
  ]);
  expect(sheet.matters).toEqual([
    {
      about: 'Detainee W/0001/26',
      what: 'A blanket',
      toldTo: 'Sgt 12',
      answer: 'Will be brought',
      outcome: 'Outstanding',
      promisedBy: 'by 18:00',
    },
    { about: 'The suite', what: 'Shower out of use', outcome: 'Already addressed before you raised it' },
  ]);
  expect(sheet.facts.map(({ value }) => value)).toEqual(['Hereford', '19 November 2026']);
});

test('a matter that is for the office alone is not on the sheet, and the sheet is as if it had never been', () => {
  const kept = matter(1, { what: 'An officer swore at me', toldTo: 'Nobody', shared: { what: false } });
  const other = matter(2, { what: 'A book' });
  expect(sheetOf([kept, other])).toEqual(sheetOf([other]));
  expect(sheetOf([kept])).toEqual(sheetOf([]));
  expect(actionText(sheetOf([kept]), null)).toContain(noMatters);
});

test('no visitor is named on it, and what the mail is about says nothing of a detainee', () => {
  const sheet = sheetOf([matter(1, { what: 'A blanket', detainee: id(101) })]);
  const text = actionText(sheet, null);
  expect(text).not.toMatch(/Ann Bright|Bo Clarke/);
  expect(actionSubject(sheet)).toBe('Station action sheet, Hereford, 19 November 2026');
});

test('an exercise says on the sheet that it is one, and invented data that it is invented', () => {
  const practice = { id: id(9), from: 'draft', to: 'practice', by: id(4), at: '2026-11-19T10:00:00Z' };
  expect(actionText(sheetOf([], { events: [practice] }), null)).toContain('Practice: an exercise');
  expect(actionText(sheetOf([]), 'Invented data: no real person').split('\n')[0]).toMatch(/^Invented data/);
});

test('whatever was raised, everything on the sheet is in the mail, under the same heads', () => {
  const words = fc.string({ minLength: 1, maxLength: 40 });
  const raised = fc.record({
    what: words,
    toldTo: words,
    answer: words,
    promisedBy: words,
    outcome: fc.constantFrom('resolved' as const, 'outstanding' as const),
  });
  fc.assert(
    fc.property(fc.array(raised, { maxLength: 8 }), (all) => {
      const sheet = sheetOf(all.map((one, i) => matter(i, one)));
      const text = actionText(sheet, null);
      for (const { about, ...line } of sheet.matters) {
        expect(text).toContain(about);
        for (const [field, said] of Object.entries(line))
          expect(text).toContain(`${actionHeads[field as keyof typeof actionHeads]}: ${said}`);
      }
    }),
  );
});
