import type { Section } from '../definition.ts';
import { dealtWith, inPerson, longText, raisedBy, seen, yesNo } from './parts.ts';

/** The cell: the one group whose answers may be taken over from the detainee before. */
export const cell: Section = {
  id: 'cell',
  title: 'Cell',
  of: 'detainee',
  closable: true,
  copyable: true,
  guidance: 'Look for yourself: clean, warm, lit and safe, with a call bell that is answered.',
  when: [...inPerson, ...dealtWith, ...seen],
  questions: [
    yesNo('cellClean', 'Is it clean?', { ...raisedBy(false, 'conditions') }),
    yesNo('cellTemperature', 'Is the temperature right?', { ...raisedBy(false, 'conditions') }),
    yesNo('cellLight', 'Is it lit well enough, and dark enough to sleep?', {
      hint: 'PACE Code C 8.2',
      ...raisedBy(false, 'conditions'),
    }),
    yesNo('cellAir', 'Is there enough air?', { ...raisedBy(false, 'conditions') }),
    yesNo('callBell', 'Does the call bell work, and is it answered?', {
      ...raisedBy(false, 'safety', 'high'),
    }),
    yesNo('cameraNotice', 'Is there a notice that the camera is on?', {
      hint: 'PACE Code C 3.11',
      ...raisedBy(false, 'rights'),
    }),
    yesNo('toiletObscured', 'Is the toilet hidden on the camera picture?', {
      ...raisedBy(false, 'treatment', 'high'),
    }),
    yesNo('mattress', 'Are the mattress and pillow clean and whole?', { ...raisedBy(false, 'conditions') }),
    yesNo('ligature', 'Is there anything a cord could be tied to?', {
      hint: 'If you see one, tell staff now.',
      ...raisedBy(true, 'safety', 'immediate'),
    }),
    longText('cellWords', 'What should be known about the cell?', { hint: 'Say which cell it is.' }),
  ],
};
