import { matterOutcomes } from '#shared/records/detainee.ts';
import type { Section } from '../definition.ts';
import { longText, options } from './parts.ts';

/** What was asked for or raised on the day: the lines of the station action sheet. */
export const matter: Section = {
  id: 'matter',
  title: 'Raised on the day',
  of: 'matter',
  guidance:
    'One for each thing asked for or raised. Custody is given these unless you keep one to the office: keep what could be held against somebody.',
  questions: [
    longText('what', 'What was asked for or raised?', { field: 'what', must: true, onPaper: true }),
    {
      id: 'toldTo',
      text: 'Whom did you tell?',
      hint: 'Rank and collar number are enough.',
      kind: 'text',
      field: 'toldTo',
      onPaper: true,
    },
    longText('matterAnswer', 'What was the answer?', { field: 'answer', onPaper: true }),
    {
      id: 'matterOutcome',
      text: 'What became of it?',
      hint: 'Three different things: staff had seen to it before you asked, it was put right while you were there, or it still waits.',
      kind: 'choice',
      field: 'outcome',
      onPaper: true,
      options: options(matterOutcomes, {
        'already addressed': 'Already addressed before you raised it',
        resolved: 'Resolved during the visit',
        outstanding: 'Outstanding',
      }),
    },
    {
      id: 'promisedBy',
      text: 'By when was it promised?',
      hint: 'For example “by 18:00” or “before the next shift”.',
      kind: 'text',
      field: 'promisedBy',
      onPaper: true,
    },
  ],
};

/** Who was told of harm, and when: never part of what custody is given. */
export const call: Section = {
  id: 'call',
  title: 'Urgent calls',
  of: 'call',
  guidance: 'Saving tells nobody. Ring, then write down whom you told and when.',
  questions: [
    { id: 'told', text: 'Whom did you tell?', kind: 'text', field: 'told', must: true, sharing: 'office' },
    { id: 'callNumber', text: 'On which number?', kind: 'text', field: 'number', sharing: 'office' },
    { id: 'callOn', text: 'On which day?', kind: 'date', field: 'on', sharing: 'office' },
    { id: 'callAt', text: 'At what time?', kind: 'time', field: 'at', sharing: 'office' },
    longText('callWhat', 'What did you tell them?', { field: 'what', sharing: 'office' }),
    longText('callAnswer', 'What did they say?', { field: 'answer', sharing: 'office' }),
  ],
};
