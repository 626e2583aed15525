import type { Section } from '../definition.ts';
import { dealtWith, longText, options, raisedBy, yes, yesNo } from './parts.ts';

/**
 * Health and safety. Records of force that are not complete, and checks taken off too soon or entered in groups, are
 * two of the five causes for concern of the 2022 inspection.
 */
export const health: Section = {
  id: 'health',
  title: 'Health and safety',
  of: 'detainee',
  closable: true,
  guidance:
    'Are they ill, hurt or at risk, and do staff know? Was force used, and is the record complete? Were checks made one by one, for as long as they were needed? If someone is in danger, tell staff now.',
  when: dealtWith,
  questions: [
    yesNo('carerAsked', 'Did they ask for a nurse, doctor or paramedic?', { hint: 'PACE Code C 9.8' }),
    yesNo('carerSeen', 'Has one seen them?', {
      when: yes('carerAsked'),
      ...raisedBy(false, 'health', 'high'),
    }),
    {
      id: 'carerWait',
      text: 'For how many minutes have they waited, or did they wait?',
      kind: 'number',
      nonAnswers: true,
      when: yes('carerAsked'),
    },
    yesNo('medication', 'Do they have the medication they need?', {
      hint: 'PACE Code C 9.9',
      ...raisedBy(false, 'health', 'high'),
    }),
    yesNo('injured', 'Are they injured?', { hint: 'What you see or they say. Do not investigate.' }),
    yesNo('injuryTreated', 'Was the injury looked at?', {
      when: yes('injured'),
      ...raisedBy(false, 'health', 'high'),
    }),
    yesNo('mentalHealth', 'Is there a worry about their mental health?', {
      ...raisedBy(true, 'health'),
    }),
    yesNo('section136', 'Are they held under section 136 of the Mental Health Act?', {
      hint: 'A police station is a place of safety only in exceptional circumstances, and never for a child.',
      ...raisedBy(true, 'health', 'high'),
    }),
    yesNo('intoxicated', 'Are they intoxicated?'),
    yesNo('roused', 'Are they roused and their responses written down, at least every half hour?', {
      hint: 'PACE Code C 9.3 and Annex H',
      when: yes('intoxicated'),
      ...raisedBy(false, 'safety', 'high'),
    }),
    {
      id: 'observationLevel',
      text: 'At what level are they observed?',
      kind: 'choice',
      nonAnswers: true,
      options: options(['1', '2', '3', '4'], {
        '1': 'Level 1, general: at least every hour',
        '2': 'Level 2, intermittent: at least every half hour',
        '3': 'Level 3, constant, by camera or in person',
        '4': 'Level 4, close proximity',
      }),
    },
    yesNo('checksMade', 'Were checks made on time and written down one by one?', {
      hint: 'Not several in one entry, and not all at the same minute.',
      ...raisedBy(false, 'safety', 'high'),
    }),
    yesNo('checksLowered', 'Were checks taken off or made fewer before that was safe?', {
      hint: 'For example no reason in the record, or still intoxicated.',
      ...raisedBy(true, 'safety', 'high'),
    }),
    yesNo('selfHarm', 'Is there a risk of self-harm?', {
      hint: 'If there is a risk now, tell staff at once, whatever the person wishes.',
      ...raisedBy(true, 'safety', 'immediate'),
    }),
    yesNo('antiRip', 'Are they in anti-rip clothing?'),
    yesNo('antiRipReason', 'Does the record say why?', {
      when: yes('antiRip'),
      ...raisedBy(false, 'treatment', 'high'),
    }),
    yesNo('stripSearched', 'Were they strip searched?'),
    yesNo('stripSearchProper', 'Does the record show who authorised it, why, and who was there?', {
      hint: 'Out of sight of others, by the same sex, with an appropriate adult for a child (PACE Code C Annex A).',
      when: yes('stripSearched'),
      ...raisedBy(false, 'treatment', 'high'),
    }),
    yesNo('forceUsed', 'Was force used on them?', { hint: 'Handcuffs, restraint, spray or any other.' }),
    yesNo('forceRecorded', 'Is the record of it complete: who, what, why, for how long, and any injury?', {
      when: yes('forceUsed'),
      ...raisedBy(false, 'treatment', 'high'),
    }),
    longText('healthWords', 'What should be known about their health or safety?'),
  ],
};
