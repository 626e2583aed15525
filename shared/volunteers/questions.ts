import { derivedId } from '#shared/ids.ts';
import type { Setting } from '#shared/records/setting.ts';
import type { MonitoringQuestion } from './monitoring.ts';

export const preferNot = 'Prefer not to say';

/**
 * What an office asks until it has its own list: the protected characteristics of the Equality Act 2010 that can be
 * asked of a volunteer, in the words of the 2021 census of England and Wales where it asked them. They are the office's
 * to change, and so are the census shares of its area, of which none is assumed here.
 */
const asked: readonly (readonly [key: string, question: string, options: readonly string[]])[] = [
  ['age', 'Age', ['18 to 24', '25 to 34', '35 to 44', '45 to 54', '55 to 64', '65 to 74', '75 or over']],
  ['sex', 'Sex', ['Female', 'Male']],
  ['gender', 'Is the gender you identify with the same as your sex registered at birth?', ['Yes', 'No']],
  [
    'ethnicity',
    'Ethnic group',
    [
      'Asian, Asian British or Asian Welsh',
      'Black, Black British, Black Welsh, Caribbean or African',
      'Mixed or multiple ethnic groups',
      'White: English, Welsh, Scottish, Northern Irish or British',
      'White: Irish, Gypsy or Irish Traveller, Roma or other White',
      'Other ethnic group',
    ],
  ],
  ['disability', 'Are you disabled under the Equality Act?', ['Yes', 'No']],
  [
    'religion',
    'Religion or belief',
    ['No religion', 'Buddhist', 'Christian', 'Hindu', 'Jewish', 'Muslim', 'Sikh', 'Other religion or belief'],
  ],
  [
    'orientation',
    'Sexual orientation',
    ['Straight or heterosexual', 'Gay or lesbian', 'Bisexual', 'Other sexual orientation'],
  ],
];

/** The list an office begins with; its ids are derived, so that answers given before it is changed stay with it. */
const defaultQuestions = (office: string): MonitoringQuestion[] =>
  asked.map(([key, question, options]) => ({
    id: derivedId(office, 'monitoring', key),
    question,
    options: [...options, preferNot].map((name) => ({
      id: derivedId(office, 'monitoring', `${key}: ${name}`),
      name,
    })),
  }));

/** What the office asks: its own list once it has one. */
export const questionsOf = (
  { monitoring }: Pick<Setting, 'monitoring'>,
  office: string,
): MonitoringQuestion[] => monitoring ?? defaultQuestions(office);
