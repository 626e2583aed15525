import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { saysWhen } from '#shared/rota/says-when.ts';

describe('Words beside a rota', () => {
  it.each([
    'Can you do Tuesday?',
    'not on MONDAYS please',
    'Thurs would suit me better',
    'Fri or the week after',
    'on sat if we can',
    'Are you free on a wed',
    'We said Sat, didn’t we',
    'Sat',
    'sun/mon',
    'at the weekend',
    'Only weekdays',
    'I am away tomorrow',
    'after the bank holiday',
    'Boxing Day is out',
    'not New Year’s Eve',
  ])('name no day of the week: %s', (text) => expect(saysWhen(text)).toBeDefined());

  it.each([
    '2026-11-03',
    'from 3/11/2026',
    '03.11.26',
    'on 3/11',
    '3 November',
    '3rd Nov',
    'the 3rd of November 2026',
    'third of May',
    'the twenty-first of March',
    'November 3rd',
    'Nov. 3',
    'December the fifth',
    'May 3',
    'I cannot before 3 May.',
    'on the 3rd',
    'until the third.',
    'by 21st, or later',
    '12th to 14th of June',
  ])('name no date: %s', (text) => expect(saysWhen(text)).toBeDefined());

  it.each([
    'at 9',
    'after six, if possible',
    'before 10 or after 4',
    '9am',
    '9 a.m.',
    'half past nine',
    'half nine suits us',
    'quarter to ten',
    'ten past two',
    'nine o’clock',
    "9 o'clock",
    '14:30',
    '14.30',
    'at 1430',
    '0930 hrs',
    '2030hours',
    'between two and four',
    'from 2 to 4',
    '2-ish',
    'around fiveish',
    'in the morning',
    'He works nights',
    'an evening visit',
    'about noon',
    'midnight',
    'at lunchtime',
    'in the early hours',
    '14h30',
    '９：３０',
    'Tues​day',
    'seven pm',
  ])('name no time of the day: %s', (text) => expect(saysWhen(text)).toBeDefined());

  it.each([
    '',
    'My daughter is getting married that week.',
    'She may go although her vetting is being renewed; the force has agreed in writing.',
    'Two of the three are ill',
    'the week of the panel meeting',
    'later in November 2026',
    'since 2019',
    'by 2027',
    'after 3 weeks',
    'before two more are trained',
    'from 2 panels',
    'until 2 others have joined',
    'the 3rd visit to this suite',
    'their first visit together',
    'on the third floor',
    'She sat beside the pair and learnt',
    'They were in the sun',
    'newly wed',
    'The other 3 may go',
    'They march on',
    '2/3 of the panel are away',
    'It is 10.5 miles away',
    'It costs £10.30',
    'We would like to go together',
    'about 12 visits a year',
    'Month by month',
    'Both were at one suite',
    'I have been in hospital; could you go instead of me?',
    'No vehicle. Lift from Hereford?',
    'Summer holiday',
  ])('may say anything else: %s', (text) => expect(saysWhen(text)).toBeUndefined());

  test('a day or a time is found wherever in the words it stands', () => {
    const named = fc.constantFrom('Tuesday', '3 November', '14:30', 'half past two', 'tonight', '9pm');
    const around = fc.constantFrom('we could go', 'please', '(if that suits)', 'or not', 'Thank you,');
    fc.assert(
      fc.property(around, named, around, (first, when, last) => {
        expect(saysWhen(`${first} ${when} ${last}`)).toBeDefined();
        expect(saysWhen(`${first} ${when.toUpperCase()}, ${last}`)).toBeDefined();
        expect(saysWhen(`${first} ${last}`)).toBeUndefined();
      }),
    );
  });

  test('what is long is read in no time to speak of, and to its end', () => {
    expect(saysWhen(`${'at 9 weeks '.repeat(2_500)}and then on Friday`)).toBe('Friday');
  });
});
