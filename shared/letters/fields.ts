import type { LetterKind } from '#shared/records/letter.ts';

/** A place in a template that is filled in when a letter is written: `{{name}}`. */
export type LetterField = { name: string; title: string; example: string };

const common = [
  { name: 'office', title: 'The local policing body', example: 'Commissioner for Bordershire' },
  { name: 'date', title: 'The day of the letter', example: '2 November 2026' },
  { name: 'to', title: 'Whom it is to', example: 'Inspector Example' },
  { name: 'sender', title: 'Who writes it', example: 'Jo Example' },
  { name: 'suite', title: 'The custody suite', example: 'Millford' },
  { name: 'due', title: 'The day by which an answer is asked for', example: '16 November 2026' },
] as const satisfies LetterField[];

const ofConcerns = [
  { name: 'reference', title: 'The number of the concern, or of each', example: 'C2026/0001' },
  {
    name: 'concerns',
    title: 'Each concern: its number, the day it was raised, its area and its words',
    example:
      'C2026/0001, raised on 30 October 2026 (conditions and facilities)\nThe call bell of cell 4 could not be heard at the desk.',
  },
  {
    name: 'matter',
    title: 'The words of the concern alone',
    example: 'The call bell of cell 4 could not be heard at the desk.',
  },
  { name: 'area', title: 'The area of the concern', example: 'conditions and facilities' },
  { name: 'raisedOn', title: 'The day it was raised', example: '30 October 2026' },
  {
    name: 'custodyNumber',
    title: 'The custody record number, where the concern is about one detainee',
    example: 'W/0001/26',
  },
] as const satisfies LetterField[];

/** The fields of each kind of letter. A new kind of letter begins here: nothing else lists them. */
export const letterFields = {
  concern: [...common, ...ofConcerns],
  reminder: [
    ...common,
    ...ofConcerns,
    { name: 'askedOn', title: 'The day of the letter that has no answer', example: '2 October 2026' },
    { name: 'wasDue', title: 'The day by which that letter asked for one', example: '16 October 2026' },
  ],
  suiteSheet: [
    ...common,
    { name: 'month', title: 'The month of the sheet', example: 'November 2026' },
    { name: 'count', title: 'How many concerns stand on it, in words', example: '3 concerns' },
  ],
} as const satisfies Record<LetterKind, readonly LetterField[]>;

export const kindNames: Record<LetterKind, string> = {
  concern: 'Letter about concerns',
  reminder: 'Reminder of a late answer',
  suiteSheet: 'Cover words of the monthly sheet',
};

/** What the fields of a kind hold; a value that is not there leaves its field standing. */
export type LetterValues<K extends LetterKind = LetterKind> = {
  [N in (typeof letterFields)[K][number]['name']]?: string | undefined;
};

/** The values that a template is shown with before there is a letter. */
export const exampleValues = (kind: LetterKind): LetterValues =>
  Object.fromEntries(letterFields[kind].map(({ name, example }) => [name, example]));
