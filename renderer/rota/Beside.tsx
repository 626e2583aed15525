import type { ReactNode } from 'react';
import { Details, Table } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { Output } from '#shared/contract.ts';
import { count } from '#shared/numbers.ts';
import { listed } from '#shared/rota/words.ts';
import { type Asked, placeAddress, rotaAddress } from './address.ts';
import { SwapLine } from './SwapLine.tsx';
import { coverWords, nameOf, placeName, shortWeek, weekWords, whoGoes } from './words.tsx';

type Rota = Output<'rota.get'>;
type BesideProps = { rota: Rota; asked: Asked };

/** What whoever plans looks at beside the rota: what is open, who goes too often, who has not said when they can. */
export function Beside({ rota, asked }: BesideProps): ReactNode {
  return (
    <>
      <Seeking rota={rota} />
      <Gaps rota={rota} asked={asked} />
      <OverUse texts={rota.overUse} />
      <NotSaid rota={rota} asked={asked} />
      <Swaps rota={rota} />
      <Withdrawn rota={rota} />
    </>
  );
}

/** Places of which half is empty, or whose holder looks for cover. */
function Seeking({ rota: { places, thisWeek } }: { rota: Rota }): ReactNode {
  const seeking = places.filter(({ seeks, week }) => seeks && week >= thisWeek);
  if (seeking.length === 0) return null;
  return (
    <section aria-labelledby="seeking">
      <h2 className="govuk-heading-m" id="seeking">
        Places that look for somebody
      </h2>
      <p className="govuk-body">Each says who could go.</p>
      <ul className="govuk-list govuk-list--bullet">
        {seeking.map((place) => (
          <li key={place.id}>
            <a className="govuk-link" href={placeAddress(place.id)}>
              {placeName(place)}
            </a>
            : {whoGoes(place)}. {place.cover.length > 0 && coverWords(place)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** In which week, or in how many, a visit might be made. */
export const weeksOf = (weeks: readonly string[]): string => {
  const [first, ...others] = weeks;
  if (!first) return '';
  return others.length === 0 ? weekWords(first) : `Any of ${weeks.length} weeks from ${shortWeek(first)}`;
};

function Gaps({ rota, asked }: BesideProps): ReactNode {
  const { quarter } = rota;
  // Several visits that any of the same weeks could take are one line with their number.
  const gaps = [...Map.groupBy(rota.gaps, (gap) => JSON.stringify(gap)).values()].flatMap(([gap, ...more]) =>
    gap ? [{ ...gap, visits: more.length + 1 }] : [],
  );
  return (
    <section aria-labelledby="gaps">
      <h2 className="govuk-heading-m" id="gaps">
        Gaps
      </h2>
      {gaps.length === 0 ? (
        <p className="govuk-body">Every visit that is wanted has its pair.</p>
      ) : (
        <ul className="desk-rota__list">
          {gaps.map((gap) => {
            const by = {
              ...asked,
              quarter: quarter.id,
              suite: gap.suite,
              week: gap.weeks[0],
              tact: gap.tact ? 'yes' : undefined,
            };
            const half = rota.places.find(
              (place) =>
                gap.with !== null &&
                place.suite === gap.suite &&
                place.week === gap.weeks[0] &&
                [place.first?.id, place.second?.id].includes(gap.with.id),
            );
            return (
              <li key={JSON.stringify(gap)}>
                <strong className="desk-rota__what">
                  {isolated(gap.suiteName)}: {weeksOf(gap.weeks)}
                  {gap.tact && ', TACT'}
                  {gap.visits > 1 && `: ${count(gap.visits)} visits`}
                </strong>
                {gap.with && ` Somebody to go with ${nameOf(gap.with)}.`} {gap.why}.{' '}
                <a
                  className="govuk-link desk-screen-only"
                  href={half ? placeAddress(half.id) : `#${rotaAddress('/rota/new', by)}`}
                >
                  Fill by hand
                  <span className="govuk-visually-hidden">
                    : {isolated(gap.suiteName)}, {weeksOf(gap.weeks)}
                  </span>
                </a>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function OverUse({ texts }: { texts: readonly string[] }): ReactNode {
  if (texts.length === 0) return null;
  return (
    <section aria-labelledby="over-use">
      <h2 className="govuk-heading-m" id="over-use">
        Who or what goes more often than it need
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        {texts.map((text, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a suite may have two such visits in one week
          <li key={i}>{text}.</li>
        ))}
      </ul>
    </section>
  );
}

/** Who has not said when they are free, and what everybody said. By name. */
function NotSaid({ rota, asked }: BesideProps): ReactNode {
  const { volunteers, weeks, quarter } = rota;
  const silent = volunteers.filter(({ said }) => said === 0);
  return (
    <section aria-labelledby="availability">
      <h2 className="govuk-heading-m" id="availability">
        When volunteers are free
      </h2>
      <p className="govuk-body">
        {silent.length === 0
          ? 'Everybody has said something of this quarter.'
          : `${silent.length} of ${volunteers.length} ${silent.length === 1 ? 'has' : 'have'} said nothing of this quarter yet: ${listed(silent.map(nameOf))}.`}
      </p>
      {volunteers.length > 0 && (
        <Details summary="What each of them said">
          <Table
            dense
            caption="Volunteers, by name"
            captionHidden
            firstCellIsHeader
            head={[
              'Volunteer',
              { content: 'Weeks free', numeric: true },
              { content: 'Weeks away', numeric: true },
              { content: 'Nothing said', numeric: true },
              { content: 'Places', numeric: true },
            ]}
            rows={volunteers.map((one) => ({
              key: one.id,
              cells: [
                <a
                  key="name"
                  className="govuk-link"
                  href={`#${rotaAddress(`/rota/free/${one.id}`, { ...asked, quarter: quarter.id })}`}
                >
                  {nameOf(one)}
                </a>,
                { content: one.free, numeric: true },
                { content: one.said - one.free, numeric: true },
                { content: weeks.length - one.said, numeric: true },
                { content: one.places, numeric: true },
              ],
            }))}
          />
        </Details>
      )}
    </section>
  );
}

function Swaps({ rota: { swaps } }: { rota: Rota }): ReactNode {
  if (swaps.length === 0) return null;
  return (
    <section aria-labelledby="swaps">
      <h2 className="govuk-heading-m" id="swaps">
        Exchanges that were asked for
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        {swaps.map((swap) => (
          <li key={swap.id}>
            <SwapLine swap={swap} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Withdrawn({ rota }: { rota: Rota }): ReactNode {
  const gone = rota.places.filter(({ state }) => state === 'withdrawn');
  if (gone.length === 0) return null;
  return (
    <Details summary={gone.length === 1 ? 'One withdrawn place' : `${gone.length} withdrawn places`}>
      <ul className="govuk-list">
        {gone.map((place) => (
          <li key={place.id}>
            <a className="govuk-link" href={placeAddress(place.id)}>
              {placeName(place)}
            </a>
            : {whoGoes(place)}
            {place.why && `. ${place.why}`}
          </li>
        ))}
      </ul>
    </Details>
  );
}
