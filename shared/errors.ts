import { objectionWords } from './sync/refusals.ts';
import { dayWords, momentOf } from './times.ts';

/*
 * The one table of what can go wrong and of the sentence for each, longer than other files: that all are there and none
 * twice is seen, and held by the compiler, because they stand together.
 */

/** What can go wrong in a call, as plain tagged objects that cross process borders unchanged. */
export type Failure =
  | { tag: 'noStore' }
  | { tag: 'storeExists' }
  | { tag: 'whichStore'; names: string[] }
  | { tag: 'wrongPassphrase' }
  | { tag: 'wrongRecoveryCode' }
  | { tag: 'weakPassphrase'; atLeast: number }
  | { tag: 'keychainMissing' }
  | { tag: 'keyDamaged' }
  | { tag: 'storeDamaged' }
  | { tag: 'storePlain' }
  | { tag: 'storeNewer'; found: number; known: number }
  | { tag: 'storeInUse' }
  | { tag: 'diskFull' }
  | { tag: 'cannotWrite'; path: string }
  | { tag: 'cannotRead'; path: string }
  | { tag: 'fileExists'; path: string }
  | { tag: 'notABackup'; path: string }
  | { tag: 'locked' }
  | { tag: 'notAllowed' }
  | { tag: 'notFound'; what: string }
  | { tag: 'destroyed'; what: string; at: string }
  | { tag: 'invalid'; problems: { path: string; text: string }[] }
  | { tag: 'changedElsewhere'; paths: string[] }
  | { tag: 'alreadyReceived' }
  | { tag: 'notReceived' }
  | { tag: 'penElsewhere'; name: string }
  | { tag: 'mustFix'; count: number }
  | { tag: 'noReason' }
  | { tag: 'noNumbers' }
  | { tag: 'checkDone' }
  | { tag: 'checkNotDone' }
  | { tag: 'wrongPin'; left: number }
  | { tag: 'noPin' }
  | { tag: 'weakPin' }
  | { tag: 'notTheirVisit' }
  | { tag: 'noWords' }
  | { tag: 'movedOn' }
  | { tag: 'checksOpen'; count: number }
  | { tag: 'restrictionDays' }
  | { tag: 'reviewNotReady'; missing: string[] }
  | { tag: 'ownAssessment' }
  | { tag: 'notTheirStep' }
  | { tag: 'notTheirCase' }
  | { tag: 'ownReply' }
  | { tag: 'notApproved' }
  | { tag: 'caseNotReady'; missing: string[] }
  | { tag: 'requestStep'; why: string }
  | { tag: 'notACopy' }
  | { tag: 'boundFile' }
  | { tag: 'namesRequester'; titles: string[] }
  | { tag: 'secondPerson' }
  | { tag: 'notDue' }
  | { tag: 'hasHub' }
  | { tag: 'weekAhead' }
  | { tag: 'formProblems'; problems: string[] }
  | { tag: 'newerForm'; version: number }
  | { tag: 'letterProblems'; problems: string[] }
  | { tag: 'mergedTooMuch'; fields: string[] }
  | { tag: 'namesInLetter'; words: string[] }
  | { tag: 'sheetExists' }
  | { tag: 'nothingToAsk' }
  | { tag: 'badSheet'; detail: string }
  | { tag: 'claimLine'; why: 'notReported' | 'notTheirs' | 'otherDay' | 'reportGone' }
  | { tag: 'claimSubmitted' }
  | { tag: 'ownClaim' }
  | { tag: 'noLines' }
  | { tag: 'noRate'; day: string }
  | { tag: 'futureMonth' }
  | { tag: 'exportWaits' }
  | { tag: 'lastCoordinator' }
  | { tag: 'noStepReason' }
  | { tag: 'futureDay' }
  | { tag: 'vettingUndated' }
  | { tag: 'interestEmpty' }
  | { tag: 'badPeriod'; text: string }
  | { tag: 'otherPeriod'; name: string; every: 'month' | 'quarter' | 'year'; within: string }
  | { tag: 'badMail'; detail: string }
  | { tag: 'badFile'; detail: string }
  | { tag: 'importGone' }
  | { tag: 'importRefused'; line: number | null }
  | { tag: 'speaksAgainst'; why: string[] }
  | { tag: 'saysWhen'; words: string }
  | { tag: 'figuresWait' }
  | { tag: 'unknownCall'; name: string }
  | { tag: 'unreachable' }
  | { tag: 'standalone' }
  | { tag: 'hubUnreachable' }
  | { tag: 'databaseUnreachable' }
  | { tag: 'databaseRefused'; detail: string }
  | { tag: 'databaseFull' }
  | { tag: 'alreadyJoined' }
  | { tag: 'hubRefused' }
  | { tag: 'notAHub' }
  | { tag: 'foreignOffice' }
  | { tag: 'badInvitation' }
  | { tag: 'otherPerson' }
  | { tag: 'tooOld' }
  | { tag: 'fileTooLarge'; most: number }
  | { tag: 'fileKind' }
  | { tag: 'tooManyFiles'; most: number }
  | { tag: 'fileNotHere' }
  | { tag: 'fileDamaged'; alone: boolean; unsent?: true }
  | { tag: 'accessEnded'; kept: string | null }
  | { tag: 'newPassphraseNeeded' }
  | { tag: 'leaseOver' }
  | { tag: 'nothingUnsent' }
  | { tag: 'unsentDamaged'; files: number }
  | { tag: 'notARescueFile'; path: string }
  | { tag: 'rescueTooLarge'; path: string }
  | { tag: 'unexpected'; reference: string };

export type FailureTag = Failure['tag'];
type Of<T extends FailureTag> = Extract<Failure, { tag: T }>;

/**
 * The one table of sentences: what happened, and what to do next. Nothing else in the product words a failure.
 */
export const sentences: { [T in FailureTag]: (failure: Of<T>) => string } = {
  noStore: () =>
    'There is no store in this folder yet. Start ICV Desk and set it up, or run "desk init" first.',
  storeExists: () =>
    'This folder already holds a store, and it was left as it is. Choose another folder, or unlock the one that is there.',
  whichStore: ({ names }) =>
    names.length > 1
      ? `Several people have a store here. Say whose with --person: ${names.join(', ')}.`
      : `The store here is called “${names.join()}”. Say so with --person, or leave that out.`,
  wrongPassphrase: () =>
    'That passphrase does not open this store. Try again, use the recovery code, or ask the office to unlock it.',
  wrongRecoveryCode: () =>
    'That recovery code does not open this store. Check it against the printed sheet: letters and numbers only, in groups.',
  weakPassphrase: ({ atLeast }) =>
    `Choose a passphrase of at least ${atLeast} characters; four or five unrelated words are good.`,
  keychainMissing: () =>
    "This computer's keychain cannot unlock the store at the moment. Type your passphrase instead; nothing is lost.",
  keyDamaged: () =>
    'The key file of this store is damaged, so it stays closed. Put back the folder from a backup; the records themselves are untouched.',
  storeDamaged: () =>
    'The store file is damaged and was not opened, so that nothing is made worse. Restore the newest backup with "desk restore", and keep the damaged file: the office can rescue from it.',
  storePlain: () =>
    'The store file is not encrypted, so it was not opened. Somebody has replaced it: restore the newest backup with "desk restore".',
  storeNewer: ({ found, known }) =>
    `This store was written by a newer ICV Desk (version ${found} of the store; this one knows ${known}). Install the newer version; nothing was changed.`,
  storeInUse: () => 'The store is open in another window of ICV Desk. Close that one first.',
  diskFull: () =>
    'The disk is full, so this could not be saved. Free some space and try again; everything saved before is safe.',
  cannotWrite: ({ path }) =>
    `"${path}" cannot be written. Choose another place, or ask for permission to write there.`,
  cannotRead: ({ path }) => `"${path}" cannot be read. Check that it exists and that you may open it.`,
  fileExists: ({ path }) => `"${path}" already exists and was left as it is. Choose another name.`,
  notABackup: ({ path }) => `"${path}" is not a backup that this passphrase opens. Nothing was changed.`,
  locked: () => 'ICV Desk is locked. Unlock it to go on; what you had saved is safe.',
  notAllowed: () => 'Your role does not allow this. Ask the coordinator or an administrator.',
  notFound: ({ what }) =>
    `There is no such ${what} here. It may have been removed, or it is not yours to see.`,
  destroyed: ({ what, at }) =>
    `The office destroyed this ${what} for good on ${momentOf(at)}, and it is no longer on this laptop. Who destroyed it, and under which rule, stands in the audit of the office's hub.`,
  invalid: ({ problems }) =>
    problems.map((p) => (p.path ? `${p.path}: ${p.text}` : p.text)).join(' ') ||
    'Some of what was typed cannot be used.',
  changedElsewhere: ({ paths }) =>
    `Somebody else, or another window, changed the same answer (${paths.join(', ')}). Both versions are shown; choose which stands.`,
  alreadyReceived: () =>
    'The office already has this report, so it is not changed any more. Make a correction instead.',
  notReceived: () =>
    'The office does not have this report yet. Change the report itself instead of correcting it.',
  penElsewhere: ({ name }) =>
    `${name || 'Somebody else'} is writing this report, so it can only be read here. What you had typed is kept; ask for the pen to go on.`,
  mustFix: ({ count }) =>
    `${count === 1 ? 'One answer' : `${count} answers`} must be put right before the report can be sent. Everything is saved.`,
  checksOpen: ({ count }) =>
    count === 1
      ? 'One thing that the checks found is open. Put it right, or say why it stays as it is.'
      : `${count} things that the checks found are open. Put each right, or say why it stays as it is.`,
  noReason: () => 'Say in a few words why this is corrected.',
  noNumbers: () => 'There is no custody number in this list. Each line, or one column, should hold one.',
  checkDone: () => 'This record check is done or put aside. What is done is changed by a correction.',
  checkNotDone: () => 'This record check is not done yet. Go on with it as a draft.',
  wrongPin: ({ left }) =>
    left > 0
      ? `That is not the PIN set for this person on this laptop. ${left === 1 ? 'One more try' : `${left} more tries`} before it is blocked.`
      : 'That PIN is blocked after too many wrong tries. Set a new one under People, or declare later on your own laptop.',
  noPin: () =>
    'No PIN is set for this person on this laptop. They set one themselves under People, or declare later on their own laptop; the report can go meanwhile.',
  weakPin: () => 'Choose a PIN of six digits or more, not all the same and not in a row.',
  notTheirVisit: () => 'Only the visitors named in the report can declare that it says what they saw.',
  noWords: () => 'Write a few words for whoever reads this.',
  restrictionDays: () =>
    'A restriction is decided before it starts, and looked at again and ended only after that. Look at its days.',
  movedOn: () => 'This has moved on meanwhile. Look at where it stands now; nothing was changed.',
  reviewNotReady: ({ missing }) => `This cannot be done yet. ${missing.join(' ')}`,
  ownAssessment: () =>
    'Nobody decides a review that they assessed or drafted. Somebody else has to decide it.',
  notTheirStep: () => 'This step of the review is somebody else’s, or the review stands elsewhere now.',
  notTheirCase: () =>
    'This case is kept to those it names, or this of it is somebody else’s to do. Nothing was changed.',
  ownReply: () => 'Nobody approves a reply that they wrote last. Somebody else has to read it.',
  notApproved: () =>
    'A reply of this kind is approved by somebody else before it goes. Ask for that; the draft is kept.',
  caseNotReady: ({ missing }) => `It cannot be closed yet. ${missing.join(' ')}`,
  requestStep: ({ why }) => `${why} Nothing was changed.`,
  notACopy: () =>
    'A redacted copy is another file of this case than its original, and differs from it. Add it to the case first.',
  boundFile: () =>
    'This file stays: it came or went with a message, or is the original or the copy of a redaction. Take the redaction back first to take out a copy.',
  namesRequester: ({ titles }) =>
    `The log is not published while it names whoever asked. Change these entries first: ${titles.map((title) => `“${title}”`).join(', ')}.`,
  secondPerson: () =>
    'Records are destroyed on the word of two people. Somebody else than whoever proposed it has to approve it.',
  notDue: () =>
    'One of these is not due by the schedule, is held, or belongs with something that is open. Look at the list again; nothing was proposed.',
  hasHub: () => 'This office has a hub, which destroys records everywhere. Ask it instead.',
  weekAhead: () =>
    'The week of this place has not begun. Its report is written once the visit has been made; nothing was begun.',
  formProblems: ({ problems }) => `This form cannot be published yet. ${problems.join(' ')}`,
  newerForm: ({ version }) =>
    `Somebody has published version ${version} of this form meanwhile. Open that one and make your changes there; yours are kept until then.`,
  mergedTooMuch: ({ fields }) =>
    `Together they have more than one record holds: ${fields.join(', ')}. Choose for that what one of them has, or shorten it there first; nothing was merged.`,
  letterProblems: ({ problems }) => `These words cannot be used yet. ${problems.join(' ')}`,
  namesInLetter: ({ words }) =>
    `A letter names no detainee. Take out what is a name, or say that it is none: ${words.map((word) => `“${word}”`).join(', ')}.`,
  sheetExists: () => 'There is a sheet for this suite and month already. Open that one.',
  nothingToAsk: () => 'No concern of this suite awaits an answer of the police, so there is nothing to ask.',
  badSheet: ({ detail }) => `This file was not read: ${detail} Nothing was taken from it.`,
  claimLine: ({ why }) => objectionWords[why],
  claimSubmitted: () => objectionWords.claimSubmitted,
  ownClaim: () => objectionWords.ownClaim,
  noLines: () => 'There is nothing in this claim yet. Add a line first.',
  noRate: ({ day }) =>
    `The office has set no rate for a mile on ${dayWords(day)}. Ask the coordinator to add one under Settings; the claim is kept.`,
  futureMonth: () => 'A month is claimed for once it has begun. Choose this month or one that is over.',
  exportWaits: () =>
    'The office has not taken this export yet, and somebody else may export the same claims. Its file can be saved once this laptop has reached the office.',
  lastCoordinator: () =>
    'Somebody has to stay coordinator. Give another person that role first, then take it away here.',
  noStepReason: () =>
    'Say in a few words why: somebody leaves, or a step is left out or taken back. Only the coordinator reads it.',
  futureDay: () => 'This is written down once it has happened: choose today or a day before.',
  vettingUndated: () => 'Vetting that was cleared needs the day of the decision and the last day it holds.',
  interestEmpty: () =>
    'Say which suite or which person it is about, or write in a few words what the interest is.',
  badPeriod: ({ text }) =>
    `"${text}" is not a period. Write a year (2022-23), a quarter (2022-23Q4), a month (2022-11) or two dates (2022-02-01..2022-11-11).`,
  otherPeriod: ({ name, every, within }) =>
    `“${name}” is made for each ${every}, and for no other period. Open the ${every} in which this one begins instead: ${within}.`,
  badMail: ({ detail }) =>
    `This e-mail was not read: ${detail}. Nothing was taken from it; ask whoever sent it to send it again as plain text.`,
  badFile: ({ detail }) => `This file cannot be imported: ${detail}. Nothing was written.`,
  speaksAgainst: ({ why }) =>
    `This does not stand as it is. ${why.map((text) => `${text}.`).join(' ')} Nothing was changed.`,
  saysWhen: ({ words }) =>
    `A rota names weeks, and never a day or a time: visits are unannounced. Take out “${words}”.`,
  importRefused: ({ line }) =>
    `${line === null ? 'A row' : `Line ${line}`} of this file cannot be written: what it speaks of has moved on since the file was read, or is not yours to change. No more of the file was written; choose it again to see what is still new.`,
  importGone: () => 'This import is no longer open. Choose the file again; nothing was written.',
  figuresWait: () =>
    'The figures are not ready yet: an import or an update is still being written. Try again in a minute; nothing is lost.',
  unknownCall: ({ name }) => `This version of ICV Desk does not know "${name}". Update it.`,
  unreachable: () =>
    'The application behind this window cannot be reached. Start ICV Desk again; everything called saved is safe.',
  standalone: () => 'This computer is its own office: there is no hub to send to, and nothing waits.',
  alreadyJoined: () =>
    'This store belongs to an office with a hub already: only a stand-alone store can become a hub.',
  databaseUnreachable: () =>
    'The PostgreSQL database in DATABASE_URL cannot be reached. Check the address, and whether the database is running.',
  databaseRefused: ({ detail }) =>
    `The PostgreSQL database in DATABASE_URL answers, and does not let the hub do its work: ${detail}. Check user, password, the name of the database, its certificate, and whether the user may make schemas in it.`,
  databaseFull: () =>
    'The PostgreSQL server has no room or no memory left. Nothing was changed; make room there and try again.',
  hubUnreachable: () =>
    "The office's hub cannot be reached at the moment. Everything is saved here; try again when there is a network.",
  hubRefused: () =>
    "The office's hub does not accept this laptop any more. Ring the office; what is unsent is kept on this laptop.",
  notAHub: () =>
    "At this address something answers that is not the office's hub. Check the address; on a public Wi-Fi, sign in to it first.",
  foreignOffice: () =>
    'This belongs to another office. Nothing was taken over; ask the office that you belong to.',
  otherPerson: () =>
    'This invitation is for somebody else, and was not used. Ask the office for one in your own name, for the person who is on its list already.',
  badInvitation: () =>
    'This invitation was used already, has run out, or was typed wrongly. Check the code, or ask the office for a new one.',
  tooOld: () =>
    "This version of ICV Desk is too old for the office's hub. Update it; everything here is kept and sent afterwards.",
  fileTooLarge: ({ most }) =>
    `This file is too large. A file may have ${Math.floor(most / 1_000_000)} MB at most: scan it in grey, or in parts.`,
  fileKind: () =>
    'Only PDF files, JPEG and PNG pictures and plain text can be attached, and none that is empty. Nothing was added.',
  tooManyFiles: ({ most }) => `So many files at most: ${most}. Take one out first.`,
  fileNotHere: () =>
    'This file is not on this laptop yet. It comes once whoever added it has sent it and the office can be reached.',
  fileDamaged: ({ alone, unsent }) =>
    `This file is damaged on this laptop: it is no longer what was kept, so nothing of it is shown. ${
      alone
        ? 'A backup from before has it whole: put that back into an empty folder with "desk restore FILE --data FOLDER", and open it there. What was written since stays here.'
        : unsent
          ? 'The office does not have it yet. Attach the same file again where it stands, and it is whole.'
          : 'It is fetched again from the office as soon as that can be reached, and is shown once it has come whole.'
    }`,
  accessEnded: ({ kept }) =>
    kept === null
      ? 'The office has ended the access of this laptop, and its store was destroyed. The office has what was not sent yet. Ring the office, and join again with a new invitation.'
      : `The office has ended the access of this laptop, and its store was destroyed. What was not sent yet lies encrypted in "${kept}": give that file to the office. Then join again with a new invitation.`,
  leaseOver: () =>
    'This laptop has not reached the office for so long that the passphrase alone does not open it. Use the recovery code, or ring the office for one; everything on it is kept.',
  newPassphraseNeeded: () =>
    'The code of the office opens this store once. Choose a new passphrase with it, which opens the store from now on.',
  unsentDamaged: ({ files }) =>
    files === 1
      ? 'One attached file that the office does not have is damaged on this laptop, and no rescue file can carry it. Attach the same file again where it stands, and it is whole.'
      : `${files} attached files that the office does not have are damaged on this laptop, and no rescue file can carry them. Attach the same files again where they stand, and they are whole.`,
  nothingUnsent: () => 'Nothing is unsent on this laptop: the office has everything.',
  rescueTooLarge: ({ path }) =>
    `"${path}" carries attached files and is too large to be brought in through a window. Bring it in with "desk rescue FILE --in", or ask the office to; nothing in it is lost.`,
  notARescueFile: ({ path }) =>
    `"${path}" is not a rescue file, or it is damaged. Nothing was taken from it.`,
  unexpected: ({ reference }) =>
    `Something went wrong that should not (note ${reference}). What was saved before is safe; try again, and tell the office if it happens twice.`,
};

/** The sentence for a failure. */
export const sentence = (failure: Failure): string =>
  (sentences[failure.tag] as ((f: Failure) => string) | undefined)?.(failure) ??
  'Something went wrong that this version has no words for. What was saved before is safe.';
