import { z } from 'zod';
import { count } from '#shared/numbers.ts';

/** Where the records behind a figure are listed. */
export const behind = z.discriminatedUnion('at', [
  /** A figure of the return of the same period. */
  z.object({
    at: z.literal('measure'),
    measure: z.string(),
    by: z.enum(['suite', 'weekday']).optional(),
    key: z.string().optional(),
  }),
  /** A part of the fact itself. */
  z.object({ at: z.literal('records'), part: z.string() }),
  /** Totals whose single answers nobody may list. */
  z.object({ at: z.literal('monitoring') }),
]);
export type Behind = z.infer<typeof behind>;

export const figure = z.object({ title: z.string(), display: z.string(), behind });
export type Figure = z.infer<typeof figure>;

/** Something that the application proves of a period from its own records. */
export const fact = z.object({
  id: z.string(),
  title: z.string(),
  /** What it comes to, in a sentence that can stand by itself. */
  sentence: z.string(),
  definition: z.string(),
  /** False where there was nothing that it could be proved from. */
  proven: z.boolean(),
  figures: z.array(figure),
});
export type Fact = z.infer<typeof fact>;

/** Every fact there is, in the order of print. */
export const factTitles = {
  'visits.target': 'Visits against target',
  'visits.days': 'Visits over the days of the week',
  'visits.hours': 'Visits over the hours of the day',
  delays: 'Delays to admission',
  'reports.sameDay': 'Reports submitted on the day of the visit',
  'reports.read': 'Time until the office read a report',
  'police.answers': 'Answers of the police',
  concerns: 'Concerns and what became of them',
  'volunteers.vetting': 'Vetting in date',
  'volunteers.accreditation': 'Accreditation in date',
  'volunteers.training': 'Training in date',
  sessions: 'Training and meetings held',
  feedback: 'Feedback given to visitors',
  'volunteers.members': 'Members of the scheme',
  diversity: 'Diversity of the visitors',
} as const;
export type FactId = keyof typeof factTitles;
export const factIds = Object.keys(factTitles) as [FactId, ...FactId[]];

/** A record that a fact counts, under the part of it to which it belongs. */
export type Counted = {
  part: string;
  type: 'visit' | 'person' | 'session';
  id: string;
  date: string | null;
  title: string;
  /** What it adds, in words. */
  words: string;
};

/** A fact that is counted record by record: its figures are how many there are of each part. */
export type CountedFact = Omit<Fact, 'figures'> & { parts: readonly string[]; records: readonly Counted[] };

/** The fact as it is shown. Figures and lists come from the same records, so that they cannot disagree. */
export const shown = ({ parts, records, ...rest }: CountedFact): Fact => ({
  ...rest,
  figures: parts.map((part) => ({
    title: part,
    display: count(records.filter((one) => one.part === part).length),
    behind: { at: 'records', part },
  })),
});

export const howMany = (records: readonly Counted[], part: string): number =>
  records.filter((one) => one.part === part).length;
