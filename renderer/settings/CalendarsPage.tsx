import type { ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { calendarWords } from '#renderer/deadlines/words.tsx';
import { useMay } from '#renderer/editing/useMay.ts';
import { BackLink, PageHeading, Select, SummaryList, Table } from '#renderer/kit/index.ts';
import { bankHolidays } from '#shared/deadlines/bank-holidays.ts';
import { type BankHolidays, calendarIds, calendarOf } from '#shared/deadlines/calendar.ts';
import { named } from '#shared/deadlines/deadline.ts';
import { NewerHolidays } from './NewerHolidays.tsx';
import { nationWords } from './nations.ts';

/** The bank holidays that working days go by: where they come from, a newer list of them, and each of them. */
export function CalendarsPage(): ReactNode {
  const settings = useRead('settings.get', {});
  const session = useRead('session.get', {});
  const mayLoad = useMay('deadlines.loadHolidays');
  const loaded = settings.data?.bankHolidays;
  const holidays = loaded ?? bankHolidays;
  return (
    <>
      <BackLink href="#/settings">Settings</BackLink>
      <PageHeading>Calendars</PageHeading>
      <Failed failure={settings.error ?? session.error} />
      {!(settings.data && session.data) && !(settings.error ?? session.error) && <Waiting />}
      {settings.data && session.data && (
        <>
          <SummaryList
            rows={[
              { key: 'Bank holidays from', value: holidays.source },
              { key: 'Known for', value: `${holidays.first} to ${holidays.last}` },
              {
                key: 'Taken over',
                value: loaded ? dayWords(loaded.loaded) : 'They came with the application',
              },
            ]}
          />
          <p className="govuk-body">A day that rests on a year beyond these is called provisional.</p>
          {mayLoad && <NewerHolidays />}
          <Days holidays={holidays} thisYear={Number(session.data.today.slice(0, 4))} />
        </>
      )}
    </>
  );
}

function Days({ holidays, thisYear }: { holidays: BankHolidays; thisYear: number }): ReactNode {
  const [search, setSearch] = useSearchParams();
  const { first, last, days } = holidays;
  const years = Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
  const calendar = calendarIds.find((id) => id === search.get('calendar')) ?? 'england-and-wales';
  const usual = String(Math.min(Math.max(thisYear, first), last));
  const year = years.find((one) => one === search.get('year')) ?? usual;
  const { holidayOn } = calendarOf(calendar, holidays);
  const shown = days.filter(([day]) => day.startsWith(year) && holidayOn(day) !== undefined);
  const set = (key: 'calendar' | 'year') => (event: { target: { value: string } }) =>
    setSearch({ calendar, year, [key]: event.target.value }, { replace: true });
  return (
    <section aria-labelledby="holidays">
      <h2 className="govuk-heading-m" id="holidays">
        Bank holidays by calendar and year
      </h2>
      <search className="desk-filter" aria-label="Which bank holidays">
        <Select
          label="Calendar"
          id="calendar"
          value={calendar}
          options={calendarIds.map((value) => ({ value, text: calendarWords[value] ?? value }))}
          onChange={set('calendar')}
        />
        <Select
          label="Year"
          id="year"
          value={year}
          options={years.toReversed().map((value) => ({ value, text: value }))}
          onChange={set('year')}
        />
      </search>
      <Table
        dense
        caption={`${calendarWords[calendar]}, ${year}: days on which nobody works besides weekends`}
        captionSize="s"
        head={['Day', 'Bank holiday', 'Where']}
        rows={shown.map(([day, where, name]) => ({
          key: day,
          cells: [named(day), name, nationWords(where)],
        }))}
      />
      <p className="govuk-body">Those that fall on a weekend are left out, since nobody works then anyway.</p>
    </section>
  );
}
