import { type SplitKey, splitKeys } from '#shared/records/ladder.ts';
import {
  busyness,
  delayExplanations,
  introductions,
  methods,
  outcomes,
  purposes,
} from '#shared/records/visit.ts';
import type { Question, Section } from '../definition.ts';
import { areas, began, inPerson, longText, options, raisedBy, yesNo } from './parts.ts';

/** The name of each cell of the split, as people read it on screen and on paper. */
const splitTitles: Record<SplitKey, string> = {
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

const waited = [{ field: 'waited', is: [true] }];

/** What is asked about every visit as a whole, before anybody is met. */
export const visitSections: Section[] = [
  {
    id: 'visit',
    title: 'The visit',
    questions: [
      { id: 'suite', text: 'Which suite did you visit?', kind: 'suite', field: 'suite', must: true },
      {
        id: 'suiteStatus',
        text: 'How was the suite in use?',
        hint: 'A reserve suite opens when others are full; a contingency suite when one cannot be used.',
        kind: 'choice',
        options: options(['open', 'reserve', 'contingency'], {
          open: 'Open as usual',
          reserve: 'Opened as a reserve',
          contingency: 'Opened as a contingency',
        }),
      },
      {
        id: 'date',
        text: 'Date of the visit',
        kind: 'date',
        field: 'date',
        must: true,
        onPaper: true,
      },
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
      {
        id: 'purpose',
        text: 'Purpose',
        kind: 'choice',
        field: 'purpose',
        options: options(purposes, { TACT: 'Terrorism (TACT)' }),
      },
      { id: 'visitor1', text: 'First visitor', kind: 'person', field: 'visitor1', must: true },
      { id: 'visitor2', text: 'Second visitor', kind: 'person', field: 'visitor2' },
      longText('aloneReason', 'Why did one visitor go alone?', {
        hint: 'Visits in person are made in pairs. One visitor is allowed only with a reason.',
        field: 'aloneReason',
        when: [{ field: 'alone', is: [true] }],
      }),
      {
        id: 'trainee',
        text: 'Trainee, if one came along',
        kind: 'person',
        field: 'trainee',
        optional: true,
      },
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
        onPaper: true,
      },
      {
        id: 'admitted',
        text: 'Admitted to custody',
        kind: 'time',
        field: 'admitted',
        when: began,
        onPaper: true,
      },
      { id: 'left', text: 'Left', kind: 'time', field: 'left', onPaper: true },
      {
        id: 'keptWaiting',
        text: 'Were you kept waiting?',
        kind: 'yesNo',
        field: 'keptWaiting',
        when: began,
        onPaper: true,
      },
      {
        id: 'delayExplained',
        text: 'How was the wait explained?',
        hint: 'Only danger to you allows one. No explanation is itself a concern.',
        kind: 'choice',
        field: 'delayExplained',
        options: options(delayExplanations, {
          danger: 'Entry would have put us in danger',
          'other reason': 'Another reason was given',
          'no explanation given': 'No explanation was given',
        }),
        when: waited,
        raises: { is: ['no explanation given'], area: areas.rights, severity: 'routine' },
      },
      longText('delayReason', 'Why were you kept waiting?', {
        field: 'delayReason',
        hint: 'What you were told. Leave it blank if nobody explained.',
        when: waited,
        onPaper: true,
      }),
      {
        id: 'delayAuthoriser',
        text: 'Who authorised the delay?',
        kind: 'text',
        field: 'delayAuthoriser',
        hint: 'An inspector or above. Rank and collar number are enough.',
        when: waited,
        onPaper: true,
      },
      {
        id: 'sergeant',
        text: 'Custody sergeant',
        hint: 'Rank and collar number are enough.',
        kind: 'text',
        field: 'sergeant',
        when: began,
        onPaper: true,
      },
      {
        id: 'escort',
        text: 'Who escorted you?',
        hint: 'Rank and collar number are enough.',
        kind: 'text',
        field: 'escort',
        when: inPerson,
        onPaper: true,
      },
      longText('briefing', 'What were you told about risks?', {
        hint: '“Nothing” is an answer.',
        field: 'briefing',
        when: began,
        onPaper: true,
      }),
      {
        id: 'introduced',
        text: 'How were you introduced to detainees?',
        kind: 'choice',
        field: 'introduced',
        options: options(introductions, {
          'by visitors': 'We introduced ourselves',
          'by staff': 'Staff introduced us',
          mixed: 'Some of each',
        }),
        when: [{ field: 'outcome', is: ['completed'] }],
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
    id: 'tact',
    title: 'Terrorism (TACT) visit',
    guidance:
      'Terrorism visits are usually arranged, only accredited visitors make them, and a copy of the report goes to the Independent Reviewer of Terrorism Legislation.',
    when: [{ field: 'purpose', is: ['TACT'] }],
    questions: [
      {
        id: 'tactAccredited',
        text: 'Are all visitors who went accredited for TACT visits?',
        kind: 'yesNo',
        must: true,
      },
      {
        id: 'tactArrangedWith',
        text: 'With whom was the visit arranged?',
        hint: 'An office or a rank is enough. If it was unannounced, say so.',
        kind: 'text',
      },
      yesNo('tactRecordings', 'Did you view recordings of interviews?', { when: began }),
      longText('tactRecordingsWords', 'What did the recordings show?', {
        hint: 'How the interview was held, never what it was about.',
        when: [...began, { field: 'tactRecordings', is: [true] }],
      }),
      yesNo('tactSafeguards', 'Did the person have what PACE Code H gives them?', {
        hint: 'Rights, a solicitor, exercise, reviews by the right officer, and medical visits every day.',
        when: began,
        ...raisedBy(false, 'rights', 'high'),
      }),
      {
        id: 'tactCopy',
        text: 'Has a copy gone to the Independent Reviewer of Terrorism Legislation?',
        hint: 'Answer no if the office will send it.',
        kind: 'yesNo',
      },
    ],
  },
  {
    id: 'counts',
    title: 'Who was in custody',
    guidance:
      'Count the whole suite at the time of your visit. Leave blank what you do not know: a blank is unknown, not zero. Where you enter the detainees, what you leave blank follows from them.',
    when: began,
    questions: [
      { id: 'total', text: 'Everyone in custody', kind: 'ladder', field: 'counts.total', onPaper: true },
    ],
  },
  {
    id: 'splits',
    title: 'Women, children and others',
    guidance:
      'Optional, and asked only where no detainees are entered. Fill in a column where you counted these people apart.',
    when: [...began, { field: 'splitsTyped', is: [true] }],
    questions: splitKeys.map(split),
  },
];
