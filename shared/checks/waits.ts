import { type TimelineEntry, type TimelineStep, timelineSteps } from '#shared/records/record-check.ts';
import { isUntimed, type Line, linesOf } from './line.ts';
import { stretch } from './moments.ts';

/** What people in custody wait for: from one step of the record to another. */
export const waits = [
  {
    id: 'solicitorContacted',
    title: 'Solicitor: asked for to contacted',
    from: 'solicitor asked for',
    to: 'solicitor contacted',
  },
  {
    id: 'solicitorArrived',
    title: 'Solicitor: asked for to arrived',
    from: 'solicitor asked for',
    to: 'solicitor arrived',
  },
  {
    id: 'adultCalled',
    title: 'Appropriate adult: need found to called',
    from: 'appropriate adult needed',
    to: 'appropriate adult called',
  },
  {
    id: 'adultArrived',
    title: 'Appropriate adult: need found to arrived',
    from: 'appropriate adult needed',
    to: 'appropriate adult arrived',
  },
  {
    id: 'healthcareSeen',
    title: 'Healthcare: asked for to seen',
    from: 'healthcare asked for',
    to: 'healthcare seen',
  },
  // A review may be done before it is due: that is in time, and no wait.
  { id: 'reviewDone', title: 'Review: due to done', from: 'review due', to: 'review done', early: true },
  { id: 'reviewTold', title: 'Review: done to told', from: 'review done', to: 'review told' },
  {
    id: 'bedAnswered',
    title: 'Local authority bed: asked for to answered',
    from: 'bed asked for',
    to: 'bed answered',
  },
] as const satisfies readonly {
  id: string;
  title: string;
  from: TimelineStep;
  to: TimelineStep;
  early?: true;
}[];
export type WaitId = (typeof waits)[number]['id'];
export const waitTitles = Object.fromEntries(waits.map(({ id, title }) => [id, title])) as Record<
  WaitId,
  string
>;

/** A wait that the time line tells: in elapsed minutes, also where the clocks changed on the way. */
export type Wait = {
  readonly wait: WaitId;
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  /** The most it can have been, where a time came twice on the clock and the record does not say which is meant. */
  readonly most: number;
};

/** What of a kind of wait cannot be told, and why: nothing came, nothing asked, or the answer stands before the asking. */
export type Unpaired = {
  readonly wait: WaitId;
  readonly why: 'nothing came' | 'nothing asked' | 'came before' | 'not timed';
  readonly entries: readonly string[];
};

type Kind = (typeof waits)[number];
type Paired = { waits: Wait[]; unpaired: Unpaired[] };

const isEarly = (kind: Kind): boolean => 'early' in kind && kind.early;

const waitOf = (kind: Kind, from: Line, to: Line): Wait | undefined => {
  if (!from.done || !to.done) return undefined;
  const found = stretch(from.done, to.done);
  if (found) return { wait: kind.id, from: from.id, to: to.id, minutes: found.least, most: found.most };
  return isEarly(kind) ? { wait: kind.id, from: from.id, to: to.id, minutes: 0, most: 0 } : undefined;
};

/**
 * What was asked for again before it came is one wait, from the first asking. What came without having been asked for
 * before is no wait: it is pointed out, with what was asked for only afterwards where there is such a thing.
 */
const inTurn = (kind: Kind, lines: readonly Line[]): Paired => {
  const found: Paired = { waits: [], unpaired: [] };
  let open: Line[] = [];
  let early: Line[] = [];
  const overtaken = () => {
    for (const line of early)
      found.unpaired.push({ wait: kind.id, why: 'nothing asked', entries: [line.id] });
    early = [];
  };
  for (const line of lines) {
    if (line.step === kind.from) open.push(line);
    else {
      const wait = open[0] && waitOf(kind, open[0], line);
      if (wait) {
        found.waits.push(wait);
        open = [];
      } else early.push(line);
    }
  }
  // What was asked for and never came, where something came before: most likely one of the two times is wrong.
  const [asked] = open;
  const [before] = early.splice(0, asked ? 1 : 0);
  overtaken();
  if (asked && before)
    found.unpaired.push({ wait: kind.id, why: 'came before', entries: [asked.id, before.id] });
  else if (asked) found.unpaired.push({ wait: kind.id, why: 'nothing came', entries: [asked.id] });
  return found;
};

/** Reviews follow each other: the first that was done is the first that was due. */
const oneByOne = (kind: Kind, lines: readonly Line[]): Paired => {
  const [froms, tos] = [kind.from, kind.to].map((step) => lines.filter((line) => line.step === step)) as [
    Line[],
    Line[],
  ];
  return {
    waits: froms.flatMap((from, i) => (tos[i] && waitOf(kind, from, tos[i])) || []),
    unpaired: froms
      .slice(tos.length)
      .map(({ id }) => ({ wait: kind.id, why: 'nothing came', entries: [id] }) as const),
  };
};

/** A thing that the record names without its time may be the one that is missing: nothing is said to be absent then. */
const withoutTimes = (kind: Kind, untimed: readonly Line[], { waits, unpaired }: Paired): Paired => {
  if (untimed.length === 0) return { waits, unpaired };
  const entries = untimed.map(({ id }) => id);
  return {
    waits,
    unpaired: [
      ...unpaired.filter(({ why }) => why === 'came before'),
      { wait: kind.id, why: 'not timed', entries: [...entries, ...unpaired.flatMap((u) => u.entries)] },
    ],
  };
};

/** Every wait that a time line tells, and what it cannot tell; whichever way its entries were typed. */
export const waitsIn = (check: { entries: readonly TimelineEntry[] }): Paired => {
  const lines = linesOf(check, timelineSteps);
  const each = waits.map((kind) => {
    const own = lines.filter(({ step }) => step === kind.from || step === kind.to);
    const timed = own.filter((line) => !isUntimed(line));
    const pair = isEarly(kind) ? oneByOne : inTurn;
    return withoutTimes(kind, own.filter(isUntimed), pair(kind, timed));
  });
  return { waits: each.flatMap((one) => one.waits), unpaired: each.flatMap((one) => one.unpaired) };
};
