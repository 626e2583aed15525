import { z } from 'zod';
import { given, maybeDate, neededDate, typedDate } from '#renderer/editing/typed.ts';
import { readQuery } from '#renderer/listing/address.ts';
import type { Input } from '#shared/contract.ts';
import { type RuleId, ruleIds, ruleOf } from '#shared/deadlines/rules.ts';
import { parseDate } from '#shared/times.ts';

type Question = Input<'deadlines.work'>;
type Event = Question['events'][number];

export const eventKinds = ['paused', 'restarted', 'extended'] as const;
export type EventKind = (typeof eventKinds)[number];
/** As many as a bookmark bears. */
export const mostEvents = 10;

const why = z.string().trim().max(200, 'Say why in at most 200 characters');

const event = z
  .object({
    kind: z.enum(eventKinds),
    on: maybeDate('The day'),
    until: maybeDate('The day on which it went on'),
    extension: z.string(),
    count: z
      .string()
      .trim()
      .refine(
        (text) => text === '' || (/^\d{1,4}$/.test(text) && Number(text) > 0),
        'How much was taken must be a whole number, or blank for all of it',
      ),
    why,
  })
  .superRefine(({ kind, on, until, why: said }, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (kind !== 'extended' && !on) wrong('on', 'Enter the day');
    if (kind === 'paused' && !said) wrong('why', 'Say why the clock stood');
    if (kind === 'paused' && until && (parseDate(until) ?? '') < (parseDate(on) ?? ''))
      wrong('until', 'The clock cannot go on before it stopped');
  });

/** A question to the calculator as it stands in its boxes. */
export const questionForm = z.object({
  rule: z.enum(ruleIds, 'Choose what is to be done'),
  start: neededDate('The day it starts with'),
  events: z.array(event).max(mostEvents),
});
export type QuestionForm = z.infer<typeof questionForm>;
export type EventFields = QuestionForm['events'][number];

export const blankEvent = (kind: EventKind, extension = ''): EventFields => ({
  ...{ kind, on: '', until: '', extension, count: '', why: '' },
});

/** What can happen to a clock, as its rule has it. */
export const kindsOf = (rule: RuleId): EventKind[] => {
  const { pauses, restarts, extensions } = ruleOf(rule);
  const can = { paused: pauses, restarted: restarts, extended: extensions };
  return eventKinds.filter((kind) => can[kind] !== undefined);
};

const asEvent = ({ kind, on, until, extension, count, why: said }: EventFields): Event => {
  const reason = given(said);
  const day = parseDate(on) ?? '';
  if (kind === 'paused') {
    const end = parseDate(until);
    return { kind, on: day, why: said.trim(), ...(end && { until: end }) };
  }
  if (kind === 'restarted') return { kind, on: day, ...(reason && { why: reason }) };
  return { kind, extension, ...(count.trim() && { count: Number(count) }), ...(reason && { why: reason }) };
};

/** What is asked, without what cannot happen to the clock that was chosen. */
export const asked = ({ rule, start, events }: QuestionForm): Question => ({
  rule,
  events: [
    { kind: 'started', on: parseDate(start) ?? '' },
    ...events.filter(({ kind }) => kindsOf(rule).includes(kind)).map(asEvent),
  ],
});

export const toForm = (question: Question | undefined): QuestionForm => {
  const started = question?.events.find(({ kind }) => kind === 'started');
  return {
    rule: question?.rule ?? ('' as never),
    start: started && 'on' in started ? typedDate(started.on) : '',
    events: (question?.events ?? []).flatMap((one) => {
      if (one.kind === 'started') return [];
      const fields = { ...blankEvent(one.kind), why: one.why ?? '' };
      if (one.kind === 'extended')
        return [{ ...fields, extension: one.extension, count: one.count ? String(one.count) : '' }];
      const until = one.kind === 'paused' ? typedDate(one.until) : '';
      return [{ ...fields, on: typedDate(one.on), until }];
    }),
  };
};

/** Where a question is asked: the address says all of it, so that a bookmark asks it again. */
export const addressOf = ({ rule, events }: Question): string => {
  const params = new URLSearchParams({ rule });
  for (const one of events) {
    if (one.kind === 'started') params.set('start', one.on);
    else if (one.kind === 'extended')
      params.append('extended', [one.extension, one.count ?? '', one.why ?? ''].join('~'));
    else if (one.kind === 'paused') params.append('paused', [one.on, one.until ?? '', one.why].join('~'));
    else params.append('restarted', [one.on, '', one.why ?? ''].join('~'));
  }
  return `/deadlines?${params}`;
};

/** The question of an address; undefined where it asks none, or none that can be asked. */
export const questionOf = (search: string): Question | undefined => {
  const query = readQuery(search);
  const [rule, start] = [query.oneOf('rule', ruleIds), query.date('start')];
  if (!rule || !start) return undefined;
  const params = new URLSearchParams(search);
  const events = eventKinds.flatMap((kind) =>
    params.getAll(kind).map((text) => {
      const [first = '', second = '', ...said] = text.split('~');
      const fields = { ...blankEvent(kind), why: said.join('~') };
      return kind === 'extended'
        ? { ...fields, extension: first, count: second }
        : { ...fields, on: typedDate(first || undefined), until: typedDate(second || undefined) };
    }),
  );
  const form = questionForm.safeParse({ rule, start: typedDate(start), events });
  return form.success ? asked(form.data) : undefined;
};
