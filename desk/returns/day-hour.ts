import { sql as raw } from 'kysely';
import type { Span } from '#db/measures.ts';
import type { Reader } from '#db/sql.ts';
import type { ReturnTable } from '#shared/views.ts';
import { query } from './checks.ts';
import { groupsOf } from './groups.ts';
import type { OfficeRecords } from './of-office.ts';

type Counted = { weekday: number; hour: number | null; visits: number };

/** All visits begun in a span of days by hour of arrival and day of the week: when custody sees visitors, and when never. */
export const visitsByDayAndHour = (r: Reader, { from, to }: Span, office: OfficeRecords): ReturnTable => {
  const found = query(
    r,
    raw<Counted>`select weekday, hour, count(*) as visits from visit_fact
      where date between ${from} and ${to} group by 1, 2`,
  );
  const counts = new Map(found.map(({ weekday, hour, visits }) => [`${weekday} ${hour}`, visits]));
  const days = groupsOf('weekday', office);
  const hours = groupsOf('hour', office).filter(
    ({ values: [hour] }) => hour !== null || found.some((one) => one.hour === null),
  );
  return {
    id: 'visits.byDayAndHour',
    title: 'Visits by day and hour of arrival',
    columns: ['hour', ...days.map(({ key }) => key)],
    rows: hours.map((hour) => [
      hour.key,
      ...days.map((day) => counts.get(`${day.values[0]} ${hour.values[0]}`) ?? 0),
    ]),
  };
};
