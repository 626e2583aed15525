import type { Concern, ConcernArea } from '#shared/records/concern.ts';
import { inSentence } from '#shared/text.ts';

/** How what was asked for or raised on the day is told to the public. */
const publicMatters: Readonly<Record<string, string>> = {
  'Call bell of cell 12 does not sound at the desk.': 'A call bell could not be heard at the desk.',
  'No hot water in the second shower.': 'One of the showers had no hot water.',
  'Blankets are running low.': 'Blankets were running low.',
  'The exercise yard was not opened all day.': 'The exercise yard had not been opened that day.',
};

const publicAreas: Readonly<Record<ConcernArea, readonly string[]>> = {
  'rights and entitlements': [
    'Visitors found that people were not told all they are entitled to, or not in time.',
    'A right that should be explained on arrival had not been understood.',
  ],
  'health and wellbeing': [
    'Visitors found that food, washing or reading was not offered unless people asked.',
    'Somebody had waited long to be seen about their health.',
  ],
  'conditions and facilities': ['Visitors found a cell that was not as it should be.'],
  treatment: ['Visitors heard that people were not treated with the care they should be.'],
  safety: ['Visitors found something in a cell that was not safe.'],
  allegation: ['Something was alleged to visitors, and was passed on at once to be looked into.'],
};

/** The wording for publication: nobody can be known by it. */
export const publicWords = (c: Concern, variant: number): string => {
  const matter = publicMatters[c.matter];
  if (matter) return matter;
  if (c.matter.startsWith('Asked ')) return `Somebody ${inSentence(c.matter)}`;
  const words = publicAreas[c.area];
  return words[variant % words.length] as string;
};

/** What custody answers, by area; the second where it has to be asked again. */
export const policeWords: Readonly<Record<ConcernArea, readonly [first: string, again: string]>> = {
  'rights and entitlements': [
    'All sergeants were reminded at handover, and the notice now lies at the desk in nine languages.',
    'Every booking in is now looked at by the shift supervisor before the shift ends.',
  ],
  'health and wellbeing': [
    'Staff now offer this on every round and tick it off on the board.',
    'The round is now checked by the supervisor twice a day.',
  ],
  'conditions and facilities': [
    'Reported to estates, who came within the week.',
    'Estates came again and replaced the whole part.',
  ],
  treatment: [
    'The shift was spoken to, and the point is part of the next training day.',
    'A supervisor now looks in on every shift.',
  ],
  safety: [
    'The cell was closed the same day and opened again once it was safe.',
    'The fitting was replaced.',
  ],
  allegation: [
    'It was passed to professional standards, who have written to the person.',
    'The matter has been looked into and the person has been told.',
  ],
};

export const talkedOver = 'Talked over with the custody inspector, who saw to it while we spoke.';
export const closedWords = [
  'Checked and in order. Those who raised it have been told.',
  'Settled with the inspector; nothing is left to do.',
];
export const reopenedWords = 'Raised again at the panel meeting: it is as it was.';
export const foundWords = {
  'put right': 'It is as it should be now.',
  'not put right': 'We found it as it was before.',
  'could not check': 'That part of the suite was in use.',
} as const;
export const toldWords = 'Told by telephone; promised to look into it before the end of the shift.';
/** Whom letters are to: offices, not people. */
export const addressees = {
  'custody inspector': 'Custody Inspector',
  'Head of Custody': 'Head of Custody',
} as const;
export const answeredFrom = 'Custody inspector';
