import { derivedId } from '#shared/ids.ts';
import type { Moment, TimelineEntry, TimelineStep } from '#shared/records/record-check.ts';
import { clock, daysAfter } from './days.ts';
import type { Dice } from './dice.ts';

/** What is invented about somebody whose custody record is read: the time line and the answers agree in it. */
export type Detained = {
  child: boolean;
  female: boolean;
  /** In poor mental health. */
  ill: boolean;
  /** A child who was charged and refused bail, so that a bed was to be found. */
  refused: boolean;
  force: boolean;
  stripped: boolean;
  /** Minutes that the appropriate adult took to come; nobody was needed where there is none. */
  adultAfter?: number;
  hours: number;
};

/** One thing done so many minutes after midnight of the day of arrival. */
type Done = { step: TimelineStep; at: number; more?: Partial<TimelineEntry> };

const atMoment = (day: string, minutes: number): Moment => ({
  on: daysAfter(day, Math.floor(minutes / 1_440)),
  at: clock(minutes),
});

/** Most things are entered within minutes; a few are late. */
const delays: [[number, number], number][] = [
  [[1, 4], 88],
  [[5, 9], 10],
  [[70, 190], 2],
];

const asked = (
  from: TimelineStep,
  to: TimelineStep,
  at: number,
  least: number,
  most: number,
  dice: Dice,
): Done[] => [
  { step: from, at },
  { step: to, at: at + dice.int(least, most) },
];

const solicitor = (at: number, dice: Dice): Done[] => {
  if (!dice.percent(62)) return [];
  const contacted = at + dice.int(8, 95);
  return [
    { step: 'solicitor asked for', at },
    { step: 'solicitor contacted', at: contacted },
    // Some give advice by telephone and never come.
    ...(dice.percent(78) ? [{ step: 'solicitor arrived', at: contacted + dice.int(55, 330) } as const] : []),
  ];
};

const adult = (at: number, { adultAfter }: Detained, dice: Dice): Done[] =>
  adultAfter === undefined
    ? []
    : [
        { step: 'appropriate adult needed', at },
        { step: 'appropriate adult called', at: at + dice.int(5, Math.floor(adultAfter / 2)) },
        { step: 'appropriate adult arrived', at: at + adultAfter },
      ];

/** Reviews within six hours of the authorisation and every nine after (PACE s.40), now and then too late or untold. */
const reviews = (authorised: number, end: number, dice: Dice): Done[] => {
  const found: Done[] = [];
  for (let due = authorised + 360; due < end; ) {
    const done = due + (dice.percent(14) ? dice.int(8, 70) : -dice.int(5, 40));
    found.push({ step: 'review due', at: due }, { step: 'review done', at: done });
    if (dice.percent(72)) found.push({ step: 'review told', at: done + dice.int(3, 240) });
    due = done + 540;
  }
  return found;
};

/** Looking in, mostly as often as the level asks for: at least every hour, or every half. */
const watching = (from: number, end: number, level: '1' | '2', dice: Dice): Done[] => {
  const limit = level === '1' ? 60 : 30;
  const found: Done[] = [{ step: 'observation level', at: from, more: { level } }];
  for (let at = from; ; ) {
    at += dice.percent(4) ? limit + dice.int(6, 35) : limit - dice.int(1, 9);
    if (at >= end) return found;
    found.push({ step: 'check', at });
  }
};

const care = (start: number, end: number, dice: Dice): Done[] =>
  Array.from({ length: Math.floor((end - start) / 1_440) + 2 }, (_, day) => day * 1_440).flatMap((midnight) =>
    (
      [
        ['meal', 480, 90],
        ['meal', 750, 88],
        ['meal', 1_080, 90],
        ['shower', 560, 30],
        ['exercise', 840, 18],
      ] as const
    ).flatMap(([step, usual, often]): Done[] => {
      const at = midnight + usual + dice.int(-20, 40);
      return at > start + 60 && at < end - 10 && dice.percent(often) ? [{ step, at }] : [];
    }),
  );

const doneTo = (who: Detained, dice: Dice): Done[] => {
  const arrived = dice.int(7 * 60, 23 * 60);
  const end = arrived + who.hours * 60 + dice.int(0, 55);
  const authorised = arrived + dice.int(6, 48);
  const booked = authorised + dice.int(4, 15);
  const level = who.child || who.ill || dice.percent(30) ? '2' : '1';
  return [
    { step: 'detained', at: arrived },
    { step: 'authorised', at: authorised },
    { step: 'rights given', at: booked },
    { step: 'someone informed', at: booked + dice.int(5, 120) },
    ...solicitor(booked + dice.int(0, 20), dice),
    ...adult(booked + dice.int(0, 30), who, dice),
    ...(who.ill || dice.percent(40)
      ? asked('healthcare asked for', 'healthcare seen', booked + dice.int(2, 60), 12, 210, dice)
      : []),
    ...reviews(authorised, end, dice),
    ...watching(booked + dice.int(2, 12), end, level, dice),
    ...care(arrived, end, dice),
    ...(who.force ? [{ step: 'force', at: arrived + dice.int(1, 5) } as const] : []),
    ...(who.stripped ? [{ step: 'search', at: booked + 20 } as const] : []),
    ...(who.refused
      ? ([
          { step: 'charge', at: end - 200 },
          ...asked('bed asked for', 'bed answered', end - 180, 15, 160, dice),
        ] as const)
      : []),
    { step: 'released', at: end },
  ];
};

/** Checks that somebody entered in one go at the end of a round. */
const inOneGo = (done: readonly Done[], dice: Dice): ReadonlySet<Done> => {
  const checks = done.filter(({ step }) => step === 'check').sort((a, b) => a.at - b.at);
  if (checks.length < 6 || !dice.percent(24)) return new Set();
  const first = dice.int(0, checks.length - 4);
  return new Set(checks.slice(first, first + 4));
};

/** The time line of an invented custody record that begins on a day. */
export const throwTimeline = (check: string, day: string, who: Detained, dice: Dice): TimelineEntry[] => {
  const done = doneTo(who, dice).toSorted((a, b) => a.at - b.at);
  const together = inOneGo(done, dice);
  const entered = Math.max(...[...together].map(({ at }) => at)) + 3;
  return done.map((one, i) => {
    const id = derivedId(check, 'entry', String(i));
    const when = together.has(one) ? entered : one.at + dice.int(...dice.weighed(delays));
    const entry = { id, order: String(i).padStart(4, '0'), step: one.step, ...one.more };
    const isSilent = one.step === 'someone informed' && dice.percent(10);
    if (isSilent) return { ...entry, notRecorded: true };
    return { ...entry, done: atMoment(day, one.at), entered: atMoment(day, when) };
  });
};
