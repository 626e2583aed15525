import type { Dice } from './dice.ts';

/** What invented visitors write. `{cr}` becomes a custody record number: people are known by nothing else. */
const calm = [
  'The suite was clean and quiet, and everybody we spoke to was content with their care.',
  'All cells seen were clean and warm. Call bells answered promptly.',
  'No matters to raise. Staff were courteous and had time for us.',
  'Everyone we spoke to had been offered food, drink and a wash.',
  'Reading material had been offered to all but one, who was given a magazine while we were there.',
  'Detainees knew their rights, and copies of the Codes were at hand.',
  'Food stocks plentiful, including vegetarian and halal meals, all within date.',
  'Defibrillator and oxygen checks were signed for today.',
];
const matters = [
  '{cr} had not been offered a shower since arrival yesterday. The sergeant arranged one at once.',
  '{cr} was cold and had one thin blanket. A second was brought while we waited.',
  '{cr} had asked for a telephone call two hours earlier. The record did not show it; staff allowed the call.',
  '{cr} could not tell us why they were held. The sergeant explained it again in our presence.',
  '{cr}, under 18, had waited more than four hours for an appropriate adult, who arrived as we left.',
  '{cr} said they had not seen the healthcare professional they asked for. Entered on the record now.',
  '{cr} wore anti-rip clothing; the reason for it was on the record and explained to us.',
  '{cr} told us their medication was late. Healthcare confirmed it was given at the next round.',
  '{cr} was on constant observation. The checks we saw on the record had been entered in a group.',
  '{cr} had been asked about period products by a woman officer and had what she needed.',
  '{cr} spoke little English. An interpreter had been used by telephone; no translated notice was at hand.',
  'The review of detention of {cr} was done by telephone and they had not been told its outcome.',
  'The toilet in cell 7 did not flush. Already reported, engineer expected.',
  'Cell 12 was out of use: the call bell does not sound at the desk.',
  'The exercise yard was closed for want of staff, and nobody had been out today.',
  'Toilet area visible on the camera of cell 3. Raised with the inspector.',
  'Blankets were running low: four left for the night.',
  'Only one shower in use. The other has had no hot water since last week.',
  'Graffiti in cell 9, and the air in the male corridor was stale.',
];
export const abandonedWords = [
  'A fire alarm cleared the suite after ten minutes and we were asked to leave.',
  'Three violent detainees arrived at once. We agreed with the sergeant to come back another time.',
  'One of us felt unwell, so we ended the visit.',
  'A serious incident in the cells needed every member of staff. We left after speaking to nobody.',
];
export const refusedWords = [
  'We were told that no inspector was on duty who could let us in. No ground in the Code was given.',
  'Access refused by the acting sergeant, who did not know of the scheme. Reported to the office the same day.',
];
export const closedWords = [
  'The suite was closed for repairs. No notice had reached us.',
  'Nobody in custody and the suite locked: people were being taken elsewhere tonight.',
];
export const praiseWords = [
  'A detention officer sat and read with a frightened boy until his appropriate adult came.',
  'Staff were patient with a detainee who was very distressed.',
  'The sergeant found a prayer mat and the direction of prayer without being asked.',
  'Excellent care of an older man who could not lie flat.',
  'We were shown round at a very busy time and given every help.',
  'The whole shift kept calm and kind through a difficult night.',
];
export const delayReasons = [
  'Every member of staff was with a violent detainee.',
  'Shift handover.',
  'Four people were being booked in at once.',
  'The intercom at the rear gate was not answered.',
  'A medical emergency in one of the cells.',
  'no explanation given',
];
export const briefings = [
  'One detainee on constant observation, two on half-hourly checks.',
  'One to be seen through the hatch only; everyone else may be visited.',
  'No particular risks.',
  'One detainee with an infection: to be seen from the door.',
];
/** What detainees are quoted as saying, where something was to report. */
export const saidWords = [
  'Said that it took a long time before anybody told them what would happen next.',
  'Said that the night was cold and that nobody came when the bell was pressed.',
  'Said that staff were fair but had no time.',
  'Said that they had asked twice and were still waiting.',
];
/** What was raised for one detainee. */
export const askedFor = [
  'Asked for a second blanket.',
  'Asked for a shower before court.',
  'Asked for something to read.',
  'Asked when the nurse would come.',
  'Asked for the notice of rights in a language they read.',
  'Asked for a telephone call to let work know.',
  'Asked for a meal without meat.',
  'Asked for their glasses.',
];
/** What was raised for the suite. */
export const suiteMatters = [
  'Call bell of cell 12 does not sound at the desk.',
  'No hot water in the second shower.',
  'Blankets are running low.',
  'The exercise yard was not opened all day.',
];
export const matterAnswers: Record<'already addressed' | 'resolved' | 'outstanding', readonly string[]> = {
  'already addressed': ['Already in hand.', 'Asked for this morning, it is on its way.'],
  resolved: ['Done while we were there.', 'Brought at once.'],
  outstanding: ['Will be looked into.', 'When the next shift comes on.'],
};
export const denialGround = 'Risk to the visitors: violent a moment before.';
export const illTreatmentWords =
  'Somebody said that handcuffs had been put on too tightly. No marks to be seen. Told the inspector at once.';

/** An invented custody record number of the visit's year: W for Wrekenshire, which is nowhere. */
export const custodyNumber = (date: string, dice: Dice): string =>
  `W/${String(dice.int(1, 9_999)).padStart(4, '0')}/${date.slice(2, 4)}`;

/** Puts such a number in the place of `{cr}`. */
const withNumber = (text: string, date: string, dice: Dice): string =>
  text.replace('{cr}', custodyNumber(date, dice));

/** The general comments of a completed visit; a third of the forms have none. */
export const comments = (date: string, dice: Dice): string | undefined => {
  if (dice.percent(32)) return undefined;
  const sentences = [
    ...(dice.percent(70) ? [dice.pick(calm)] : []),
    ...(dice.percent(45) ? [dice.pick(matters)] : []),
    ...(dice.percent(12) ? [dice.pick(matters)] : []),
  ];
  return [...new Set(sentences)].map((text) => withNumber(text, date, dice)).join(' ') || undefined;
};
