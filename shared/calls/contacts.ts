import { z } from 'zod';
import {
  accessView,
  contactAround,
  contactComparison,
  contactSuggestion,
  contactView,
} from '#shared/contact-views.ts';
import { likenesses } from '#shared/contacts/keys.ts';
import { mergeChoices } from '#shared/contacts/merge.ts';
import { isoDate, recordId, words } from '#shared/records/common.ts';
import { contact, contactRestriction, mergeFields } from '#shared/records/contact.ts';
import { patch } from '#shared/sync/patch.ts';
import { page } from '#shared/views.ts';
import { byId, type Call, caseworkers, madeFile, saved } from './call.ts';

const listing = {
  after: z.string().max(400).optional(),
  limit: z.int().min(1).max(200).default(50),
};
const gone = ['notFound', 'destroyed'] as const;
const read = { may: caseworkers, where: 'read' } as const;
const write = { output: saved, may: caseworkers, where: 'write' } as const;
/** What a person's page, and whatever is worked out from it, rests on. */
const ofPerson = ['contact', 'caseFile', 'review', 'person'] as const;
const pair = byId.extend({ other: recordId });

/** Somebody as they give themselves: in the head of an e-mail, on a letter, on the telephone. */
const sought = z.object({
  names: z.array(z.string().max(500)).max(20).default([]),
  mails: z.array(z.string().max(500)).max(20).default([]),
  telephones: z.array(z.string().max(100)).max(20).default([]),
  addresses: z.array(z.string().max(2_000)).max(20).default([]),
});

/** The people of correspondence and reviews: one record of each, found, put together, restricted and handed out. */
export const contactsCalls = {
  /** By name; `restricted`: something stands in their way; `due`: that is to be looked at again by today. */
  'contacts.list': {
    input: z.object({
      text: z.string().max(200).default(''),
      show: z.enum(['all', 'restricted', 'due']).default('all'),
      ...listing,
    }),
    output: page(contact),
    errors: [],
    ...read,
    of: ['contact'],
  },
  /** The record that stands for somebody, also where they are named by one that was merged into it. */
  'contacts.get': { input: byId, output: contact, errors: gone, ...read, of: ['contact'] },
  'contacts.view': { input: byId, output: contactView, errors: gone, ...read, of: ofPerson },
  /** Who may be meant. Whoever asks chooses, or writes somebody new down: nothing is matched by itself. */
  'contacts.suggest': {
    input: sought.extend({ limit: z.int().min(1).max(20).default(8) }),
    output: z.array(contactSuggestion),
    errors: [],
    ...read,
    of: ['contact'],
  },
  /** What must be known before anybody writes to them, wherever they are named. */
  'contacts.around': {
    input: byId.extend({ besides: recordId.optional() }),
    output: contactAround,
    errors: gone,
    ...read,
    of: ofPerson,
  },
  'contacts.save': { input: byId.extend({ patch }), errors: ['changedElsewhere'], ...write },
  /** Pairs of records that may be of one person, the likeliest first. */
  'contacts.duplicates': {
    input: z.object(listing),
    output: page(z.object({ one: contact, other: contact, why: z.array(z.enum(likenesses)) })),
    errors: [],
    ...read,
    of: ['contact'],
  },
  /** That two who look alike are two. */
  'contacts.different': { input: pair, errors: gone, ...write },
  /** Before a merge: both side by side, and what is to be chosen. `id` is the one that stands. */
  'contacts.compare': { input: pair, output: contactComparison, errors: gone, ...read, of: ofPerson },
  /** `other` goes on under `id`; whoever names it means `id` from then on, and no other record is written. */
  'contacts.merge': {
    input: pair.extend({ choices: z.partialRecord(z.enum(mergeFields), z.enum(mergeChoices)) }),
    errors: [...gone, 'movedOn', 'mergedTooMuch'],
    ...write,
  },
  /** Puts two apart again. What was taken is given back; `kept` has been written in since and stays. */
  'contacts.unmerge': {
    input: byId,
    errors: [...gone, 'movedOn'],
    ...write,
    output: saved.extend({ kept: z.array(z.enum(mergeFields)) }),
  },
  'contacts.restrict': {
    input: byId.extend({
      restriction: contactRestriction
        .pick({ id: true, decided: true, channels: true, starts: true, review: true })
        .extend({ words: words.trim().min(1) })
        .strip(),
    }),
    errors: [...gone, 'restrictionDays'],
    ...write,
  },
  /** An appeal and what came of it; that it was looked at and goes on; that it ended. */
  'contacts.restriction': {
    input: byId.extend({
      restriction: recordId,
      what: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('appeal'), words: words.trim().min(1) }),
        z.object({ kind: z.literal('goes on'), review: isoDate }),
        z.object({ kind: z.literal('ended'), on: isoDate }),
      ]),
    }),
    errors: [...gone, 'restrictionDays'],
    ...write,
  },
  /** What a subject access export of somebody holds, and what in it is of others: shown before the file is made. */
  'contacts.access': {
    input: byId,
    output: accessView,
    errors: gone,
    ...read,
    of: [...ofPerson, 'recommendation', 'reviewNote', 'letter'],
  },
  /** Everything about one person as one file, third parties marked. */
  'contacts.accessFile': {
    input: byId,
    output: madeFile.extend({ missing: z.array(z.string()) }),
    errors: gone,
    may: caseworkers,
    where: 'app',
  },
} as const satisfies Record<string, Call>;
