import type { ReactNode } from 'react';
import { dayWords } from '#renderer/dates.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { Table } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';
import { addDays } from '#shared/times.ts';
import { type Behind, beginAddress, casesAddress } from './addresses.ts';
import type { Chosen, Themes } from './ThemesPage.tsx';

const oneDecimal = (value: number): string =>
  value.toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** The weeks that stand out, by which rule, and the ways to do something about them. Nobody is named. */
export function Spikes({ themes, chosen }: { themes: Themes; chosen: Chosen }): ReactNode {
  const may = useMay('engagements.save');
  const { spikes, rule } = themes;
  return (
    <>
      <h2 className="govuk-heading-m">What stands out</h2>
      <p className="govuk-body">
        {spikes.length === 0
          ? 'No week shown stands out.'
          : `${count(spikes.length)} ${spikes.length === 1 ? 'week stands' : 'weeks stand'} out.`}{' '}
        {rule}
      </p>
      {spikes.length > 0 && (
        <Table
          dense
          caption="Weeks that stand out"
          captionHidden
          firstCellIsHeader
          head={['Theme', 'Area', 'Week from', 'Why', ...(may ? ['Begin'] : [])]}
          rows={spikes.map((spike) => {
            const { theme, area, week } = spike;
            const place = area ?? chosen.area;
            const behind: Behind = {
              from: week,
              to: addDays(week, 6),
              theme,
              ...chosen,
              ...(place && { area: place }),
            };
            const about = ` about ${theme}, ${place ?? 'all areas'}, week from ${dayWords(week)}`;
            return {
              key: `${theme} ${area} ${week}`,
              cells: [
                theme,
                place ?? 'All areas',
                { content: dayWords(week), className: 'desk-nowrap' },
                <Why key="why" {...{ spike, behind, about }} />,
                ...(may ? [<Begin key="begin" {...{ behind, about }} />] : []),
              ],
            };
          })}
        />
      )}
    </>
  );
}

type SpikeProps = { behind: Behind; about: string };

function Why({
  spike: { cases, usual, most },
  behind,
  about,
}: SpikeProps & { spike: Themes['spikes'][number] }): ReactNode {
  return (
    <>
      <a className="govuk-link" href={casesAddress(behind)}>
        {count(cases)} cases
        <span className="govuk-visually-hidden">{about}</span>
      </a>
      ; usually {oneDecimal(usual)} a week, and at most {count(most)} in the 12 weeks before.
    </>
  );
}

/** What can be begun from a week that stands out, with its cases linked. */
function Begin({ behind, about }: SpikeProps): ReactNode {
  return (
    <>
      <a className="govuk-link" href={beginAddress('engagements', behind)}>
        An engagement
        <span className="govuk-visually-hidden">{about}</span>
      </a>
      <br />
      <a className="govuk-link" href={beginAddress('assurance', behind)}>
        A question to the Chief Constable
        <span className="govuk-visually-hidden">{about}</span>
      </a>
    </>
  );
}
