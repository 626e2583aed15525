import type { letterFamilies } from '#shared/records/letter.ts';
import type { LetterField } from './fields.ts';

type SchemeKind = (typeof letterFamilies.scheme.kinds)[number];

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

const ofMails = [
  { name: 'office', title: 'The local policing body', example: 'Commissioner for Bordershire' },
  { name: 'sender', title: 'Who writes it', example: 'Jo Example' },
  { name: 'to', title: 'Whom it is to', example: 'Ada Example and Ben Example' },
] as const satisfies LetterField[];
const suite = { name: 'suite', title: 'The custody suite', example: 'Millford' } as const;
const week = {
  name: 'week',
  title: 'The week, by its Monday: a rota knows no day and no time',
  example: 'the week of 2 November 2026',
} as const;

/** The fields of each kind of letter of the visiting scheme. */
export const schemeFields = {
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
  rotaReminder: [
    ...ofMails,
    { name: 'weeks', title: 'The weeks it is about', example: 'the week of 2 November 2026' },
    {
      name: 'places',
      title: 'Each place: its week, its suite and who goes, and never a day or a time',
      example: 'Week of 2 November 2026: Millford, Ada Example and Ben Example',
    },
  ],
  lateReport: [...ofMails, suite, week],
  cover: [
    ...ofMails,
    suite,
    week,
    {
      name: 'partner',
      title: 'Whom they would go with, or that nobody is found yet',
      example: 'Ada Example',
    },
  ],
  thanksReport: [
    ...ofMails,
    suite,
    { name: 'visited', title: 'The day of the visit, which the report says', example: '3 November 2026' },
  ],
  thanksConcern: [
    ...ofMails,
    suite,
    { name: 'reference', title: 'The number of the concern', example: 'C2026/0001' },
    { name: 'area', title: 'The area of the concern', example: 'conditions and facilities' },
    { name: 'raisedOn', title: 'The day it was raised', example: '30 October 2026' },
  ],
} as const satisfies { [K in SchemeKind]: readonly LetterField[] };
