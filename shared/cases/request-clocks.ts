import { bankHolidays } from '#shared/deadlines/bank-holidays.ts';
import { type BankHolidays, calendarOf, isWorkingDay } from '#shared/deadlines/calendar.ts';
import type { ClockEvent } from '#shared/deadlines/clock.ts';
import { type Extension, type Rule, type RuleId, ruleOf } from '#shared/deadlines/rules.ts';
import { type CaseFile, standingClosing } from '#shared/records/case-file.ts';
import type { CaseKind, InformationRequest } from '#shared/records/case-parts.ts';
import { addDays, dayWords } from '#shared/times.ts';
import { type CaseClock, lastDay } from './clock.ts';

/** What a clock is made of: the parts of a case alone that can move it. */
export type Asked = Pick<CaseFile, 'kind' | 'received' | 'events' | 'closings' | 'answered' | 'request'>;

/** Under which regime a kind of case asks for information. */
export const requestRules = {
  'FOI request': 'foi',
  'EIR request': 'eir',
  'subject access request': 'subject-access',
} as const satisfies Partial<Record<CaseKind, RuleId>>;
export type RequestKind = keyof typeof requestRules;

export const isRequest = (kind: CaseKind): kind is RequestKind => Object.hasOwn(requestRules, kind);

/** The lawful grounds for more time that the regime of a request knows. */
export const groundsOf = (kind: RequestKind): readonly Extension[] =>
  ruleOf(requestRules[kind]).extensions ?? [];

/** A request as it is when nothing is known of it but that it came. */
export const newRequest = (): InformationRequest => ({
  proofs: [],
  clarifications: [],
  exemptions: [],
  internalReviews: [],
});

/** What whoever asked is waited for: with its coming the clock goes on, or begins anew. */
type Wait = {
  readonly id: string;
  readonly what: string;
  readonly asked: string;
  readonly received: string | undefined;
  readonly isAnew: boolean;
};

/**
 * What an office may wait for, regime by regime. A clarification begins the time anew under section 1(3) of the Freedom
 * of Information Act 2000 and regulation 9(4) of the Environmental Information Regulations 2004, a fee stops it (section
 * 10(2), regulation 8(6)). For subject access it begins with the proof or the fee where that comes later, and only stands
 * while a clarification is waited for (UK GDPR, Article 12, as the Data (Use and Access) Act 2025 left it).
 */
const waitsOf = (kind: RequestKind, { clarifications, fee, proofs }: InformationRequest): Wait[] => {
  const isAccess = kind === 'subject access request';
  const wait = (id: string, what: string, asked: string, received: string | undefined, isAnew: boolean) => ({
    ...{ id, what, asked, received, isAnew },
  });
  return [
    ...clarifications.map(({ id, asked, received }) =>
      wait(id, 'a clarification', asked, received, !isAccess),
    ),
    ...(isAccess
      ? proofs.map(({ id, of, asked, received }) => wait(id, `proof of ${of}`, asked, received, true))
      : []),
    ...(fee ? [wait('fee', 'the fee', fee.noticed, fee.paid, isAccess)] : []),
  ];
};

const eventOf = ({ what, asked, received, isAnew }: Wait): ClockEvent => {
  const why = `${what} was waited for`;
  return isAnew && received !== undefined
    ? { kind: 'restarted', on: received, why }
    : { kind: 'paused', on: asked, until: received, why };
};

/** One thing that can move a clock, the day on which it was done, and what is said of it where that was too late. */
type Step = {
  readonly on: string;
  readonly event: ClockEvent;
  readonly late: string;
  readonly wait?: Wait;
};

const stepsOf = (kind: RequestKind, request: InformationRequest): Step[] => {
  const waits = waitsOf(kind, request).map((wait) => ({
    on: wait.asked,
    event: eventOf(wait),
    late: `${wait.what} was asked for on ${dayWords(wait.asked)}`,
    wait,
  }));
  const { extension } = request;
  const told: Step[] =
    extension && groundsOf(kind).some(({ id }) => id === extension.id)
      ? [
          {
            on: extension.on,
            event: { kind: 'extended', extension: extension.id, why: extension.ground },
            late: `more time was told on ${dayWords(extension.on)}`,
          },
        ]
      : [];
  const order = ({ on, late, wait }: Step) => `${on} ${late} ${wait?.received} ${wait?.id}`;
  return [...waits, ...told].toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
};

/** The rule as it began: with the request itself, or with what came later. What came too late is said at its end. */
const ruleAsBegun = (
  kind: RequestKind,
  received: string,
  counted: readonly Step[],
  late: readonly string[],
): Rule => {
  const rule = ruleOf(requestRules[kind]);
  const last = counted
    .flatMap(({ event, wait }) => (event.kind === 'restarted' && wait ? [{ on: event.on, wait }] : []))
    .filter(({ on }) => on > received)
    .toSorted((a, b) => (`${a.on} ${a.wait.id}` < `${b.on} ${b.wait.id}` ? -1 : 1))
    .at(-1)?.wait;
  const starts =
    last &&
    `The request was received on ${dayWords(received)}; ${last.what}, asked for on ${dayWords(last.asked)}, came`;
  const notes = late.map((words) => `The time was over when ${words}: that does not move it.`);
  const note = [rule.note, ...notes].filter(Boolean).join(' ');
  return { ...rule, ...(starts && { starts }), ...(note && { note }) };
};

/** The time to answer in, and what was asked or told when it was over already. */
export type Answering = { readonly clock: CaseClock; readonly tooLate: readonly string[] };

/**
 * The clock of the answer, from all that was asked and told while it ran; undefined for a case that is no request. What
 * is first asked or told when the time is over moves nothing: the law gives more time only to whoever says so in time.
 */
export const answering = (c: Asked, holidays: BankHolidays = bankHolidays): Answering | undefined => {
  const { kind, received } = c;
  if (!isRequest(kind)) return undefined;
  const rule = ruleOf(requestRules[kind]);
  const started: ClockEvent = { kind: 'started', on: received };
  const counted: Step[] = [];
  const tooLate: string[] = [];
  const events = () => [started, ...counted.map(({ event }) => event)];
  for (const step of stepsOf(kind, c.request ?? newRequest())) {
    const due = lastDay({ rule, events: events() }, holidays);
    if (due !== null && step.on > due) tooLate.push(step.late);
    else counted.push(step);
  }
  const clock = {
    clock: 'request',
    title: rule.title,
    rule: ruleAsBegun(kind, received, counted, tooLate),
    events: events(),
    done: requestAnswered(c),
  };
  return { clock, tooLate };
};

/** The day on which whoever asked had their answer, or the case was closed and nobody owed it any more. */
export const requestAnswered = (c: Asked): string | null =>
  c.answered?.on ?? c.request?.decision?.on ?? standingClosing(c)?.on ?? null;

const reviewRules: Partial<Record<CaseKind, RuleId>> = {
  'FOI request': 'foi-internal-review',
  'EIR request': 'eir-internal-review',
};

/** Whether an answer can be asked to be looked at again: the law, or good practice on it, gives that a time. */
export const hasInternalReview = (kind: CaseKind): boolean => reviewRules[kind] !== undefined;

type InternalReview = InformationRequest['internalReviews'][number];

const internalReview = (id: RuleId, one: InternalReview, holidays: BankHolidays): CaseClock => {
  const rule = ruleOf(id);
  const started: ClockEvent = { kind: 'started', on: one.asked };
  const due = lastDay({ rule, events: [started] }, holidays);
  const { extension } = one;
  const isInTime = extension && (due === null || extension.on <= due);
  const longer = (isInTime ? (rule.extensions ?? []) : []).map(
    (known): ClockEvent => ({ kind: 'extended', extension: known.id, why: extension?.ground }),
  );
  return {
    clock: `internal review ${one.id}`,
    title: rule.title,
    rule,
    events: [started, ...longer],
    done: one.decided ?? null,
  };
};

/**
 * Every clock that the law of information requests gives a case, from what happened to it alone; none for a case that is
 * no request. The order in which things were entered changes nothing, and a pause never makes one earlier.
 */
export const requestClocks = (c: Asked, holidays: BankHolidays = bankHolidays): CaseClock[] => {
  const found = answering(c, holidays);
  const id = reviewRules[c.kind];
  const reviews = id ? (c.request?.internalReviews ?? []) : [];
  return [
    ...(found ? [found.clock] : []),
    ...reviews.map((one) => internalReview(id as RuleId, one, holidays)),
  ];
};

/** How long somebody may ask for an internal review, where the law says so: a clock that the office waits for. */
export const mayAskForReview = (c: Asked): CaseClock | undefined => {
  const answered = c.kind === 'EIR request' ? requestAnswered(c) : null;
  if (answered === null) return undefined;
  const rule = ruleOf('eir-internal-review-request');
  const done = c.request?.internalReviews.map((one) => one.asked).sort()[0] ?? null;
  const events: ClockEvent[] = [{ kind: 'started', on: answered }];
  return { clock: 'may ask', title: rule.title, rule, events, done };
};

/** Working days that a request took from the day it counts from to its answer, as its clock counts them. */
export const requestTaken = (c: Asked, holidays: BankHolidays = bankHolidays): number | undefined => {
  const clock = answering(c, holidays)?.clock;
  if (!clock || clock.done === null) return undefined;
  const calendar = calendarOf(clock.rule.calendar ?? 'uk-wide', holidays);
  const stood = clock.events.flatMap((event) => (event.kind === 'paused' ? [event] : []));
  const starts = clock.events.flatMap((event) =>
    event.kind === 'started' || event.kind === 'restarted' ? [event.on] : [],
  );
  let taken = 0;
  for (let day = addDays(starts.sort().at(-1) ?? c.received, 1); day <= clock.done; day = addDays(day, 1)) {
    const stands = stood.some(({ on, until }) => on <= day && (until === undefined || day <= until));
    if (!stands && isWorkingDay(calendar, day)) taken += 1;
  }
  return taken;
};
