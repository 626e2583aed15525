import type { Section } from '../definition.ts';
import { dealtWith, female, longText, options, raisedBy, seen, spokenTo, under18, yesNo } from './parts.ts';

/** Care: that it is offered and need not be asked for is one of the five causes for concern of the 2022 inspection. */
export const care: Section = {
  id: 'care',
  title: 'Care',
  of: 'detainee',
  closable: true,
  guidance:
    'Were food, drink, washing, exercise and something to read offered without their having to ask? Are they warm, and treated with respect?',
  when: dealtWith,
  questions: [
    yesNo('menstrualAsked', 'Was she asked in private whether she needs menstrual products?', {
      hint: 'At the earliest opportunity after coming in (PACE Code C 9.3B).',
      when: female,
      always: true,
      onPaper: true,
      ...raisedBy(false, 'health'),
    }),
    yesNo('namedWoman', 'Is the girl in the care of a woman, and has she been told who?', {
      hint: 'A girl under 18 is in the care of a named woman while she is held (PACE Code C 3.20A).',
      when: [...under18, ...female],
      always: true,
      onPaper: true,
      ...raisedBy(false, 'health', 'high'),
    }),
    {
      id: 'offeredUnasked',
      text: 'What was offered to them without their asking?',
      kind: 'choices',
      options: options(['food', 'drink', 'washing', 'exercise', 'reading', 'nothing'], {
        reading: 'Something to read or do',
        nothing: 'None of these',
      }),
      raises: { is: ['nothing'], area: 'health and wellbeing', severity: 'routine' },
    },
    yesNo('food', 'Have they had enough to eat?', {
      hint: 'Two light meals and one main meal in 24 hours (PACE Code C 8.6).',
      ...raisedBy(false, 'health'),
    }),
    yesNo('drink', 'Have they had enough to drink?', { ...raisedBy(false, 'health') }),
    yesNo('diet', 'Was what they may not eat respected?', {
      hint: 'For health or belief.',
      ...raisedBy(false, 'health'),
    }),
    yesNo('blanket', 'Do they have a clean blanket?', { ...raisedBy(false, 'conditions') }),
    yesNo('warm', 'Are they warm enough?', { ...raisedBy(false, 'conditions') }),
    yesNo('wash', 'Could they wash or shower?', { ...raisedBy(false, 'health') }),
    yesNo('toiletPaper', 'Do they have toilet paper?', { ...raisedBy(false, 'conditions') }),
    yesNo('exercise', 'Were they offered exercise in the open air?', {
      hint: 'Daily, if practicable (PACE Code C 8.7).',
      ...raisedBy(false, 'health'),
    }),
    yesNo('reading', 'Do they have something to read or to pass the time?', { ...raisedBy(false, 'health') }),
    yesNo('glasses', 'Do they have their glasses, or whatever else they need to see, hear or move?', {
      ...raisedBy(false, 'health'),
    }),
    yesNo('religion', 'Can they follow their religion?', {
      hint: 'For example a holy book, a mat, the direction of prayer.',
      ...raisedBy(false, 'rights'),
    }),
    yesNo('welfareTalk', 'Were they told that they can talk to someone in private about their needs?', {
      hint: 'About health, hygiene and welfare, with someone of the sex they choose (PACE Code C 9.3A).',
      ...raisedBy(false, 'health'),
    }),
    yesNo('menstrualOffered', 'Were menstrual products offered, free of charge?', {
      when: female,
      ...raisedBy(false, 'health'),
    }),
    yesNo('menstrualReplaced', 'Were they replaced when needed, and could she dispose of them in private?', {
      when: female,
      ...raisedBy(false, 'health'),
    }),
    yesNo('clothing', 'Are they dressed with dignity?', {
      hint: 'Replacement clothing is of a reasonable standard, and nobody is left without (PACE Code C 8.5).',
      when: seen,
      ...raisedBy(false, 'treatment', 'high'),
    }),
    yesNo('respect', 'Do they say that staff treat them with respect?', {
      when: spokenTo,
      sharing: 'office',
      ...raisedBy(false, 'treatment', 'high'),
    }),
    longText('careWords', 'What should be known about their care?'),
  ],
};
