import type { Section } from '../definition.ts';
import { longText, options, raisedBy, yes, yesNo } from './parts.ts';

/** What is asked last, before the visitors leave. */
export const close: Section = {
  id: 'close',
  title: 'Before you leave',
  questions: [
    longText('comments', 'General comments', {
      field: 'comments',
      optional: true,
      hint: 'Custody record numbers only. Never a name, a date of birth or an offence.',
    }),
    { id: 'praise', text: 'Is there anything to praise the staff for?', kind: 'yesNo', field: 'praise' },
    longText('praiseWords', 'What for?', { field: 'praiseWords', when: yes('praise') }),
    yesNo('illTreatment', 'Did anything suggest ill-treatment?', {
      hint: 'Anything you saw, heard or were told.',
      sharing: 'office',
      ...raisedBy(true, 'allegation', 'immediate'),
    }),
    longText('illTreatmentWords', 'What did you see or hear?', {
      hint: 'Note the words. Do not investigate. If someone is in danger, tell staff now: saving this tells nobody.',
      sharing: 'office',
      when: yes('illTreatment'),
    }),
    {
      id: 'opcatConcerns',
      text: 'Concerns to report under OPCAT',
      hint: 'A number; leave it blank if there are none. OPCAT is the Optional Protocol to the Convention against Torture.',
      kind: 'number',
      field: 'opcatConcerns',
      optional: true,
    },
    {
      id: 'satisfactory',
      text: 'Was the visit satisfactory?',
      kind: 'yesNo',
      field: 'satisfactory',
      when: [{ field: 'outcome', setting: 'asksSatisfactory' }],
    },
    {
      id: 'volunteerMinutes',
      text: 'Volunteer time in minutes',
      hint: 'Both visitors together, travel included.',
      kind: 'number',
      field: 'volunteerMinutes',
    },
    {
      id: 'copiesSent',
      text: 'Who gets a copy?',
      hint: 'Custody is given nothing that is for the office alone. Print its copy, or leave it to the office.',
      kind: 'choices',
      options: options(['custody inspector', 'office'], {
        'custody inspector': 'The custody inspector',
        office: 'The office',
      }),
    },
  ],
};
