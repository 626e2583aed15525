import type { Section } from '../definition.ts';
import { areas, inPerson, longText, options, raisedBy, yesNo } from './parts.ts';

/** The suite itself, and how it is overseen: the first of the five causes for concern of the 2022 inspection. */
export const facilities: Section = {
  id: 'facilities',
  title: 'Facilities',
  closable: true,
  guidance:
    'Walk round: kitchen, medical room, showers, yard, booking-in desk, stores. Has an inspector been through the suite today, and looked at records?',
  when: inPerson,
  questions: [
    yesNo('oversight', 'Has an inspector been through the suite and looked at records today?', {
      hint: 'Ask the sergeant. The inspection of 2022 found too little oversight.',
      onPaper: true,
      ...raisedBy(false, 'safety'),
    }),
    yesNo('kitchen', 'Is the kitchen clean?', { ...raisedBy(false, 'conditions') }),
    yesNo('foodStock', 'Is there enough food, in date and for every diet?', {
      ...raisedBy(false, 'conditions'),
    }),
    yesNo('medicalRoom', 'Is the medical room clean, locked and in order?', {
      ...raisedBy(false, 'conditions'),
    }),
    yesNo('defibrillator', 'Was the defibrillator checked when it should be?', {
      hint: 'Look at the check sheet.',
      ...raisedBy(false, 'safety', 'high'),
    }),
    yesNo('oxygen', 'Was the oxygen checked when it should be?', { ...raisedBy(false, 'safety', 'high') }),
    yesNo('showers', 'Are the showers clean, working and private?', { ...raisedBy(false, 'conditions') }),
    yesNo('yard', 'Is the exercise yard clean, safe and in use?', { ...raisedBy(false, 'conditions') }),
    yesNo('bookingPrivacy', 'Can people be booked in without others listening?', {
      ...raisedBy(false, 'treatment'),
    }),
    yesNo('hazards', 'Did you see anything unsafe?', {
      hint: 'For example a ligature point, a wet floor or something sharp.',
      ...raisedBy(true, 'safety', 'high'),
    }),
    {
      id: 'stocksShort',
      text: 'What was short or missing from the stores?',
      kind: 'choices',
      options: options(['clothing', 'soap', 'sanitary', 'religious', 'blankets', 'books', 'nothing'], {
        soap: 'Soap and towels',
        sanitary: 'Menstrual products',
        religious: 'Religious books and items',
        books: 'Books and things to do',
        nothing: 'Nothing was short',
      }),
      raises: {
        is: ['clothing', 'soap', 'sanitary', 'religious', 'blankets', 'books'],
        area: areas.conditions,
        severity: 'routine',
      },
    },
    longText('defects', 'What was broken or out of use?', { onPaper: true }),
    yesNo('staffing', 'Were there enough staff?', { ...raisedBy(false, 'safety', 'high') }),
    yesNo('staffWomen', 'Was a woman among the staff on duty?', { ...raisedBy(false, 'treatment') }),
    longText('facilitiesWords', 'What should be known about the suite?'),
  ],
};
