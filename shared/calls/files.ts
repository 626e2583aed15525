import { z } from 'zod';
import { recordId, shortText, words } from '#shared/records/common.ts';
import { keptKinds } from '#shared/records/file.ts';
import { fileTypes } from '#shared/records/with-files.ts';
import { byId, type Call, largestFile, saved, writers } from './call.ts';

/** Whoever writes records that carry files: reports and what belongs to the scheme, cases of correspondence. */
export const filers = [...writers, 'caseworker'] as const;

/** One file of a record. */
export const oneFile = byId.extend({ type: z.enum(fileTypes), file: recordId });

/** Where a file of a record is. `sent`: the office has it whole. */
export const fileWhere = z.object({ id: recordId, here: z.boolean(), sent: z.boolean() });
export type FileWhere = z.infer<typeof fileWhere>;

const ofReports = ['alreadyReceived', 'penElsewhere'] as const;

/** The files that records carry: of every type that says in the registry where its files stand. */
export const filesCalls = {
  /** Attaches a file; to a report that the office has, by a correction that says why. Once and for all by its id. */
  'files.add': {
    input: oneFile.extend({
      name: shortText,
      /** What is in it, as base64. */
      bytes: z.string().max(largestFile),
      reason: words.optional(),
    }),
    output: saved,
    errors: ['notFound', 'destroyed', 'noReason', 'fileTooLarge', 'fileKind', 'tooManyFiles', ...ofReports],
    may: filers,
    where: 'write',
    carriesFile: true,
  },
  /** Takes a file out. Out of a report it can come back until that is made ready; out of anything else it is gone. */
  'files.remove': {
    input: oneFile,
    output: saved,
    errors: ['notFound', 'destroyed', 'boundFile', ...ofReports],
    may: filers,
    where: 'write',
  },
  'files.read': {
    input: oneFile,
    output: z.object({ name: z.string(), kind: z.enum(keptKinds), bytes: z.string() }),
    errors: ['notFound', 'destroyed', 'fileNotHere', 'fileDamaged'],
    may: filers,
    where: 'read',
  },
} as const satisfies Record<string, Call>;
