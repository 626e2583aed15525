import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { dayWords } from '#renderer/dates.ts';
import { documentForms, TakeAway } from '#renderer/files/TakeAway.tsx';
import { BackLink, PageHeading, Table } from '#renderer/kit/index.ts';
import { PeriodSelect } from '#renderer/returns/PeriodSelect.tsx';
import type { Output } from '#shared/contract.ts';
import { Facts } from './Facts.tsx';
import { Linked, StatusTag } from './words.tsx';

type Pack = Output<'quality.pack'>;
type Criterion = Pack['levels'][number]['criteria'][number];

/** The evidence pack of a period: what is asked, where it stands, what shows it, and what nothing shows. */
export function PackPage(): ReactNode {
  const periods = useRead('returns.periods', {});
  const period = useParams<{ period?: string }>().period ?? periods.data?.latest;
  const pack = useRead(
    'quality.pack',
    { period: period ?? '' },
    { wanted: period !== undefined, keep: true },
  );
  return (
    <>
      <BackLink href="#/quality">Quality evidence</BackLink>
      <PageHeading caption={pack.data?.period.label}>Evidence pack</PageHeading>
      <Failed failure={periods.error ?? pack.error} />
      {periods.data && period && (
        <PeriodSelect
          id="pack-period"
          label="Year or quarter"
          periods={periods.data}
          period={period}
          onChange={(to) => go(`/quality/pack/${to}`)}
        />
      )}
      {pack.data && period ? <Shown pack={pack.data} period={period} /> : !pack.error && <Waiting />}
    </>
  );
}

function Shown({ pack, period }: { pack: Pack; period: string }): ReactNode {
  const host = useHost();
  return (
    <>
      <TakeAway forms={documentForms} make={(as) => host.call('quality.file', { period, as })} />
      <p className="govuk-body">{pack.body}</p>
      {pack.levels.length === 0 && (
        <p className="govuk-body">
          There are no criteria yet.{' '}
          <a className="govuk-link" href="#/quality">
            Begin with a list
          </a>
          ; until then the pack says what the records prove.
        </p>
      )}
      {pack.levels.map(({ level, criteria }) => (
        <Table
          key={level}
          dense
          caption={level}
          captionSize="m"
          head={['Number', 'Criterion', 'Status', 'What shows it']}
          rows={criteria.map((one) => ({
            key: one.id,
            cells: [
              one.number,
              {
                className: 'desk-criterion',
                content: (
                  <a className="govuk-link desk-words" href={`#/quality/${one.id}`}>
                    {one.text}
                  </a>
                ),
              },
              <StatusTag key="status" status={one.status} />,
              { className: 'desk-criterion', content: <Shows one={one} /> },
            ],
          }))}
        />
      ))}
      <h2 className="govuk-heading-m">What is not evidenced</h2>
      {pack.gaps.length === 0 && <p className="govuk-body">Every criterion has something that shows it.</p>}
      <ul className="govuk-list govuk-list--bullet">
        {pack.gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">What the records prove</h2>
      <Facts facts={pack.facts} period={period} />
    </>
  );
}

function Shows({ one: { said, fact, evidence } }: { one: Criterion }): ReactNode {
  return (
    <>
      {said && (
        <p className="govuk-body-s desk-words">
          {dayWords(said.on)}: {said.words}
        </p>
      )}
      {fact?.proven && <p className="govuk-body-s">{fact.sentence}</p>}
      {evidence.map((given) => (
        <p key={given.id} className="govuk-body-s">
          {dayWords(given.on)}: {given.words} <Linked evidence={given} />
        </p>
      ))}
      {!fact?.proven && evidence.length === 0 && <strong>Not evidenced</strong>}
    </>
  );
}
