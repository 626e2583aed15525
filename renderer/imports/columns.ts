import type { ImportKind } from '#shared/import-views.ts';
import { importers } from '#shared/imports/importers.ts';

export const importNames: Readonly<Record<ImportKind, string>> = {
  suites: 'Suites',
  volunteers: 'Volunteers',
  throughput: 'Custody throughput',
  visits: 'Visits',
  reviews: 'Complaint reviews',
  correspondence: 'Correspondence',
};

const date = 'Date: YYYY-MM-DD or DD/MM/YYYY';
const time = 'Time: HH:MM';
const number = 'Number; blank means not known';
const panel = 'Name of the panel';

/** What each column holds, for whoever makes the file. Which columns there are, the readers of the file decide. */
const holds: Readonly<Record<ImportKind, Readonly<Record<string, string>>>> = {
  suites: {
    name: 'Name of the suite; it is known by it',
    area: 'Area it lies in',
    panel,
    status: 'open, reserve or closed',
    target_per_week: 'Visits aimed at each week',
  },
  volunteers: {
    name: 'Name of the volunteer; they are known by it',
    panel,
    status: 'enquiry, application, interview, references, vetting, training, probation, accredited or left',
    joined: date,
    left: date,
    vetting_expires: date,
    accredited: date,
    next_review: date,
  },
  throughput: {
    suite: 'Name of the suite',
    month: 'Month: YYYY-MM',
    total: 'Everyone detained in that month, as the force says',
    under_18: number,
    female: number,
  },
  visits: {
    reference: 'Reference of the visit; the row is known by it',
    suite: 'Name of the suite',
    date,
    outcome: 'completed, abandoned, refused or closed',
    method: 'in-person, telephone or video',
    purpose: 'routine, extended observation, follow-up, training or TACT',
    visitor_1: 'Name of the first visitor',
    visitor_2: 'Name of the second visitor',
    arrived: time,
    admitted: time,
    left: time,
    delay_reason: 'Why the visitors waited',
    held: number,
    not_available: number,
    not_offered: number,
    offered: 'Number; blank is worked out from accepted and declined',
    accepted: 'Number; blank is worked out from offered and declined',
    declined: 'Number; blank is worked out from offered and accepted',
    observed_only: number,
    record_only: number,
    satisfactory: 'yes or no',
    opcat: 'Number of concerns under the Optional Protocol',
    praise: 'yes, no, or the words of it',
    comments: 'Words',
  },
  reviews: {
    reference: 'Reference of the review; the row is known by it',
    received: date,
    route: 'not-investigated or investigated',
    outcome_provided: date,
    acknowledged: date,
    valid: 'yes or no',
    decided: date,
    decision: 'upheld, not-upheld, invalid, withdrawn or forwarded',
    allegations: number,
    allegations_upheld: number,
    recommendations: number,
    recommendations_accepted: number,
    theme: 'What it was about',
  },
  correspondence: {
    reference: 'Reference of the item; the row is known by it',
    received: date,
    kind: 'Kind of case, such as enquiry, concern, complaint about the force, FOI request or media',
    channel: 'email, letter, phone, web form, social or in person',
    area: 'Area of the office, or outside',
    themes: 'What it was about; several with semicolons between them',
    acknowledged: date,
    answered: date,
    closed: date,
    outcome: 'How it ended; of a request granted, part, refused or not held',
  },
};

/** The columns a file of this kind may have. */
export const columnsOf = (kind: ImportKind): { name: string; required: boolean; holds: string }[] =>
  Object.entries(importers[kind].columns).map(([name, { required }]) => ({
    name,
    required,
    holds: holds[kind][name] ?? '',
  }));
