import { z } from 'zod';
import { fail, ok, type Result } from '#shared/result.ts';
import { type BankHolidays, isWeekend } from './calendar.ts';

type Day = BankHolidays['days'][number];
type Read = { nation: string; day: string; name: string };

/** The file of bank holidays that the Government publishes: its divisions by name, each with its events. */
const division = z.object({
  events: z.array(z.object({ title: z.string().max(200), date: z.iso.date() })).max(1_000),
});
const official = z.object({
  'england-and-wales': division,
  scotland: division.optional(),
  'northern-ireland': division.optional(),
});
const nationsOf = { 'england-and-wales': ['E', 'W'], scotland: ['S'], 'northern-ireland': ['N'] } as const;

const fromOfficial = (json: unknown): Result<Read[], string> => {
  const parsed = official.safeParse(json);
  if (!parsed.success) return fail('it is not the file of bank holidays that GOV.UK publishes');
  return ok(
    Object.entries(nationsOf).flatMap(([name, nations]) =>
      (parsed.data[name as keyof typeof nationsOf]?.events ?? []).flatMap(({ title, date }) =>
        nations.map((nation) => ({ nation, day: date, name: title })),
      ),
    ),
  );
};

const line = /^(\d{4}-\d{2}-\d{2})(?:[,;\t ]+([EWSN]{1,4}))?[,;\t ]+(.+)$/;

/** A plain list: a day on each line, the letters of the nations where it is one (England and Wales without), its name. */
const fromList = (text: string): Result<Read[], string> => {
  const lines = text.split(/\r?\n/).map((one, i) => ({ one: one.trim(), number: i + 1 }));
  const read: Read[] = [];
  for (const { one, number } of lines.filter(({ one }) => one !== '' && !one.startsWith('#'))) {
    const [, day = '', where = 'EW', name = ''] = line.exec(one) ?? [];
    if (!z.iso.date().safeParse(day).success)
      return fail(`line ${number} is not a day (YYYY-MM-DD) and the name of a bank holiday`);
    read.push(...[...new Set(where)].map((nation) => ({ nation, day, name: name.trim().slice(0, 200) })));
  }
  return ok(read);
};

const readAll = (text: string): Result<Read[], string> => {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (!trimmed.startsWith('{')) return fromList(trimmed);
  try {
    return fromOfficial(JSON.parse(trimmed));
  } catch {
    return fail('it is cut off or damaged');
  }
};

/** A year of which fewer are known has not been published whole: Scotland and Wales have eight at least. */
const fewest = 6;

const yearOf = (day: string): number => Number(day.slice(0, 4));

/**
 * What a newer list makes of the bank holidays known before: of the years and nations that it speaks of it alone is
 * believed, of all others what was known stays. Days at a weekend are left out, since nobody works then anyway.
 */
export const withNewer = (
  known: BankHolidays,
  text: string,
  source: string,
): Result<BankHolidays, string> => {
  const read = readAll(text);
  if (!read.ok) return read;
  if (read.value.length === 0) return fail('there is no bank holiday in it');
  const spoken = Map.groupBy(read.value, ({ nation, day }) => `${nation}${yearOf(day)}`);
  const thin = [...spoken].find(([, days]) => days.length < fewest);
  if (thin)
    return fail(`of ${thin[0].slice(1)} it has only ${thin[1].length} bank holidays: the year is not whole`);
  const kept = known.days.flatMap(([day, where, name]) =>
    [...where]
      .filter((nation) => !spoken.has(`${nation}${yearOf(day)}`))
      .map((nation) => ({ nation, day, name })),
  );
  const byDay = Map.groupBy([...kept, ...read.value.filter(({ day }) => !isWeekend(day))], ({ day }) => day);
  const days = [...byDay]
    .map(([day, all]): Day => {
      const where = ['E', 'W', 'S', 'N']
        .filter((nation) => all.some((one) => one.nation === nation))
        .join('');
      return [day, where, all[0]?.name ?? ''];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const isWhole = (year: number) =>
    (year >= known.first && year <= known.last) ||
    ['E', 'W', 'S', 'N'].every((nation) => spoken.has(`${nation}${year}`));
  let { first, last } = known;
  while (isWhole(first - 1)) first -= 1;
  while (isWhole(last + 1)) last += 1;
  return ok({ source, first, last, days });
};

/** What differs between two lists, day by day. */
export const holidayChanges = (
  before: BankHolidays,
  after: BankHolidays,
): { added: Day[]; removed: Day[] } => {
  const key = ([day, where]: Day) => `${day} ${where}`;
  const [old, fresh] = [new Set(before.days.map(key)), new Set(after.days.map(key))];
  return {
    added: after.days.filter((day) => !old.has(key(day))),
    removed: before.days.filter((day) => !fresh.has(key(day))),
  };
};
