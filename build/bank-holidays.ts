import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Holidays from 'date-holidays';

/**
 * Writes `shared/deadlines/bank-holidays.ts` from the maintained list of the package date-holidays: run by hand with
 * `node build/bank-holidays.ts` when that package is renewed, and the difference is read before it is committed.
 */
const [first, last] = [2015, 2028];

const places = { E: 'ENG', W: 'WLS', S: 'SCT', N: 'NIR' } as const;
type Place = keyof typeof places;

/** Proclaimed under the Banking and Financial Dealings Act 1971 and not yet in the list. */
const proclaimed: [day: string, name: string, where: Place][] = [
  ['2026-06-15', 'Men’s football World Cup (Scotland)', 'S'],
];

const weekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay());

const days = new Map<string, { name: string; where: Set<Place> }>();
const add = (day: string, name: string, where: Place) => {
  const known = days.get(day) ?? { name, where: new Set() };
  known.where.add(where);
  days.set(day, known);
};
for (const [where, code] of Object.entries(places) as [Place, string][]) {
  const list = new Holidays('GB', code);
  for (let year = first; year <= last; year++)
    for (const { date, name, type } of list.getHolidays(year, 'en'))
      if (type === 'public' && !weekend(date.slice(0, 10)))
        add(
          date.slice(0, 10),
          name.replace(/'/g, '’').replace(/ \(substitute day\)$/, ', substitute day'),
          where,
        );
}
for (const one of proclaimed) add(...one);

const rows = [...days]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([day, { name, where }]) => `  ['${day}', '${[...where].join('')}', '${name}'],`);

writeFileSync(
  fileURLToPath(new URL('../shared/deadlines/bank-holidays.ts', import.meta.url)),
  `import type { BankHolidays } from './calendar.ts';

/**
 * Bank holidays on weekdays in England (E), Wales (W), Scotland (S) and Northern Ireland (N), each with where it is
 * one. Written by build/bank-holidays.ts, never by hand.
 */
export const bankHolidays: BankHolidays = {
  source: 'date-holidays 3.37.0, with the Scottish holiday proclaimed for 15 June 2026',
  first: ${first},
  last: ${last},
  days: [
${rows.join('\n')}
  ],
};
`,
);
