import { z } from 'zod';
import { clockTime, isoDate, recordId, shortText, wholeNumber, words } from './common.ts';
import { attachedFile } from './file.ts';

export const sessionKinds = ['training', 'panel meeting', 'scheme meeting', 'other'] as const;
export const attendances = ['present', 'apologies', 'absent'] as const;
export type Attendance = (typeof attendances)[number];

/** A training session or a meeting: papers before it, who came, and what was agreed. No custody visit is one. */
export const session = z.looseObject({
  id: recordId,
  kind: z.enum(sessionKinds),
  title: shortText,
  on: isoDate,
  from: clockTime.optional(),
  to: clockTime.optional(),
  place: shortText.optional(),
  /** The panel whose meeting it is; without one it is everybody's of the scheme. */
  panel: recordId.optional(),
  /** What is trained, one of the office's list (`setting.trainings`). */
  topic: shortText.optional(),
  cancelled: words.optional(),
  agenda: z
    .array(
      z.looseObject({
        id: recordId,
        order: z.string().max(100).optional(),
        title: shortText,
        words: words.optional(),
        minutes: words.optional(),
      }),
    )
    .max(100),
  /** Materials and papers: files, or where they are. */
  papers: z
    .array(z.looseObject({ id: recordId, title: shortText, link: z.string().max(500).optional() }))
    .max(100),
  files: z.array(attachedFile).max(100).optional(),
  /** Who was invited and came; the id is the person's. */
  attendance: z.array(z.looseObject({ id: recordId, was: z.enum(attendances).optional() })).max(500),
  actions: z
    .array(
      z.looseObject({
        id: recordId,
        words,
        owner: recordId.optional(),
        due: isoDate.optional(),
        done: isoDate.optional(),
        came: words.optional(),
      }),
    )
    .max(200),
  notes: words.optional(),
});
export type Session = z.infer<typeof session>;

/** A kind of training of the office's list: whether volunteers need it, and how long it lasts. */
export const training = z.looseObject({
  id: recordId,
  name: shortText,
  needed: z.boolean(),
  /** Months after which it is to be taken again; without it never. */
  months: wholeNumber.optional(),
});
export type Training = z.infer<typeof training>;

export type AgendaItem = Session['agenda'][number];
export type SessionAction = Session['actions'][number];

/** The agenda in its order; a change of order moves nothing in the record. */
export const agendaOf = ({ agenda }: Pick<Session, 'agenda'>): AgendaItem[] =>
  agenda.toSorted((a, b) => ((a.order ?? '') < (b.order ?? '') ? -1 : 1));

const isOpenAction = ({ done }: Pick<SessionAction, 'done'>): boolean => done === undefined;

/** Whether an action's day has passed while it is open. */
export const isLateAction = (action: Pick<SessionAction, 'done' | 'due'>, today: string): boolean =>
  isOpenAction(action) && action.due !== undefined && action.due < today;
