import { z } from 'zod';
import { isoDate, recordId, words } from '#shared/records/common.ts';
import { attendances, session, sessionKinds } from '#shared/records/session.ts';
import { patch } from '#shared/sync/patch.ts';
import { byId, type Call, madeFile, saved, staff, writers } from './call.ts';
import { fileWhere } from './files.ts';

const action = session.shape.actions.element;

/** An action with the session that agreed it, and who owes it where their name is known here. */
export const agreedAction = z.object({
  session: recordId,
  title: z.string(),
  on: isoDate,
  action,
  ownerName: z.string().nullable(),
  late: z.boolean(),
});
export type AgreedAction = z.infer<typeof agreedAction>;

const sessionRow = z.object({
  id: recordId,
  kind: z.enum(sessionKinds),
  title: z.string(),
  on: isoDate,
  from: z.string().nullable(),
  to: z.string().nullable(),
  place: z.string().nullable(),
  panelName: z.string().nullable(),
  topic: z.string().nullable(),
  cancelled: z.boolean(),
  invited: z.int(),
  present: z.int(),
  /** What is said of whoever asks: null where they are not invited. */
  own: z.enum(['invited', ...attendances]).nullable(),
});
export type SessionRow = z.infer<typeof sessionRow>;

/** A place in the list of what has been: its day and its id. */
const cursor = z.object({ on: isoDate, id: recordId });

/** What somebody attended, or learned elsewhere before they came or beside the scheme. */
const attended = z.object({
  /** The session; null for what they were trained in elsewhere. */
  session: recordId.nullable(),
  on: isoDate,
  title: z.string(),
  kind: z.enum(sessionKinds),
  topic: z.string().nullable(),
  was: z.enum(attendances).nullable(),
});
export type Attended = z.infer<typeof attended>;

const inSession = byId.extend({ person: recordId });

/** Training sessions and meetings: written by whoever runs the panel, read by its members. */
export const sessionsCalls = {
  /** What is to come, the next first; or what has been, the latest first and page by page. */
  'sessions.list': {
    input: z.object({
      show: z.enum(['coming', 'past']),
      after: cursor.optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({ rows: z.array(sessionRow), next: cursor.nullable() }),
    errors: [],
    may: writers,
    where: 'read',
    of: ['session', 'panel'],
  },
  'sessions.get': {
    input: byId,
    output: z.object({
      session,
      /** Whether whoever asks may write in it. */
      mayChange: z.boolean(),
      panelName: z.string().nullable(),
      /** Everybody it names. */
      names: z.record(z.string(), z.string()),
      /** Who is of its panel, or of the scheme, and is not invited. */
      others: z.array(z.object({ id: recordId, name: z.string() })),
      /** Who may owe what it agrees. */
      owners: z.array(z.object({ id: recordId, name: z.string() })),
      /** What earlier meetings of the same kind agreed, as far as it was open on its day. */
      takenOver: z.array(agreedAction),
      files: z.array(fileWhere),
      today: isoDate,
      body: z.string(),
      notice: z.string().nullable(),
    }),
    errors: ['notFound', 'destroyed'],
    may: writers,
    where: 'read',
    of: ['session', 'panel', 'person', 'setting'],
  },
  /** Makes a session, or changes what it is, its agenda, its minutes, its papers that are links and its actions. */
  'sessions.save': {
    input: z.object({ id: recordId, patch }),
    output: saved,
    errors: ['changedElsewhere'],
    may: staff,
    where: 'write',
  },
  /** Invites people, or all of its panel at once where nobody is named. */
  'sessions.invite': {
    input: byId.extend({ people: z.array(recordId).max(500).optional() }),
    output: saved.extend({ invited: z.int() }),
    errors: ['notFound', 'destroyed'],
    may: staff,
    where: 'write',
  },
  'sessions.uninvite': {
    input: inSession,
    output: saved,
    errors: ['notFound', 'destroyed'],
    may: staff,
    where: 'write',
  },
  /** Says whether somebody came; without `was` it is taken back. */
  'sessions.attend': {
    input: inSession.extend({ was: z.enum(attendances).optional() }),
    output: saved,
    errors: ['notFound', 'destroyed'],
    may: staff,
    where: 'write',
  },
  /** Cancels it and says why; without words it takes place after all. */
  'sessions.cancel': {
    input: byId.extend({ words: words.optional() }),
    output: saved,
    errors: ['notFound', 'destroyed'],
    may: staff,
    where: 'write',
  },
  /** What was agreed and is not done, what is owed first in front. */
  'sessions.actions': {
    input: z.object({ whose: z.enum(['mine', 'all']) }),
    output: z.array(agreedAction),
    errors: [],
    may: writers,
    where: 'read',
    of: ['session', 'person'],
  },
  /** The training and meetings of somebody, the latest first. Their own, or anybody's for the staff. */
  'sessions.attended': {
    input: z.object({ person: recordId }),
    output: z.array(attended),
    errors: [],
    may: writers,
    where: 'read',
    of: ['session', 'person'],
  },
  /** The agenda or the minutes as a Word document. */
  'sessions.file': {
    input: byId.extend({ as: z.enum(['agenda', 'minutes']) }),
    output: madeFile,
    errors: ['notFound', 'destroyed'],
    may: writers,
    where: 'app',
  },
} as const satisfies Record<string, Call>;
