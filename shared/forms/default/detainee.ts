import { contactStates, ethnicities, recordConsents } from '#shared/records/detainee.ts';
import { ageGroups, notAvailableReasons, notOfferedReasons, sexes } from '#shared/records/ladder.ts';
import type { Condition, Question, Section } from '../definition.ts';
import { areas, began, longText, options, spokenTo } from './parts.ts';

const offered: Condition = [{ field: 'seen.state', is: ['accepted', 'declined'] }];
const notMet: Condition = [{ field: 'seen.state', is: ['declined', 'notAvailable', 'notOffered'] }];
const denied: Condition = [
  { field: 'seen.state', is: ['notAvailable'] },
  { field: 'seen.reason', is: ['access denied'] },
];

/** Access to one detainee may be denied only as Code of Practice 2013 says, and both records must show it. */
const denial: Question[] = [
  {
    id: 'denialOfficer',
    text: 'Who denied you access to them?',
    hint: 'Only an inspector or above may. Rank and collar number are enough.',
    kind: 'text',
    field: 'denial.officer',
    when: denied,
  },
  longText('denialGround', 'On what ground?', {
    hint: 'Risk to you, or that the visit would get in the way of the investigation.',
    field: 'denial.ground',
    when: denied,
  }),
  {
    id: 'denialInReport',
    text: 'Is the denial recorded in this report, with officer and ground?',
    kind: 'yesNo',
    field: 'denial.inReport',
    when: denied,
  },
  {
    id: 'denialInRecord',
    text: 'Is the denial recorded in the custody record?',
    hint: 'Ask to see the entry.',
    kind: 'yesNo',
    field: 'denial.inCustodyRecord',
    when: denied,
    raises: { is: [false], area: areas.rights, severity: 'high' },
  },
];

/** Who they are to the report, how they were met, and whether their record may be read. */
export const person: Section = {
  id: 'person',
  title: 'The detainee',
  of: 'detainee',
  guidance:
    'By custody record number only: never a name, a date of birth or an offence. Go to children and vulnerable people first.',
  when: began,
  questions: [
    {
      id: 'custodyNumber',
      text: 'Custody record number',
      kind: 'text',
      field: 'custodyNumber',
      must: true,
      onPaper: true,
    },
    {
      id: 'seenState',
      text: 'Did you speak to them?',
      hint: 'They decide for themselves, at any age. Somebody asleep is not woken.',
      kind: 'choice',
      field: 'seen.state',
      must: true,
      onPaper: true,
      options: options(contactStates, {
        accepted: 'Yes, they agreed to talk',
        declined: 'No, they declined',
        notAvailable: 'No, they were not available',
        notOffered: 'No, they were available but not offered a conversation',
      }),
    },
    {
      id: 'whyNotAvailable',
      text: 'Why were they not available?',
      kind: 'choice',
      field: 'seen.reason',
      when: [{ field: 'seen.state', is: ['notAvailable'] }],
      onPaper: true,
      options: options(notAvailableReasons, { 'access denied': 'You were denied access to them' }),
    },
    {
      id: 'whyNotOffered',
      text: 'Why were they not offered a conversation?',
      kind: 'choice',
      field: 'seen.reason',
      when: [{ field: 'seen.state', is: ['notOffered'] }],
      onPaper: true,
      options: options(notOfferedReasons, {
        'visitors ran out of time': 'You ran out of time',
        'staff could not escort': 'Staff could not escort you',
      }),
    },
    ...denial,
    {
      id: 'observed',
      text: 'Did you see them, without speaking?',
      kind: 'yesNo',
      field: 'seen.observed',
      when: notMet,
      onPaper: true,
    },
    {
      id: 'recordOnly',
      text: 'Did you read their custody record?',
      kind: 'yesNo',
      field: 'seen.record',
      when: notMet,
      onPaper: true,
    },
    {
      id: 'ageGroup',
      text: 'Adult or under 18?',
      kind: 'choice',
      field: 'ageGroup',
      onPaper: true,
      options: options(ageGroups, { under18: 'Under 18' }),
    },
    {
      id: 'sex',
      text: 'Sex or gender',
      kind: 'choice',
      field: 'sex',
      onPaper: true,
      options: options(sexes),
    },
    {
      id: 'vulnerable',
      text: 'Are they vulnerable?',
      hint: 'For any reason, as the custody record says or as you found. Vulnerable adults need an appropriate adult (PACE Code C 1.13).',
      kind: 'yesNo',
      field: 'vulnerable',
      when: [{ field: 'ageGroup', is: ['adult'] }],
      onPaper: true,
    },
    {
      id: 'ethnicity',
      text: 'How do they describe their ethnicity?',
      hint: 'Optional, and only in their own words, to you or when they came in: it shows whether everyone is treated alike. No return shows anything but totals.',
      kind: 'choice',
      field: 'ethnicity',
      optional: true,
      // Asked of the willing alone, it could never show who declines.
      when: offered,
      options: options(ethnicities, {
        asian: 'Asian or Asian British',
        black: 'Black, Black British, Caribbean or African',
        mixed: 'Mixed or multiple ethnic groups',
        other: 'Another ethnic group',
        'not stated': 'They would rather not say',
      }),
    },
    {
      id: 'arrivedAt',
      text: 'When did they come into custody?',
      hint: 'For example 14:30. It says whether a review was due.',
      kind: 'time',
      field: 'arrived.at',
      when: [{ field: 'contact', is: ['spoken', 'observed', 'record'] }],
      onPaper: true,
    },
    {
      id: 'arrivedOn',
      text: 'On which day was that?',
      hint: 'Only if it was more than 24 hours before your visit.',
      kind: 'date',
      field: 'arrived.on',
      optional: true,
      when: [{ field: 'contact', is: ['spoken', 'observed', 'record'] }],
      onPaper: true,
    },
    {
      id: 'consentRecord',
      text: 'May you read their custody record?',
      hint: 'They say so themselves. For somebody who cannot be asked, you may, unless there is a reason to think they would object.',
      kind: 'choice',
      field: 'consentRecord',
      when: [{ field: 'contact', is: ['spoken', 'observed', 'record'] }],
      onPaper: true,
      options: options(recordConsents, {
        given: 'Yes, they agreed',
        refused: 'No, they refused',
        'could not be asked': 'They could not be asked',
      }),
    },
  ],
};

/** What they said in their own words: for the office alone, unless the person agrees to sharing it. */
export const said: Section = {
  id: 'words',
  title: 'What they said',
  of: 'detainee',
  guidance:
    'Only the office reads this, unless the person agrees to sharing it: nobody may suffer for what they told you.',
  when: [...began, ...spokenTo, { field: 'reported', is: [true] }],
  questions: [
    longText('said', 'What did they say, in their own words?', {
      hint: 'What they asked for goes under “Raised on the day”. No name, date of birth or offence.',
      sharing: 'office',
      onPaper: true,
    }),
  ],
};
