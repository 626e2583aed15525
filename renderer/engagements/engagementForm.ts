import { z } from 'zod';
import { given, maybeName, neededDate, neededName, typedDate } from '#renderer/editing/typed.ts';
import { pounds } from '#shared/claims/amounts.ts';
import { type Engagement, engagementKinds } from '#shared/records/engagement.ts';
import { parseDate } from '#shared/times.ts';

const longWords = z.string().max(30_000, 'Write at most 30,000 characters');
/** What somebody typed as pounds, in pence; undefined where it is no amount. A grant is more than any claim. */
const amountOf = (text: string): number | undefined => {
  const match = /^£?\s*(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.trim().replaceAll(',', ''));
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined;
};
const isMoney = (text: string): boolean => text.trim() === '' || amountOf(text) !== undefined;

/** An engagement as it stands in the boxes of its page. */
export const engagementForm = z.object({
  title: neededName('what it was'),
  on: neededDate('The day'),
  kind: z.enum(engagementKinds),
  place: maybeName('The place'),
  area: z.string(),
  constituency: z.string(),
  attended: z.string().max(5_000, 'Write at most 5,000 characters'),
  themes: z.array(z.string()),
  cases: z.array(z.string()),
  words: longWords,
  decision: longWords,
  money: z.string().refine(isMoney, 'Enter an amount such as 2500 or 2500.00, or leave it blank'),
});
export type EngagementForm = z.infer<typeof engagementForm>;

export const engagementFieldNames = {
  title: 'What it was',
  on: 'Day',
  kind: 'Kind',
  place: 'Place',
  area: 'Area',
  constituency: 'Constituency',
  attended: 'Who went for the office',
  themes: 'Themes',
  cases: 'Cases that led to it',
  words: 'What was said',
  decision: 'What was decided',
  pence: 'Money that followed',
};

/** What a new one begins with: the theme, area and cases of what it was begun from. */
export type Beginning = {
  theme?: string;
  area?: string;
  constituency?: string;
  place?: string;
  cases: string[];
};

export const toEngagementForm = (
  one: Engagement | undefined,
  start: Beginning = { cases: [] },
): EngagementForm => ({
  title: one?.title ?? '',
  on: typedDate(one?.on),
  kind: one?.kind ?? 'visit',
  place: one?.place ?? start.place ?? '',
  area: one?.area ?? start.area ?? '',
  constituency: one?.constituency ?? start.constituency ?? '',
  attended: (one?.attended ?? []).join('\n'),
  themes: one ? [...one.themes] : start.theme ? [start.theme] : [],
  cases: one ? [...one.cases] : start.cases,
  words: one?.words ?? '',
  decision: one?.decision ?? '',
  money: one?.pence === undefined ? '' : pounds(one.pence),
});

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, 200))
    .filter((line) => line !== '')
    .slice(0, 50);

/** The record that the boxes stand for, over the one they were filled from. */
export const fromEngagementForm = (
  typed: EngagementForm,
  base: Engagement | undefined,
  id: string,
): Engagement =>
  ({
    ...base,
    id,
    title: typed.title.trim(),
    on: parseDate(typed.on),
    kind: typed.kind,
    place: given(typed.place),
    area: given(typed.area),
    constituency: given(typed.constituency),
    attended: linesOf(typed.attended),
    themes: typed.themes,
    cases: typed.cases,
    words: given(typed.words),
    decision: given(typed.decision),
    pence: amountOf(typed.money),
  }) as Engagement;
