import { z } from 'zod';
import {
  given,
  maybeDate,
  maybeName,
  maybeTime,
  neededDate,
  neededName,
  typedDate,
} from '#renderer/editing/typed.ts';
import { recordId } from '#shared/records/common.ts';
import {
  type AgendaItem,
  agendaOf,
  type Session,
  type SessionAction,
  sessionKinds,
} from '#shared/records/session.ts';
import { parseDate, parseTime } from '#shared/times.ts';

const longWords = z.string().max(30_000, 'Write at most 30,000 characters');

/** What a session is, as it stands in the boxes of its page. */
export const sessionForm = z.object({
  kind: z.enum(sessionKinds),
  title: neededName('what it is called'),
  on: neededDate('The day'),
  from: maybeTime('The time it begins'),
  to: maybeTime('The time it ends'),
  place: maybeName('The place'),
  panel: z.string(),
  topic: z.string(),
});
export type SessionForm = z.infer<typeof sessionForm>;

export const sessionFieldNames = {
  kind: 'Kind',
  title: 'Title',
  on: 'Day',
  from: 'Begins at',
  to: 'Ends at',
  place: 'Place',
  panel: 'Panel',
  topic: 'What is trained',
  agenda: 'Agenda',
  notes: 'Notes',
  actions: 'Action',
};

/** A new meeting is like the one it follows, on another day. */
export const toSessionForm = (session: Session | undefined, like?: Partial<Session>): SessionForm => {
  const shown: Partial<Session> = session ?? like ?? {};
  return {
    kind: shown.kind ?? 'panel meeting',
    title: shown.title ?? '',
    on: typedDate(session?.on),
    from: shown.from ?? '',
    to: shown.to ?? '',
    place: shown.place ?? '',
    panel: shown.panel ?? '',
    topic: shown.topic ?? '',
  };
};

/** The record that the boxes stand for, over the one they were filled from. A new one invites whom the last one did. */
export const fromSessionForm = (
  typed: SessionForm,
  base: Session | undefined,
  id: string,
  like: Partial<Session> = {},
): Session =>
  ({
    agenda: [],
    papers: [],
    attendance: (like.attendance ?? []).map((one) => ({ id: one.id })),
    actions: [],
    ...base,
    id,
    kind: typed.kind,
    title: typed.title.trim(),
    on: parseDate(typed.on) ?? typed.on,
    from: parseTime(typed.from),
    to: parseTime(typed.to),
    place: given(typed.place),
    panel: given(typed.panel),
    topic: given(typed.topic),
  }) as Session;

/** The agenda as it stands in its boxes, in its order. */
export const agendaForm = z.object({
  items: z
    .array(z.object({ id: recordId, title: neededName('what the item is called'), words: longWords }))
    .max(100, 'An agenda has at most 100 items'),
});
export type AgendaForm = z.infer<typeof agendaForm>;

export const toAgendaForm = (session: Session | undefined): AgendaForm => ({
  items: agendaOf(session ?? { agenda: [] }).map(({ id, title, words = '' }) => ({ id, title, words })),
});

/** The order is a field of each item, so that moving one is a change that merges. */
export const fromAgendaForm = ({ items }: AgendaForm, base: Session): Session => ({
  ...base,
  agenda: items.map(({ id, title, words }, place): AgendaItem => {
    const { words: _, ...known } = base.agenda.find((one) => one.id === id) ?? {};
    return {
      ...known,
      id,
      order: String(place + 1).padStart(3, '0'),
      title: title.trim(),
      ...(words.trim() && { words: words.trim() }),
    } as AgendaItem;
  }),
});

/** What was said of each item, and what belongs to none of them. */
export const minutesForm = z.object({
  items: z.array(z.object({ id: recordId, minutes: longWords })),
  notes: longWords,
});
export type MinutesForm = z.infer<typeof minutesForm>;

export const toMinutesForm = (session: Session | undefined): MinutesForm => ({
  items: agendaOf(session ?? { agenda: [] }).map(({ id, minutes = '' }) => ({ id, minutes })),
  notes: session?.notes ?? '',
});

export const fromMinutesForm = ({ items, notes }: MinutesForm, base: Session): Session =>
  ({
    ...base,
    agenda: base.agenda.map((item) => {
      const typed = items.find(({ id }) => id === item.id);
      return typed ? { ...item, minutes: given(typed.minutes) } : item;
    }),
    notes: given(notes),
  }) as Session;

/** An action as it stands in its boxes. */
export const actionForm = z.object({
  words: z.string().trim().min(1, 'Enter what is to be done').max(30_000, 'Write at most 30,000 characters'),
  owner: z.string(),
  due: maybeDate('The day it is owed by'),
  done: maybeDate('The day it was done'),
  came: longWords,
});
export type ActionForm = z.infer<typeof actionForm>;

export const toActionForm = (action: SessionAction | undefined): ActionForm => ({
  words: action?.words ?? '',
  owner: action?.owner ?? '',
  due: typedDate(action?.due),
  done: typedDate(action?.done),
  came: action?.came ?? '',
});

export const fromActionForm = (typed: ActionForm, base: SessionAction | undefined, id: string) =>
  ({
    ...base,
    id,
    words: typed.words.trim(),
    owner: given(typed.owner),
    due: parseDate(typed.due),
    done: parseDate(typed.done),
    came: given(typed.came),
  }) as SessionAction;
