import type { Section } from '../definition.ts';
import { dealtWith, raisedBy, spokenTo, yes, yesNo } from './parts.ts';

const needsAdult = [{ field: 'needsAdult', is: [true] }];

/** Rights and entitlements: information on rights is one of the five causes for concern of the 2022 inspection. */
export const rights: Section = {
  id: 'rights',
  title: 'Rights',
  of: 'detainee',
  closable: true,
  guidance:
    'Did they get the notice of rights, and did anybody make sure that they understood it? Were they told why they are held, and that they can have a solicitor?',
  when: dealtWith,
  questions: [
    yesNo('rightsUnderstood', 'Do they understand their rights?', {
      hint: 'Ask them to tell you. Being handed the notice is not the same (PACE Code C 3.1, 3.2).',
      when: spokenTo,
      always: true,
      onPaper: true,
      ...raisedBy(false, 'rights', 'high'),
    }),
    yesNo('adultCalled', 'Was an appropriate adult called?', {
      hint: 'For everyone under 18 and every vulnerable adult, as soon as practicable (PACE Code C 3.15).',
      when: needsAdult,
      always: true,
      onPaper: true,
      ...raisedBy(false, 'rights', 'high'),
    }),
    yesNo('adultArrived', 'Has the appropriate adult come?', {
      when: needsAdult,
      always: true,
      onPaper: true,
      ...raisedBy(false, 'rights'),
    }),
    yesNo('noticeGiven', 'Were they given the notice of rights?', {
      hint: 'PACE Code C 3.2',
      ...raisedBy(false, 'rights'),
    }),
    yesNo('reasonUnderstood', 'Do they understand why they are being held?', {
      hint: 'Only whether they were told. Do not ask about the offence.',
      when: spokenTo,
      ...raisedBy(false, 'rights'),
    }),
    yesNo('someoneInformed', 'Has someone been told that they are here?', {
      hint: 'If they wanted that (PACE Code C 5.1).',
      ...raisedBy(false, 'rights'),
    }),
    yesNo('solicitorOffered', 'Were they offered a solicitor?', {
      hint: 'Free and independent (PACE Code C 6.1).',
      ...raisedBy(false, 'rights'),
    }),
    yesNo('solicitorAsked', 'Did they ask for one?'),
    yesNo('solicitorSeen', 'Have they seen or spoken to the solicitor?', {
      when: yes('solicitorAsked'),
      ...raisedBy(false, 'rights'),
    }),
    yesNo('codesOffered', 'Were they told that they can read the Codes of Practice?', {
      hint: 'PACE Code C 1.2, 3.1',
    }),
    yesNo('phoneCall', 'Were they allowed a telephone call?', {
      hint: 'PACE Code C 5.6',
      ...raisedBy(false, 'rights'),
    }),
    yesNo('interpreterNeeded', 'Do they need an interpreter?'),
    yesNo('interpreterHad', 'Did they have one when their rights were explained?', {
      hint: 'PACE Code C 3.12, 13',
      when: yes('interpreterNeeded'),
      ...raisedBy(false, 'rights', 'high'),
    }),
    yesNo('noticeTranslated', 'Did they get a notice of rights in a language they read?', {
      when: yes('interpreterNeeded'),
      ...raisedBy(false, 'rights'),
    }),
    yesNo('consulate', 'If they are not a British citizen, were they told about their consulate?', {
      hint: 'PACE Code C 7.1',
      ...raisedBy(false, 'rights'),
    }),
  ],
};
