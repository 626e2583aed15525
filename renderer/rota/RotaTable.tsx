import type { ReactNode } from 'react';
import { Table, Tag } from '#renderer/kit/index.ts';
import { useNarrow } from '#renderer/visits/section/useNarrow.ts';
import type { Output } from '#shared/contract.ts';
import { PlaceInRota } from './PlaceInRota.tsx';
import { shortWeek, weekWords } from './words.tsx';

type Rota = Output<'rota.get'>;

/** Withdrawn places are no part of the rota any more, and stand apart. */
export const standing = ({ places }: Rota): Rota['places'] =>
  places.filter(({ state }) => state !== 'withdrawn');

/** The rota week by suite; where there is no room for columns, week by week. */
export function RotaTable({ rota }: { rota: Rota }): ReactNode {
  const narrow = useNarrow();
  if (rota.suites.length === 0) return <p className="govuk-body">There is no suite to visit.</p>;
  return narrow ? <ByWeek rota={rota} /> : <WeekBySuite rota={rota} />;
}

/** What stands where nobody goes. */
const empty = ({ gaps, plans }: Rota, suite: Rota['suites'][number], week: string): string => {
  if (suite.notOpen.includes(week)) return 'Not open';
  const isGap = gaps.some((gap) => gap.suite === suite.id && gap.weeks.length === 1 && gap.weeks[0] === week);
  return isGap && plans ? 'Gap' : '–';
};

function WeekBySuite({ rota }: { rota: Rota }): ReactNode {
  const { weeks, suites, thisWeek, quarter } = rota;
  const places = standing(rota);
  return (
    <Table
      dense
      className="desk-rota"
      caption={`The rota of ${quarter.label}, by week and suite`}
      captionHidden
      firstCellIsHeader
      head={['Week of', ...suites.map(({ name }) => name)]}
      rows={weeks.map((week) => ({
        key: week,
        className: week === thisWeek ? 'desk-rota__now' : undefined,
        cells: [
          <WeekName key="week" week={week} thisWeek={thisWeek} />,
          ...suites.map((suite) => {
            const here = places.filter((p) => p.week === week && p.suite === suite.id);
            return here.length === 0
              ? { content: empty(rota, suite, week), className: 'desk-rota__empty' }
              : here.map((place) => <PlaceInRota key={place.id} place={place} today={thisWeek} />);
          }),
        ],
      }))}
    />
  );
}

function WeekName({ week, thisWeek }: { week: string; thisWeek: string }): ReactNode {
  return (
    <>
      <span className="desk-nowrap">{shortWeek(week)}</span>
      {week === thisWeek && <Tag>This week</Tag>}
    </>
  );
}

function ByWeek({ rota }: { rota: Rota }): ReactNode {
  const { weeks, thisWeek } = rota;
  const places = standing(rota);
  return weeks.map((week) => {
    const here = places.filter((place) => place.week === week);
    const gaps = rota.suites.filter((suite) => empty(rota, suite, week) === 'Gap');
    const withoutPlace = gaps.filter(({ id }) => here.every(({ suite }) => suite !== id));
    return (
      <section key={week} aria-labelledby={`week-${week}`} className="desk-rota__week">
        <h3 className="govuk-heading-s" id={`week-${week}`}>
          {weekWords(week)} {week === thisWeek && <Tag>This week</Tag>}
        </h3>
        {here.length + withoutPlace.length === 0 && <p className="govuk-body">No visit is planned.</p>}
        <ul className="govuk-list">
          {here.map((place) => (
            <li key={place.id}>
              <PlaceInRota place={place} today={thisWeek} named />
            </li>
          ))}
          {withoutPlace.map(({ id, name }) => (
            <li key={id}>{name}: gap</li>
          ))}
        </ul>
      </section>
    );
  });
}
