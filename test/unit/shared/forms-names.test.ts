import { describe, expect, test } from 'vitest';
import { foundIn } from '#shared/forms/names.ts';

const places = ['Hereford', 'Kidderminster', 'Shrewsbury Monkmoor', 'Telford Malinsgate'];
const found = (text: string) => foundIn(text, places, 2026).map(({ words }) => words);

/** What visitors write, invented: sentences in which nobody is named. */
const clean = [
  'VP/0123/26 had asked for a blanket twice; one was brought while we waited.',
  'All cells at Hereford were clean and warm. Call bells were answered promptly.',
  'The Custody Sergeant told us that two people were on Level Three observation.',
  'PS 4412 and PC 1234 were helpful and had time for us.',
  'The Duty Inspector authorised the delay: Entry would have put us in danger.',
  'Spoke to three detainees. One spoke only Polish and had used Language Line.',
  'Offered Halal food and a copy of the Quran at once.',
  'Shrewsbury Monkmoor was busy, and Telford Malinsgate had sent four people over.',
  'Arrived at 14:30 on Monday 9 November 2026 and left at 15:50.',
  'The Healthcare Professional had seen him on 12/11/2026, before the Appropriate Adult came.',
  'She was given the Notice of Rights and Entitlements but could not read English.',
  'Waiting for a place at Worcester Royal Hospital under the Mental Health Act.',
  'Taken to Crown Court at 8am. No food since Sunday Evening.',
  'PACE Code C paragraph 9.3B was on the wall of the booking-in area.',
  'Defibrillator checked, oxygen checked, First Aid box complete.',
  'Told the Acting Sergeant, who rang the Local Authority Emergency Team at 9 p.m.',
  'Detainee had been held for 22 hours and had one review.',
  'He was arrested for the first time and did not know what would happen.',
  'She had been here for two days. A bed had been asked for.',
  'Officers of West Mercia Police were on Constant Observation outside the door.',
  'A Samaritans leaflet and a Bible were in the cell.',
  'No Appropriate Adult had come for the boy in Cell 7.',
  'Methadone was late; the Nurse said that it comes with the evening round.',
  'Miss a meal and you wait until six, one person told us.',
  'I asked whether he wanted exercise. He did. The Yard was closed.',
  'Kitchen: no Vegan or Kosher meals left. Weetabix and porridge in stock.',
  'The Inspector was off site; the Superintendent was told by telephone.',
  'We rang the Office on Friday and left a message.',
  'Anti-rip clothing was taken off after an hour and Checks went to half-hourly.',
  'Both Detainees on C Wing declined. Cell 12 had no mattress.',
  'Their solicitor was delayed on the M5.',
  'Liaison and Diversion had not been in since Thursday.',
  'A&E sent him back at 3am with tablets.',
  'He asked us what Section 136 was. Explained by the Detention Officer.',
  'One young person, 16, waited for a local authority bed.',
  'Said the food was cold. The microwave in the kitchen was broken.',
  'Officer in charge was unable to say who carried out the last check.',
  'Sergeant explained the review again in our presence.',
  'We thank Sergeant 2210 for a very good visit.',
  'She was held on remand until court on Monday, 23 November.',
  'Brought in for an assessment, and in custody with her mother at hand.',
  'In custody over night and suspected of having an infection.',
];

/** Sentences that should be pointed at, with what in them. */
const telling: [string, string[]][] = [
  ['Mr Smith in cell 4 was upset.', ['Mr Smith']],
  ['We told Sgt Jones, who made a note.', ['Sgt Jones']],
  ['PC Green and PC 1234 brought him in.', ['PC Green']],
  ['mrs khan asked for her glasses', ['mrs khan']],
  ['Mr smith and Mr and Mrs jones rang', ['Mr smith', 'Mrs jones']],
  ['We spoke to John Smith in cell 4.', ['John Smith']],
  ['Mohammed Ali was asleep and not woken.', ['Mohammed Ali']],
  ['Cell 3: Aisha Begum had not eaten.', ['Aisha Begum']],
  ['Her mother, Siobhan O’Neill, had not been told.', ['Siobhan O’Neill']],
  ['J. Brown had no blanket.', ['J. Brown']],
  ['The boy in cell 2 is called Jayden and is 15.', ['called Jayden']],
  ['He said his name was Tyrone.', ['name was Tyrone']],
  ['Dr Patel saw her at three.', ['Dr Patel']],
  ['Chief Inspector Blackwood denied us access.', ['Inspector Blackwood']],
  ['Detainee Williams wanted a telephone call.', ['Detainee Williams']],
  ['VP/0123/26 (DOB 12/03/1999) was in pain.', ['DOB 12/03/1999']],
  ['She was born on 4 May 2009 and is in the care of a woman.', ['born on 4 May 2009']],
  ['VP/0444/26, 01.02.84, wanted a doctor.', ['01.02.84']],
  ['He was arrested for burglary.', ['arrested for burglary']],
  ['Brought in on suspicion of theft from a shop.', ['on suspicion of theft']],
  ['Brought in for assault, remanded for theft.', ['in for assault', 'remanded for theft']],
  ['Charged with criminal damage last night.', ['Charged with criminal damage']],
  ['Here for shoplifting, as he told us.', ['Here for shoplifting']],
  ['In for murder, staff said.', ['In for murder']],
  ['Mr Smith again: Mr Smith would not eat.', ['Mr Smith']],
  [
    'Told Sgt Jones that Anna Kowalska, born 1988, was arrested for assault.',
    ['Sgt Jones', 'Anna Kowalska', 'born 1988', 'arrested for assault'],
  ],
];

describe('what looks like a name, a date of birth or an offence', () => {
  test.each(telling)('%s', (text, words) => expect(found(text)).toEqual(words));

  test(`of ${clean.length} sentences in which nobody is named, not one is pointed at`, () =>
    expect(clean.flatMap((text) => found(text).map((words) => `${words} in: ${text}`))).toEqual([]));

  test('a suite that is named after people is known by the office, and to nobody else', () => {
    expect(found('We walked on to Telford Malinsgate.')).toEqual([]);
    expect(foundIn('We walked on to Telford Malinsgate.', [], 2026)).toHaveLength(1);
  });

  test('a day of the visit’s own years is no date of birth', () => {
    expect(found('Reported on 12/10/2025 and again on 3.11.26.')).toEqual([]);
    expect(foundIn('Reported on 12/10/2025.', [], 2040).map(({ kind }) => kind)).toEqual(['dateOfBirth']);
  });

  test('nothing is found in nothing, and lines end sentences', () => {
    expect(found('')).toEqual([]);
    expect(found('Blankets\nSoap\nShower gel')).toEqual([]);
  });
});
