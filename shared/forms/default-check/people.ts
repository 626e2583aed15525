import type { Section } from '../definition.ts';
import { children, concernIfNot, concernIfSilent, of, recorded, women, yes } from './parts.ts';

/** Healthcare, and people in poor mental health. */
export const health: Section = {
  id: 'checkHealth',
  title: 'Health and mental health',
  of: 'check',
  questions: [
    recorded('healthAsked', 'Were illness, injury, medication and self-harm asked about on arrival?', {
      hint: 'PACE Code C 3.6 and 9',
      ...concernIfSilent('health'),
    }),
    recorded('healthSeen', 'Was the person seen by healthcare where that was needed?', {
      ...concernIfNot('health', 'high'),
    }),
    recorded('medicationGiven', 'Was medication given as healthcare directed?', {
      ...concernIfNot('health', 'high'),
    }),
    recorded('vulnerable', 'Was it considered whether an appropriate adult was needed?', {
      hint: 'PACE Code C 1.4 and 1.13(d)',
      ...concernIfSilent('rights', 'high'),
    }),
    recorded('adultCame', 'Did an appropriate adult come as soon as practicable where one was needed?', {
      hint: 'PACE Code C 3.15',
      ...concernIfNot('rights', 'high'),
    }),
    recorded(
      'liaisonOffered',
      'Was liaison and diversion offered, or a mental health assessment asked for?',
      {
        when: of('mental health', 'women', 'children', 'detained over 24 hours', 'all', 'other'),
        ...concernIfNot('health'),
      },
    ),
    recorded('mentalHealthWait', 'Was a bed or a place of safety found without delay?', {
      when: of('mental health'),
      ...concernIfNot('health', 'high'),
    }),
  ],
};

export const childrensSection: Section = {
  id: 'checkChildren',
  title: 'Children',
  of: 'check',
  when: children,
  guidance: 'For a person who was under 18; otherwise answer “not applicable”.',
  questions: [
    recorded('childParent', 'Was the person responsible for the child told as soon as practicable?', {
      hint: 'PACE Code C 3.13',
      ...concernIfSilent('rights', 'high'),
    }),
    recorded('childCell', 'Is the reason recorded where the child was put in a cell?', {
      hint: 'PACE Code C 8.8',
      ...concernIfSilent('conditions', 'high'),
    }),
    recorded('girlWoman', 'Was a girl in the care of a woman who is named in the record?', {
      hint: 'PACE Code C 3.20A',
      ...concernIfSilent('rights', 'high'),
    }),
    recorded('childRefused', 'Was the child charged and refused bail?'),
    recorded('bedAsked', 'Was the local authority asked for a bed?', {
      hint: 'PACE s.38(6), Code C 16.7',
      when: yes('childRefused'),
      ...concernIfSilent('rights', 'high'),
    }),
    recorded('bedCertificate', 'Is the certificate there that says why the child was not moved?', {
      hint: 'PACE s.38(7)',
      when: yes('childRefused'),
      ...concernIfSilent('rights', 'high'),
    }),
  ],
};

export const womensSection: Section = {
  id: 'checkWomen',
  title: 'Women and girls',
  of: 'check',
  when: women,
  guidance: 'For a woman or girl; otherwise answer “not applicable”.',
  questions: [
    recorded('womanToSpeakTo', 'Was she offered a private conversation with a woman on the staff?', {
      hint: 'PACE Code C 9.3A',
      ...concernIfNot('rights'),
    }),
    recorded('menstrualOffered', 'Was she asked about menstrual products, and were they provided free?', {
      hint: 'PACE Code C 9.3B',
      ...concernIfNot('conditions'),
    }),
    recorded('pregnancyAsked', 'Was pregnancy asked about, and acted upon?', { ...concernIfNot('health') }),
    recorded('dependants', 'Were children or others who depend on her asked about?', {
      ...concernIfNot('health'),
    }),
  ],
};

/** Oversight: the first cause for concern. */
export const oversight: Section = {
  id: 'checkOversight',
  title: 'Oversight',
  of: 'check',
  questions: [
    recorded('inspectorLooked', 'Does the record show that a supervisor or inspector looked at it?', {
      ...concernIfNot('treatment'),
    }),
    recorded('handover', 'Were risks handed over at each change of shift?', { ...concernIfNot('safety') }),
    recorded('preRelease', 'Is there a risk assessment before release, and how they got home?', {
      ...concernIfSilent('safety', 'high'),
    }),
    recorded('readable', 'Is the record complete and in order, so that it could be followed?', {
      ...concernIfNot('treatment'),
    }),
  ],
};
