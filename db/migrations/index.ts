import type { Migration } from '../migrate.ts';
import * as records from './0010-records.ts';
import * as readThrough from './0020-read-through.ts';
import * as detaineeFacts from './0030-detainee-facts.ts';
import * as formOfReport from './0040-form-of-report.ts';
import * as sync from './0050-sync.ts';
import * as files from './0060-files.ts';
import * as concerns from './0070-concerns.ts';
import * as concernFacts from './0080-concern-facts.ts';
import * as seals from './0090-seals.ts';
import * as checkFacts from './0100-check-facts.ts';
import * as scheme from './0110-scheme.ts';
import * as volunteerFacts from './0120-volunteer-facts.ts';
import * as reviews from './0130-reviews.ts';
import * as correspondence from './0140-correspondence.ts';
import * as people from './0145-people-of-correspondence.ts';
import * as returnWords from './0150-return-words.ts';
import * as caseQueue from './0155-case-queue.ts';
import * as returns from './0160-returns.ts';
import * as caseMarks from './0170-case-marks.ts';
import * as casesByMark from './0175-cases-by-mark.ts';
import * as alike from './0180-alike.ts';

/** Every shape the store has had, in order. A number that has been shipped is never changed or used again. */
export const migrations: readonly Migration[] = [
  { number: 10, name: 'records', up: records.up },
  { number: 20, name: 'read-through', up: readThrough.up },
  { number: 30, name: 'detainee-facts', up: detaineeFacts.up },
  { number: 40, name: 'form-of-report', up: formOfReport.up },
  { number: 50, name: 'sync', up: sync.up },
  { number: 60, name: 'files', up: files.up },
  { number: 70, name: 'concerns', up: concerns.up },
  { number: 80, name: 'concern-facts', up: concernFacts.up },
  { number: 90, name: 'seals', up: seals.up },
  { number: 100, name: 'check-facts', up: checkFacts.up },
  { number: 110, name: 'scheme', up: scheme.up },
  { number: 120, name: 'volunteer-facts', up: volunteerFacts.up },
  { number: 130, name: 'reviews', up: reviews.up },
  { number: 140, name: 'correspondence', up: correspondence.up },
  { number: 145, name: 'people-of-correspondence', up: people.up },
  { number: 150, name: 'return-words', up: returnWords.up },
  { number: 155, name: 'case-queue', up: caseQueue.up },
  { number: 160, name: 'returns', up: returns.up },
  { number: 170, name: 'case-marks', up: caseMarks.up },
  { number: 175, name: 'cases-by-mark', up: casesByMark.up },
  { number: 180, name: 'alike', up: alike.up },
];
