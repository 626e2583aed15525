import type { Section } from '../definition.ts';
import { dealtWith, longText, raisedBy, spokenTo, under18, yes, yesNo } from './parts.ts';

/** The first review of detention is due six hours after it was authorised (PACE s.40). */
const reviewDue = [{ field: 'hoursHeld', above: 5 }];

/** How long they are held, and who looks at it: reviews are among the five causes for concern of the 2022 inspection. */
export const process: Section = {
  id: 'process',
  title: 'Time in custody',
  of: 'detainee',
  closable: true,
  guidance:
    'Reviews are due after 6 hours and then every 9. Were they made, and was the detainee told? Look twice at anyone who has been here for more than a day, or has been charged or remanded.',
  when: [...dealtWith, { field: 'stayAsked', is: [true] }],
  questions: [
    yesNo('reviewsTold', 'Were they told what came of their reviews?', {
      hint: 'Or reminded of their rights, if asleep at the time (PACE Code C 15).',
      when: [...reviewDue, ...spokenTo],
      always: true,
      onPaper: true,
      ...raisedBy(false, 'rights'),
    }),
    yesNo('childOvernight', 'Is the child being kept here overnight?', {
      when: under18,
      always: true,
      onPaper: true,
    }),
    yesNo('bedAsked', 'Was the local authority asked for a bed?', {
      hint: 'For a child charged and refused bail (PACE s.38(6), Code C 16.7).',
      when: [...under18, ...yes('childOvernight')],
      always: true,
      ...raisedBy(false, 'rights', 'high'),
    }),
    yesNo('reviewsOnTime', 'Were all reviews made on time?', {
      hint: 'PACE s.40',
      ...raisedBy(false, 'rights', 'high'),
    }),
    yesNo('extended', 'Was a longer stay authorised, and did they have their say?', {
      hint: 'Beyond 24 hours by a superintendent, beyond 36 by a court (PACE ss.42, 43).',
      when: [{ field: 'hoursHeld', above: 23 }],
      ...raisedBy(false, 'rights', 'high'),
    }),
    yesNo('charged', 'Have they been charged or remanded?'),
    {
      id: 'chargedHours',
      text: 'How many hours ago?',
      hint: 'Whole hours, as the custody record says.',
      kind: 'number',
      nonAnswers: true,
      when: yes('charged'),
    },
    longText('processWords', 'What should be known about their time in custody?'),
  ],
};
