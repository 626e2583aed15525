import type { RecommendationKind } from '#shared/records/recommendation.ts';
import type { EndingKind } from '#shared/records/review-parts.ts';

/** An invented complaint, what the force made of it, and what a review of that may find. */
export type Matter = {
  readonly category: string;
  readonly subcategory?: string;
  readonly factor?: string;
  readonly theme: string;
  readonly text: string;
  readonly force: string;
  readonly grounds: string;
  readonly upheld: string;
  readonly notUpheld: string;
  readonly recommend: { readonly kind: RecommendationKind; readonly words: string };
  readonly refused: string;
  readonly changed: string;
  readonly learnt: string;
};

const delivery = 'Delivery of duties and service';
const powers = 'Police powers, policies and procedures';

export const matters: readonly Matter[] = [
  {
    ...{ category: delivery, subcategory: 'General level of service', theme: 'Updates to complainants' },
    text: 'A burglary was reported and nobody rang back for six weeks.',
    force: 'The service was acceptable; the officer was on other duties.',
    grounds: 'Nobody explained why no update came, although one was promised twice.',
    upheld: 'The answer does not say why the promised updates were not given, nor what was done about it.',
    notUpheld:
      'The answer sets out every contact with its day, and explains and regrets the one that was late.',
    recommend: { kind: 'remedy', words: 'Explain the delay to the complainant and apologise for it.' },
    refused: 'An explanation was given by telephone when the complaint was handled.',
    changed: 'Complaint handlers now write down a day for the next update, and a report lists those missed.',
    learnt: 'A promise of an update has a day, or it is none.',
  },
  {
    ...{ category: delivery, subcategory: 'Decisions', theme: 'Explaining the outcome' },
    text: 'A report of harassment was closed without any witness being asked.',
    force: 'There was no realistic prospect of a conviction.',
    grounds: 'Two witnesses were named and neither was spoken to.',
    upheld: 'The reasons do not say why the named witnesses were not asked, so that nobody can follow them.',
    notUpheld: 'Both witnesses were considered, and why they were not asked is set out step by step.',
    recommend: {
      kind: 'investigate',
      words: 'Look again at the enquiries with the two witnesses that were named.',
    },
    refused: 'The time in which proceedings could be brought has passed.',
    changed: 'Letters of outcome now list each enquiry asked for, with what was done or why it was not.',
    learnt: 'What is not done needs a reason as much as what is done.',
  },
  {
    ...{ category: powers, subcategory: 'Stops, and stop and search', factor: 'Stop and search' },
    theme: 'Body-worn video',
    text: 'Somebody was searched in the street and told nothing of the grounds.',
    force: 'The search was lawful and the grounds were given.',
    grounds: 'The video was not looked at before the answer was written.',
    upheld: 'The finding rests on the record alone, though there was video of the whole search.',
    notUpheld: 'The video was looked at; the grounds and the entitlement to a record are heard on it.',
    recommend: {
      kind: 'investigate',
      words: 'Look at the video of the search and answer the complaint anew.',
    },
    refused: 'The video was kept for the usual time and is no longer there.',
    changed: 'Video is secured on the day on which a complaint about a search is logged.',
    learnt: 'Video that is not secured at once is often gone when it is asked for.',
  },
  {
    ...{ category: powers, subcategory: 'Use of force', factor: 'Mental health' },
    theme: 'Use of force explained',
    text: 'Handcuffs were used on somebody in distress who had asked for help.',
    force: 'The use of handcuffs was within policy.',
    grounds: 'Nobody considered what was known of their health.',
    upheld: 'Policy is quoted, but not why force was needed then and there.',
    notUpheld:
      'Each officer’s account says why force was needed at that moment, and they agree with the video.',
    recommend: { kind: 'proceedings', words: 'Consider again whether there is a case to answer.' },
    refused: 'The decision maker considered all the evidence and remains of the same mind.',
    changed: 'Training on talking somebody down is now part of the yearly days of every response officer.',
    learnt: 'An account of force begins with what else was tried.',
  },
  {
    ...{ category: 'Handling of or damage to property/premises', theme: 'Property' },
    text: 'A telephone was taken as evidence and came back broken ten months later.',
    force: 'There is no evidence that it was damaged in police possession.',
    grounds: 'No note was made of its state when it was taken.',
    upheld: 'The burden was laid on the complainant, although it was the force that kept no note.',
    notUpheld: 'A photograph made when it was taken shows the same damage.',
    recommend: { kind: 'remedy', words: 'Consider paying for the repair.' },
    refused: 'The claim is for the insurers to decide.',
    changed: 'The state of whatever is taken is photographed and kept with its entry.',
    learnt: 'What is taken is photographed before it is bagged.',
  },
  {
    ...{
      category: 'Individual behaviours',
      subcategory: 'Impolite language/tone',
      theme: 'Updates to complainants',
    },
    text: 'A caller was spoken to sharply and told to stop ringing.',
    force: 'The member of staff was spoken to.',
    grounds: 'The recording was never listened to.',
    upheld: 'What the recording shows is not in the answer, and nor is what came of it.',
    notUpheld: 'The recording was listened to with the supervisor; the tone was firm and not discourteous.',
    recommend: { kind: 'remedy', words: 'Apologise for the tone of the call.' },
    refused: 'The member of staff had good reason to end the call.',
    changed: 'Supervisors listen to a call before they answer a complaint about it.',
    learnt: 'A recording settles in minutes what letters do not.',
  },
  {
    ...{ category: 'Discriminatory behaviour', subcategory: 'Disability', theme: 'Explaining the outcome' },
    text: 'Somebody who is deaf was refused an interpreter at the front counter.',
    force: 'No interpreter was available that day.',
    grounds: 'It was not said why no other way of talking was found.',
    upheld: 'The answer does not ask whether the duty to make adjustments was met.',
    notUpheld: 'A video interpreter was offered within the hour and declined; the answer shows it.',
    recommend: {
      kind: 'refer',
      words: 'Refer the complaint to the IOPC, as an allegation of discrimination.',
    },
    refused: 'The criteria for referral are not met.',
    changed: 'Every front counter has a video interpreter, and its staff have been shown how to use it.',
    learnt: 'An adjustment is asked about before it is asked for.',
  },
  {
    ...{ category: 'Access and/or disclosure of information', subcategory: 'Disclosure of information' },
    theme: 'Reasonable enquiries',
    text: 'A neighbour was told by an officer of a report that had been made in confidence.',
    force: 'It cannot be established who told the neighbour.',
    grounds: 'The officer who had come to the house was never asked.',
    upheld: 'The one person who could say was not asked.',
    notUpheld: 'Everybody who knew of the report was asked, and the log of who opened it was looked at.',
    recommend: {
      kind: 'investigate',
      words: 'Ask the officer who attended, and look at who opened the report.',
    },
    refused: 'The officer has left the force.',
    changed: 'The log of who opened a record is asked for in every complaint about disclosure.',
    learnt: 'Enquiries begin with whoever was there.',
  },
];

/** Names for people who apply, put together by chance; nobody real is meant. */
export const applicantNames: readonly string[] =
  'Ansel Birdsong,Beatrix Callowhill,Corin Dewsnap,Dagny Elderkin,Emrys Fothergale,Fenella Grindrod,Gideon Holloway-Pryce,Hester Inchbald,Ignatius Jellicombe,Junia Kerslake,Kester Lovibond,Leonie Merriwether,Magnus Netherby,Nerys Ollerenshaw,Orson Pickersgill,Philippa Quayle-Moss,Quentin Rushbrooke,Romilly Saltmarsh,Silas Twelvetrees,Thea Umpleby,Ulric Venning,Verity Wildgoose,Wystan Yelverton,Zinnia Applewhite'.split(
    ',',
  );

export const adjustments: readonly string[] = [
  'Large print, and letters rather than telephone calls.',
  'Please ring before writing: reading is difficult.',
  'A plain summary on the first page of every letter.',
];

export const takenLate =
  'The applicant was in hospital for most of the time for applying and wrote within days of coming home.';
export const endReasons: Readonly<Record<EndingKind, string>> = {
  invalid: 'The complaint was handled outside Schedule 3, for which there is no review.',
  withdrawn: 'The applicant wrote that the matter has been settled with the force.',
  forwarded: 'The complaint was referred to the IOPC, which therefore decides the review.',
};
