import type { Section } from '../definition.ts';
import { concernIfNot, concernIfSilent, recorded, yes } from './parts.ts';

/** Information on rights: the second cause for concern of the 2022 inspection, with reviews. */
export const rights: Section = {
  id: 'checkRights',
  title: 'Rights and entitlements',
  of: 'check',
  guidance: 'What the custody record says, not what was probably done. “Not recorded” is an answer.',
  questions: [
    recorded('reasonGiven', 'Is the reason for detention recorded, and was the person told it?', {
      hint: 'PACE Code C 3.4 and 3.24',
      ...concernIfSilent('rights'),
    }),
    recorded('noticeGiven', 'Was a written notice of rights and entitlements given?', {
      hint: 'PACE Code C 3.2',
      ...concernIfSilent('rights'),
    }),
    recorded('rightsUnderstood', 'Does the record say that the person understood their rights?', {
      hint: 'In easy read, or in their own language, where they needed it.',
      ...concernIfNot('rights'),
    }),
    recorded('someoneInformed', 'Was the person asked whether someone should be told, and was that done?', {
      hint: 'PACE Code C 5.1',
      ...concernIfNot('rights'),
    }),
    recorded('adviceOffered', 'Was free legal advice offered, and the reason asked where it was declined?', {
      hint: 'PACE Code C 6.5',
      ...concernIfNot('rights', 'high'),
    }),
    recorded('interpreter', 'Was an interpreter used where one was needed?', {
      hint: 'PACE Code C 13',
      ...concernIfNot('rights', 'high'),
    }),
  ],
};

export const reviews: Section = {
  id: 'checkReviews',
  title: 'Reviews of detention',
  of: 'check',
  questions: [
    recorded('reviewsOnTime', 'Were all reviews made on time, or the reason for putting one off recorded?', {
      hint: 'Within 6 hours of the authorisation, then every 9 (PACE s.40).',
      ...concernIfNot('rights', 'high'),
    }),
    recorded('reviewSaid', 'Could the person, or their solicitor, say something before the decision?', {
      hint: 'PACE Code C 15.3',
      ...concernIfNot('rights'),
    }),
    recorded('reviewTold', 'Was the person told of the outcome, also if asleep at the time?', {
      hint: 'PACE Code C 15',
      ...concernIfSilent('rights'),
    }),
  ],
};

/** Checks taken off too soon or entered in groups: the fourth cause for concern. */
export const checks: Section = {
  id: 'checkChecks',
  title: 'Observation and checks',
  of: 'check',
  guidance:
    'Late entries, entries made together and checks too far apart are found from the time line by the application.',
  questions: [
    recorded('levelReasoned', 'Does the risk assessment say why this level of observation was set?', {
      hint: 'PACE Code C 3.6 to 3.10',
      ...concernIfSilent('safety'),
    }),
    recorded('levelLowered', 'Where the level was lowered, is it recorded why and by whom?', {
      hint: 'Checks taken off too soon were a cause for concern.',
      ...concernIfSilent('safety', 'high'),
    }),
    recorded('roused', 'Was the person roused at each check where that was needed?', {
      hint: 'PACE Code C 9.3 and Annex H',
      ...concernIfSilent('safety', 'high'),
    }),
    recorded('checksWords', 'Does each check say what was seen, in its own words?', {
      hint: 'Not the same sentence again and again.',
      ...concernIfNot('safety'),
    }),
  ],
};

/** Completeness of use-of-force records: the third cause for concern. */
export const force: Section = {
  id: 'checkForce',
  title: 'Force, restraint and searches',
  of: 'check',
  questions: [
    recorded('forceUsed', 'Does the record show that force was used in custody?'),
    recorded('forceComplete', 'Is there a complete record of the force by every officer who used it?', {
      when: yes('forceUsed'),
      ...concernIfSilent('treatment', 'high'),
    }),
    recorded('forceReasoned', 'Does it say why force was necessary, and what was tried first?', {
      when: yes('forceUsed'),
      ...concernIfSilent('treatment', 'high'),
    }),
    recorded('forceInjury', 'Was the person seen by healthcare afterwards, and any injury recorded?', {
      when: yes('forceUsed'),
      ...concernIfNot('health', 'high'),
    }),
    recorded('stripSearched', 'Was the person strip searched?'),
    recorded('stripAuthorised', 'Is it recorded who authorised it, why, and who was there?', {
      hint: 'PACE Code C Annex A',
      when: yes('stripSearched'),
      ...concernIfSilent('treatment', 'high'),
    }),
    recorded('clothingTaken', 'Was clothing taken away or anti-rip clothing used?'),
    recorded('clothingReasoned', 'Is the reason recorded, and when it was given back?', {
      when: yes('clothingTaken'),
      ...concernIfSilent('treatment'),
    }),
  ],
};

/** Food, washing, exercise and reading offered proactively: the fifth cause for concern. */
export const care: Section = {
  id: 'checkCare',
  title: 'Food, washing, exercise and reading',
  of: 'check',
  questions: [
    recorded('mealsOffered', 'Were meals and drinks offered at the usual times?', {
      hint: 'At least two light meals and one main meal in 24 hours (PACE Code C 8.6).',
      ...concernIfNot('conditions'),
    }),
    recorded('dietMet', 'Were diet, allergies and religious needs asked about and met?', {
      ...concernIfNot('conditions'),
    }),
    recorded('washOffered', 'Was washing or a shower offered without being asked for?', {
      hint: 'PACE Code C 8.4',
      ...concernIfNot('conditions'),
    }),
    recorded('exerciseOffered', 'Was exercise in the open air offered?', {
      hint: 'PACE Code C 8.7',
      ...concernIfNot('conditions'),
    }),
    recorded('readingOffered', 'Was something to read or to do offered?', { ...concernIfNot('conditions') }),
  ],
};
