/** Why somebody, or a pair, does not stand in a place of the rota: one reason for each kind of `shared/rota/rules.ts`. */
export const placeReasons = [
  'notTwo',
  'notAVolunteer',
  'inTraining',
  'vettingOut',
  'notTactAccredited',
  'speaksAgainst',
  'otherPanel',
  'notFree',
  'saidNothing',
  'goesElsewhere',
  'bothOnProbation',
] as const;

/**
 * Why the office does not make a change, as tags of a closed list. `passing` ones are no answer for good: the same
 * change can be sent again when what stood in its way is gone, and its number stays unanswered until then.
 */
export const refusalReasons = [
  /** The record would not be one of its type. */
  'invalid',
  /** The author is nobody the office knows, or has left. */
  'unknownPerson',
  'hasLeft',
  /** Somebody else's change, and its sender is not one who may bring it in. */
  'notTheirChange',
  /** The author's role or panel does not allow it. */
  'notAllowed',
  /** An office keeps somebody who may change suites, people and settings. */
  'lastCoordinator',
  /** What only acceptance writes: references, receiving, conflicts. */
  'officeOnly',
  /** An exercise is nobody else's business. */
  'practice',
  /** No move of the life of a report or a concern. */
  'lifeCycle',
  /** Somebody else moved it first, and this move does not follow from where it stands now. */
  'movedOn',
  /** A declaration of somebody whom the report does not name. */
  'declaration',
  /** What the office has changes only under a correction that says what. */
  'submitted',
  /** A letter, a note, what was said of a recommendation: it stands as it was written. */
  'kept',
  /** Somebody else holds the pen of this draft, and only they send it. */
  'penElsewhere',
  /** A hub that was put back has not been given again what this changes: it can be sent again once it is. */
  'notBack',
  /** A line of a claim for a report that the office does not have: it can be sent again once it does. */
  'notReported',
  /** A line for a visit or session at which the claimant was not, on another day than it was, or that was destroyed. */
  'notTheirs',
  'otherDay',
  'reportGone',
  /** Nobody decides on their own claim, and a claim that was submitted is not written in. */
  'ownClaim',
  'claimSubmitted',
  /** Words beside the rota that name a day or a time. */
  'saysWhen',
  /** Week and suite of a place that its panel has seen. */
  'placeFixed',
  /** Whoever stood in the place looks for cover no more. */
  'coverEnded',
  /** Two records of one person were put together the other way round by somebody else first. */
  'mergedCrosswise',
  /** A certificate of destruction that names what the office still has. */
  'notDestroyed',
  /** What keeps somebody out of a place of the rota, where nobody has said why they stand there all the same. */
  ...placeReasons,
  /** A settlement of what is not contested, or that names no value. */
  'notContested',
  /** The hub is older than the laptop and does not know this type: wait until it is updated. */
  'unknownType',
  /** A number that another change of this device had: the store is a copy, and takes a new incarnation first. */
  'numberReused',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export const passing: readonly RefusalReason[] = [
  'unknownType',
  'numberReused',
  'notTheirChange',
  'notReported',
  'notBack',
];
/** Of the passing ones those after which a change comes again as it is, and what follows it waits for that. */
export const comingAgain: readonly RefusalReason[] = ['notReported', 'notBack'];

/** What happened to a change, and what to do next, for whoever wrote it. */
export const objectionWords: { [R in RefusalReason]: string } = {
  invalid:
    'The office could not read this change as a record. Update ICV Desk and send it again; your words are kept.',
  unknownPerson: 'The office does not know who wrote this. Ask the coordinator to add you under People.',
  hasLeft:
    'Whoever wrote this has left the scheme. The office has it, and the coordinator decides what becomes of it.',
  notTheirChange:
    'This was written by somebody else, and only a coordinator or an administrator can bring it in.',
  notAllowed: 'Your role does not allow this change. Ask the coordinator; your words are kept until then.',
  lastCoordinator: 'An office keeps at least one coordinator. Make somebody else one first.',
  officeOnly: 'This is written by the office alone and was left as it is.',
  practice: 'An exercise stays on the laptop and is never sent.',
  lifeCycle: 'It does not move in this way. Look at where it stands now.',
  movedOn: 'Somebody else moved this on first. Look at where it stands now; what you wrote is kept here.',
  declaration: 'Only the visitors named in the report can declare that it says what they saw.',
  submitted:
    'The office already has this as it was said. Write your change as a correction; it is kept here.',
  kept: 'This stands as it was written. Write something new beside it; your words are kept.',
  penElsewhere:
    'Somebody else holds the pen of this report and sends it. What you wrote in it is kept for them to see.',
  notBack:
    'The office’s hub was put back from a backup and does not have again yet what this changes. It follows by itself once another laptop has brought it back.',
  notReported:
    'The office does not have the report that a line of this claim is for. Send the report; the claim follows it by itself.',
  notTheirs:
    'A line of this claim is for a visit or session at which its claimant is not said to have been. Take the line out, or have the report corrected first; your words are kept.',
  otherDay:
    'A line of this claim names another day than its visit or session was on, or one after the month of the claim. Take this back and write the line again.',
  reportGone:
    'The report that a line of this claim is for was destroyed for good, so nothing new can be claimed for it. Ask the coordinator.',
  ownClaim: 'Nobody decides on their own claim. Ask another coordinator to look at it.',
  claimSubmitted:
    'This claim has been submitted and is not written in any more. Withdraw it while nobody has decided on it; your words are kept.',
  saysWhen:
    'These words name a day or a time, and a rota names weeks alone: visits are unannounced. Take it back and say it without.',
  placeFixed:
    'The week and the suite of a place stay as its panel saw them. Withdraw this place and make another one.',
  coverEnded: 'Whoever stands there does not look for cover any more, so the place stays theirs.',
  mergedCrosswise:
    'Somebody else put the records of this person together the other way round first. Theirs stands; take this back, and look at the person as they are now.',
  notDestroyed:
    'The office still has something that this certificate says was destroyed. Ask the hub to destroy it first, and then write the certificate.',
  notTwo: 'A pair is two different people, and whoever learns beside it is a third.',
  notAVolunteer: 'Somebody in this place is not a volunteer of the scheme who can be placed.',
  inTraining: 'Whoever is in training goes only as a third beside a pair.',
  vettingOut:
    'The vetting of somebody in this place is not in date for the whole week, so they cannot be placed in it.',
  notTactAccredited: 'Somebody in this place is not accredited for TACT visits.',
  speaksAgainst: 'Something known to the coordinator speaks against it. Ask the coordinator.',
  otherPanel: 'Somebody in this place is not of the panel of this suite.',
  notFree: 'Somebody in this place has said that they are not free that week.',
  saidNothing:
    'Somebody in this place has not said anything of that week, and the scheme asks nobody who has not.',
  goesElsewhere: 'Somebody in this place goes to another visit that week.',
  bothOnProbation: 'Neither of this pair is accredited yet, and one of a pair is.',
  notContested: 'Nothing is contested there any more. Look at what the record says now.',
  unknownType: 'The office’s hub must be updated before it can take this. It waits here and is not lost.',
  numberReused:
    'This store is a copy of another one. It takes a new identity and sends this again; nothing is lost.',
};
