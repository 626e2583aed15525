import type { ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { AcrossCases } from '#renderer/cases/AcrossCases.tsx';
import { ChartFigure } from '#renderer/charts/index.ts';
import { dayWords, shortDate } from '#renderer/dates.ts';
import { PageHeading, Select, Table } from '#renderer/kit/index.ts';
import { mostSeries } from '#shared/charts/chart.ts';
import { saysMost } from '#shared/charts/says.ts';
import type { Output } from '#shared/contract.ts';
import { count } from '#shared/numbers.ts';
import { addDays } from '#shared/times.ts';
import { casesAddress } from './addresses.ts';
import { Spikes } from './Spikes.tsx';
import { Areas, Places } from './ThemePlaces.tsx';

export type Themes = Output<'themes.get'>;
export type Chosen = { area?: string; constituency?: string };

const spans = [4, 13, 26, 52] as const;
const blank = (text: string) => ({ value: '', text });
const plain = (values: readonly string[]) => values.map((value) => ({ value, text: value }));

/** What people write about: week by week, by area, constituency and place, with what stands out of it. */
export function ThemesPage(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const weeks = spans.find((one) => String(one) === search.get('weeks')) ?? 13;
  const [area, constituency] = [search.get('area'), search.get('constituency')];
  const chosen: Chosen = { ...(area && { area }), ...(constituency && { constituency }) };
  const read = useRead('themes.get', { weeks, ...chosen }, { keep: true });
  const set = (name: string, value: string) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <PageHeading>Themes</PageHeading>
      <AcrossCases />
      <Failed failure={read.error} />
      {!read.data && !read.error && <Waiting />}
      {read.data && (
        <>
          <div className="desk-filters desk-screen-only">
            <Select
              label="Weeks"
              id="weeks"
              value={String(weeks)}
              options={spans.map((one) => ({ value: String(one), text: `The last ${one} weeks` }))}
              onChange={({ target }) => set('weeks', target.value)}
            />
            <Select
              label="Area"
              id="area"
              value={area ?? ''}
              options={[blank('All areas'), ...plain(read.data.known.areas)]}
              onChange={({ target }) => set('area', target.value)}
            />
            {read.data.known.constituencies.length > 0 && (
              <Select
                label="Constituency"
                id="constituency"
                value={constituency ?? ''}
                options={[blank('All constituencies'), ...plain(read.data.known.constituencies)]}
                onChange={({ target }) => set('constituency', target.value)}
              />
            )}
          </div>
          <Shown themes={read.data} chosen={chosen} />
        </>
      )}
    </>
  );
}

function Shown({ themes, chosen }: { themes: Themes; chosen: Chosen }): ReactNode {
  const { weeks, rows, cases, ended } = themes;
  const [from, to] = [weeks[0] as string, addDays(weeks.at(-1) as string, 6)];
  const span = `${dayWords(from)} to ${dayWords(to)}`;
  if (rows.length === 0)
    return (
      <p className="govuk-body">No case with a theme came in from {span}, nor in as many weeks before.</p>
    );
  return (
    <>
      <p className="govuk-body">
        {count(cases)} {cases === 1 ? 'case' : 'cases'} received from {span}
        {ended ? '' : '; the last week has not ended'}. A case with several themes counts once in that number
        and once under each of its themes.
      </p>
      <Spikes themes={themes} chosen={chosen} />
      <h2 className="govuk-heading-m">By theme</h2>
      <ByTheme themes={themes} behind={{ from, to, ...chosen }} />
      <h2 className="govuk-heading-m">Week by week</h2>
      <ByWeek themes={themes} chosen={chosen} />
      <Trend themes={themes} />
      <Areas themes={themes} span={{ from, to }} />
      <Places themes={themes} behind={{ from, to, ...chosen }} />
    </>
  );
}

type BehindProps = { themes: Themes; behind: Chosen & { from: string; to: string } };

function ByTheme({ themes: { rows, weeks }, behind }: BehindProps): ReactNode {
  return (
    <Table
      dense
      caption="Cases by theme"
      captionHidden
      firstCellIsHeader
      head={[
        'Theme',
        { content: 'Cases', numeric: true },
        { content: `${weeks.length} weeks before`, numeric: true },
        { content: 'Change', numeric: true },
      ]}
      rows={rows.map(({ theme, total, before }) => ({
        key: theme,
        cells: [
          theme,
          {
            content: (
              <Opens
                many={total}
                href={casesAddress({ ...behind, theme })}
                says={`of ${theme}: open the cases`}
              />
            ),
            numeric: true,
          },
          { content: count(before), numeric: true },
          { content: changeWords(total - before), numeric: true },
        ],
      }))}
    />
  );
}

/** As many themes as lines can be told apart, week by week. */
function Trend({ themes: { rows, weeks } }: { themes: Themes }): ReactNode {
  const drawn = rows.slice(0, mostSeries);
  const [leading] = drawn;
  if (!leading) return null;
  const says = saysMost({
    items: weeks.map((week, i) => ({
      name: `the week from ${dayWords(week)}`,
      value: leading.weeks[i] ?? 0,
    })),
    thing: `case of ${leading.theme}`,
    things: `cases of ${leading.theme}`,
    kinds: 'weeks',
  });
  return (
    <ChartFigure
      chart={{
        kind: 'lines',
        title: 'The most frequent themes, week by week',
        says,
        of: 'Week from',
        categories: weeks.map(shortDate),
        series: drawn.map(({ theme, weeks: counts }) => ({
          name: theme,
          values: counts,
          words: counts.map(count),
        })),
      }}
    />
  );
}

const changeWords = (change: number): string => {
  if (change === 0) return 'none';
  return change > 0 ? `+${count(change)}` : `−${count(-change)}`;
};

/** A week that stands out says so in words beside its number, and opens its cases. */
function ByWeek({ themes: { rows, weeks, spikes }, chosen }: { themes: Themes; chosen: Chosen }): ReactNode {
  const isSpike = (theme: string, week: string) =>
    spikes.some((one) => one.theme === theme && one.week === week && one.area === (chosen.area ?? null));
  return (
    <Table
      dense
      caption="Cases by theme, a row for each week"
      captionHidden
      firstCellIsHeader
      head={['Week from', ...rows.map(({ theme }) => ({ content: theme, numeric: true }))]}
      rows={weeks
        .map((week, i) => ({
          key: week,
          cells: [
            { content: shortDate(week), className: 'desk-nowrap' },
            ...rows.map((row) => ({
              content: (
                <>
                  <Opens
                    many={row.weeks[i] ?? 0}
                    href={casesAddress({ from: week, to: addDays(week, 6), theme: row.theme, ...chosen })}
                    says={`${row.theme}, week from ${dayWords(week)}: open the cases`}
                  />
                  {isSpike(row.theme, week) && <strong> stands out</strong>}
                </>
              ),
              numeric: true,
            })),
          ],
        }))
        .reverse()}
    />
  );
}

type OpensProps = { many: number; href: string; says: string };

/** A number that opens the cases it is made of. */
function Opens({ many, href, says }: OpensProps): ReactNode {
  if (many === 0) return '0';
  return (
    <a className="govuk-link" href={href}>
      {count(many)}
      <span className="govuk-visually-hidden"> {says}</span>
    </a>
  );
}
