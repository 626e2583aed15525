import { type SplitKey, splitKeys } from '#shared/records/ladder.ts';
import { busyness, introductions, methods, outcomes, purposes } from '#shared/records/visit.ts';
import type { Form, Question } from './definition.ts';

const options = (values: readonly string[], texts: Record<string, string> = {}) =>
  values.map((value) => ({ value, text: texts[value] ?? `${value[0]?.toUpperCase()}${value.slice(1)}` }));

/** The name of each cell of the split, as people read it on screen and on paper. */
export const splitTitles: Record<SplitKey, string> = {
  adultMale: 'Adult men',
  adultFemale: 'Adult women',
  adultOther: 'Adults, another gender',
  under18Male: 'Boys under 18',
  under18Female: 'Girls under 18',
  under18Other: 'Under 18, another gender',
};

const split = (key: SplitKey): Question => ({
  id: key,
  text: splitTitles[key],
  kind: 'ladder',
  field: `counts.splits.${key}`,
});

const began = [{ field: 'outcome', is: ['completed', 'abandoned'] }];
const completed = [{ field: 'outcome', is: ['completed'] }];

/** The default form. Its typed fields are fixed, because measures depend on them; the office may change the rest. */
export const visitForm = (id: string): Form => ({
  id,
  of: 'visit',
  version: 1,
  title: 'Visit report',
  publishedOn: '2026-11-21',
  sections: [
    {
      id: 'visit',
      title: 'The visit',
      questions: [
        { id: 'suite', text: 'Which suite did you visit?', kind: 'suite', field: 'suite', must: true },
        { id: 'date', text: 'Date of the visit', kind: 'date', field: 'date', must: true },
        {
          id: 'outcome',
          text: 'What came of it?',
          kind: 'choice',
          field: 'outcome',
          must: true,
          options: options(outcomes, {
            completed: 'The visit was completed',
            abandoned: 'It was abandoned part way',
            refused: 'Access was refused',
            closed: 'The suite was closed',
          }),
        },
        {
          id: 'method',
          text: 'How was the visit made?',
          kind: 'choice',
          field: 'method',
          must: true,
          options: options(methods, {
            'in-person': 'In person',
            telephone: 'By telephone',
            video: 'By video',
          }),
        },
        { id: 'purpose', text: 'Purpose', kind: 'choice', field: 'purpose', options: options(purposes) },
        { id: 'visitor1', text: 'First visitor', kind: 'person', field: 'visitor1', must: true },
        { id: 'visitor2', text: 'Second visitor', kind: 'person', field: 'visitor2' },
        { id: 'trainee', text: 'Trainee, if one came along', kind: 'person', field: 'trainee' },
      ],
    },
    {
      id: 'times',
      title: 'Arrival and admission',
      guidance:
        'Visitors are admitted immediately. A delay is allowed only where entry would put you in danger, and an inspector or above must authorise it.',
      questions: [
        {
          id: 'arrived',
          text: 'Arrived at the station',
          hint: 'For example 14:30, 1430 or 2.30pm',
          kind: 'time',
          field: 'arrived',
          must: true,
        },
        { id: 'admitted', text: 'Admitted to custody', kind: 'time', field: 'admitted', when: began },
        { id: 'left', text: 'Left', kind: 'time', field: 'left' },
        {
          id: 'delayReason',
          text: 'Why were you kept waiting?',
          kind: 'longText',
          field: 'delayReason',
          hint: 'Write "no explanation given" if nobody said.',
          when: [{ field: 'delayMinutes', above: 'delayThreshold' }],
        },
        {
          id: 'delayAuthoriser',
          text: 'Who authorised the delay?',
          kind: 'text',
          field: 'delayAuthoriser',
          hint: 'Rank and collar number are enough.',
          when: [{ field: 'delayMinutes', above: 'delayThreshold' }],
        },
        { id: 'sergeant', text: 'Custody sergeant', kind: 'text', field: 'sergeant', when: began },
        { id: 'escort', text: 'Who escorted you?', kind: 'text', field: 'escort', when: began },
        {
          id: 'briefing',
          text: 'What were you told about risks?',
          kind: 'longText',
          field: 'briefing',
          when: began,
        },
        {
          id: 'introduced',
          text: 'How were you introduced to detainees?',
          kind: 'choice',
          field: 'introduced',
          options: options(introductions),
          when: completed,
        },
        {
          id: 'busy',
          text: 'How busy was the suite?',
          kind: 'choice',
          field: 'busy',
          options: options(busyness),
          when: began,
        },
      ],
    },
    {
      id: 'counts',
      title: 'Who was in custody',
      guidance:
        'Count the whole suite at the time of your visit. Leave blank what you do not know: a blank is unknown, not zero.',
      when: began,
      questions: [{ id: 'total', text: 'Everyone in custody', kind: 'ladder', field: 'counts.total' }],
    },
    {
      id: 'splits',
      title: 'Women, children and others',
      guidance: 'Optional. Fill in a column where you counted these people apart.',
      when: began,
      questions: splitKeys.map(split),
    },
    {
      id: 'close',
      title: 'Before you leave',
      questions: [
        {
          id: 'comments',
          text: 'General comments',
          kind: 'longText',
          field: 'comments',
          hint: 'Custody record numbers only. Never a name, a date of birth or an offence.',
        },
        { id: 'praise', text: 'Is there anything to praise the staff for?', kind: 'yesNo', field: 'praise' },
        {
          id: 'praiseWords',
          text: 'What for?',
          kind: 'longText',
          field: 'praiseWords',
          when: [{ field: 'praise', is: [true] }],
        },
        {
          id: 'illTreatment',
          text: 'Did anything suggest ill-treatment?',
          kind: 'yesNo',
          nonAnswers: true,
          raises: { is: [true], area: 'treatment' },
        },
        {
          id: 'illTreatmentWords',
          text: 'What did you see or hear?',
          kind: 'longText',
          hint: 'Note the words. Do not investigate. If someone is in danger, tell staff now: saving this tells nobody.',
          when: [{ field: 'illTreatment', is: [true] }],
        },
        {
          id: 'opcatConcerns',
          text: 'Concerns to report under OPCAT',
          hint: 'A number. OPCAT is the Optional Protocol to the Convention against Torture.',
          kind: 'number',
          field: 'opcatConcerns',
        },
        {
          id: 'satisfactory',
          text: 'Was the visit satisfactory?',
          kind: 'yesNo',
          field: 'satisfactory',
          when: [{ field: 'outcome', setting: 'asksSatisfactory' }],
        },
        {
          id: 'raisedWith',
          text: 'Whom did you raise matters with on the day, and what was the answer?',
          kind: 'longText',
        },
        {
          id: 'volunteerMinutes',
          text: 'Volunteer time in minutes',
          hint: 'Both visitors together, travel included.',
          kind: 'number',
          field: 'volunteerMinutes',
        },
      ],
    },
  ],
});
