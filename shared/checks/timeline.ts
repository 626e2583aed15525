import { entriesOf, type TimelineEntry, timelineSteps } from '#shared/records/record-check.ts';
import { asEntered, isUntimed, type Line, linesOf } from './line.ts';
import { isTwofold, stretch, whenOf } from './moments.ts';
import { overdueReviews } from './reviews.ts';
import { type Unpaired, waits, waitsIn } from './waits.ts';
import { apartIn, regularIn } from './watching.ts';
import { lengthWords, momentWords, stepTitles } from './words.ts';

/**
 * How the application looks at a time line: minutes after which an entry is late; within which entries count as made
 * together; and which things done must at least lie apart for that to be remarkable. No source sets any of them.
 */
export type Looking = { readonly late: number; readonly together: number; readonly apart: number };
export const defaultLooking: Looking = { late: 60, together: 5, apart: 15 };

export const findingKinds = [
  'late',
  'grouped',
  'enteredBefore',
  'cameBefore',
  'missing',
  'notTimed',
  'apart',
  'review',
  'regular',
  'noSuchTime',
  'twofold',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** What each kind of finding is, for the head of its list. */
export const findingTitles = {
  late: 'Entered late',
  grouped: 'Entered together',
  enteredBefore: 'Entered before it was done',
  cameBefore: 'In the wrong order',
  missing: 'Steps that are not there',
  notTimed: 'Times that are not recorded',
  apart: 'Checks too far apart',
  review: 'Reviews of detention',
  regular: 'Remarkably regular',
  noSuchTime: 'Times that the clock did not show',
  twofold: 'Times that the clock showed twice',
} as const satisfies Record<FindingKind, string>;

/** Something that the time line alone shows: in a plain sentence, with the entries it rests on. */
export type Finding = {
  readonly kind: FindingKind;
  readonly entries: readonly string[];
  readonly text: string;
};

type Check = { entries: readonly TimelineEntry[] };

const titled = ({ step }: Line) => stepTitles[step];
const doneWords = ({ entry }: Line) => momentWords(entry.done);

const byEntering = (lines: readonly Line[], { late }: Looking): Finding[] =>
  lines.flatMap((line): Finding[] => {
    if (!line.done || !line.entered) return [];
    const after = stretch(line.done, line.entered);
    const said = `${titled(line)}: done at ${doneWords(line)}`;
    if (!after)
      return [
        {
          kind: 'enteredBefore',
          entries: [line.id],
          text: `${said}, but entered before that, at ${momentWords(line.entry.entered)}.`,
        },
      ];
    if (after.least <= late) return [];
    return [
      {
        kind: 'late',
        entries: [line.id],
        text: `${said}, entered ${lengthWords(after.least)} later, at ${momentWords(line.entry.entered)}.`,
      },
    ];
  });

/**
 * Things done at different times and entered together. A group is everything entered within minutes of its first
 * entry; it is remarkable where what was done lies further apart than the entering took.
 */
const grouped = (lines: readonly Line[], { together, apart }: Looking): Finding[] => {
  const groups: Line[][] = [];
  for (const line of asEntered(lines, timelineSteps)) {
    const first = groups.at(-1)?.[0];
    const since = first?.entered && line.entered ? stretch(first.entered, line.entered) : null;
    if (since && since.least <= together) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups.flatMap((group): Finding[] => {
    const done = group
      .filter((line) => line.done)
      .sort((a, b) => (a.done?.first ?? 0) - (b.done?.first ?? 0));
    const [first, last] = [done[0], done.at(-1)];
    const span = first?.done && last?.done ? (stretch(first.done, last.done)?.least ?? 0) : 0;
    if (!first || !last || span < apart) return [];
    const checks = done.filter(({ step }) => step === 'check').length;
    const what = checks === done.length ? `${checks} checks` : `${done.length} things`;
    return [
      {
        kind: 'grouped',
        entries: done.map(({ id }) => id),
        text: `${what} done over ${lengthWords(span)}, from ${doneWords(first)} to ${doneWords(last)}, were entered together at about ${momentWords(group[0]?.entry.entered)}.`,
      },
    ];
  });
};

const unpairedText = (
  { wait, why, entries }: Unpaired,
  lines: ReadonlyMap<string, Line>,
): Finding | undefined => {
  const kind = waits.find(({ id }) => id === wait);
  const [first, second] = entries.map((id) => lines.get(id));
  if (!kind || !first) return undefined;
  if (why === 'came before' && second)
    return {
      kind: 'cameBefore',
      entries,
      text: `${stepTitles[kind.to]} stands at ${doneWords(second)}, before ${stepTitles[kind.from].toLowerCase()} at ${doneWords(first)}. No wait is counted.`,
    };
  if (why === 'not timed') return undefined;
  const text =
    why === 'nothing came'
      ? `${stepTitles[kind.from]} at ${doneWords(first)}: nothing after it says “${stepTitles[kind.to].toLowerCase()}”.`
      : `${stepTitles[kind.to]} at ${doneWords(first)}: nothing before it says “${stepTitles[kind.from].toLowerCase()}”.`;
  return { kind: 'missing', entries, text };
};

/** Steps that stand in every custody record: without them the time line is not complete, or the record was not. */
const always = ['authorised', 'rights given'] as const;

const absent = (lines: readonly Line[]): Finding[] => {
  const detained = lines.find(({ step }) => step === 'detained');
  if (!detained) return [];
  return always
    .filter((step) => !lines.some((line) => line.step === step))
    .map((step) => ({
      kind: 'missing',
      entries: [detained.id],
      text: `${stepTitles[step]}: no entry of the time line says so.`,
    }));
};

const clocks = (check: Check): Finding[] =>
  entriesOf(check).flatMap((entry): Finding[] => {
    if (!entry.step) return [];
    const { id, step } = entry;
    const each = [
      { moment: entry.done, said: 'done' },
      { moment: entry.entered, said: 'entered' },
    ];
    return each.flatMap(({ moment, said }): Finding[] => {
      const at = `${stepTitles[step]}: ${said} at ${momentWords(moment)}`;
      if (whenOf(moment) === 'missing')
        return [
          {
            kind: 'noSuchTime',
            entries: [id],
            text: `${at}. The clocks went forward over that time, so no clock showed it. Nothing is worked out from it.`,
          },
        ];
      if (!isTwofold(moment)) return [];
      return [
        {
          kind: 'twofold',
          entries: [id],
          text: `${at}. The clocks went back that night, so that time came twice. Where it matters the shorter time is counted.`,
        },
      ];
    });
  });

const untimed = (lines: readonly Line[]): Finding[] =>
  lines
    .filter((line) => isUntimed(line) && whenOf(line.entry.done) !== 'missing')
    .map((line) => ({
      kind: 'notTimed',
      entries: [line.id],
      text: line.entry.notRecorded
        ? `${titled(line)}: the custody record does not say that it was done, or when.`
        : `${titled(line)}: the time it was done is not given.`,
    }));

const watched = (check: Check): Finding[] => [
  ...apartIn(check).map(
    ({ from, to, level, minutes }): Finding => ({
      kind: 'apart',
      entries: [from.id, to.id],
      text: `${lengthWords(minutes)} passed between ${titled(from).toLowerCase()} at ${doneWords(from)} and ${titled(to).toLowerCase()} at ${doneWords(to)}. Level ${level} observation allows ${level === '1' ? 'at most an hour' : 'at most 30 minutes'}.`,
    }),
  ),
  ...regularIn(check).map(
    ({ lines, minutes }): Finding => ({
      kind: 'regular',
      entries: lines.map(({ id }) => id),
      text: `${lines.length} checks in a row stand exactly ${lengthWords(minutes)} apart. That may be how they were done, and proves nothing by itself.`,
    }),
  ),
];

/**
 * What a time line shows by itself. It depends on the entries alone, never on the order in which they were typed, the
 * clock or the time zone of this machine.
 */
export const findingsIn = (check: Check, looking: Looking = defaultLooking): Finding[] => {
  const lines = linesOf(check, timelineSteps);
  const byId = new Map(lines.map((line) => [line.id, line]));
  const place = new Map(lines.map(({ id }, i) => [id, i]));
  const found = [
    ...byEntering(lines, looking),
    ...grouped(lines, looking),
    ...waitsIn(check).unpaired.flatMap((one) => unpairedText(one, byId) ?? []),
    ...absent(lines),
    ...untimed(lines),
    ...overdueReviews(lines),
    ...watched(check),
    ...clocks(check),
  ];
  const rank = ({ kind, entries }: Finding) =>
    findingKinds.indexOf(kind) * 10_000 + (place.get(entries[0] ?? '') ?? 0);
  return found.sort((a, b) => rank(a) - rank(b));
};
