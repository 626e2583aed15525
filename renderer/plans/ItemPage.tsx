import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { Quote } from '#renderer/app/Quote.tsx';
import { dayWords } from '#renderer/dates.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { BackLink, ButtonGroup, ButtonLink, PageHeading, SummaryList } from '#renderer/kit/index.ts';
import { ConflictsOf } from '#renderer/sync/ConflictsOf.tsx';
import type { Output } from '#shared/contract.ts';
import { capital } from '#shared/text.ts';
import { Evidence } from './Evidence.tsx';
import { Links } from './Links.tsx';
import { Update } from './Update.tsx';
import { DueWords, StatusTag } from './words.tsx';

/** One recommendation: where it stands, what was said of it since, what shows it, and what it is linked to. */
export function ItemPage(): ReactNode {
  const { id: named, item: id = '' } = useParams<{ id?: string; item: string }>();
  const read = useRead('plans.item', { id });
  const may = useMay('plans.update');
  const shown = read.data;
  // What leads here from another record names the recommendation alone.
  const plan = named ?? shown?.plan.id ?? '';
  return (
    <>
      <BackLink href={`#/plans/${plan}`}>{shown?.plan.title ?? 'The plan'}</BackLink>
      <ConflictsOf record={id} />
      <PageHeading key={`heading ${id}`}>
        {shown ? `Recommendation ${shown.item.number}` : 'Recommendation'}
      </PageHeading>
      <Failed failure={read.error} />
      {read.isLoading && <Waiting />}
      {shown && (
        <>
          <p className="govuk-body desk-words">{shown.item.recommendation}</p>
          <SummaryList
            rows={[
              { key: 'Status', value: <StatusTag status={shown.status} /> },
              { key: 'Who owes it', value: shown.item.owner ?? 'Nobody yet' },
              { key: 'By', value: <DueWords item={shown.item} late={shown.late} /> },
            ]}
          />
          {may && (
            <div className="desk-screen-only">
              <ButtonGroup>
                <ButtonLink href={`#/plans/${plan}/items/${id}/edit`} kind="secondary">
                  Change the recommendation
                </ButtonLink>
                <ButtonLink href={`#/concerns/new?plan=${id}`} kind="secondary">
                  Raise a concern from it
                </ButtonLink>
              </ButtonGroup>
            </div>
          )}
          <Updates item={shown.item} names={shown.names} />
          {may && <Update key={`update ${id}`} id={id} status={shown.status} />}
          <Evidence item={shown.item} may={may} />
          <Links shown={shown} may={may} />
        </>
      )}
    </>
  );
}

type Shown = Output<'plans.item'>;

function Updates({ item, names }: Pick<Shown, 'item' | 'names'>): ReactNode {
  return (
    <>
      <h2 className="govuk-heading-m">What was said of it</h2>
      {item.updates.length === 0 && <p className="govuk-body">Nothing yet.</p>}
      <ol className="govuk-list desk-timeline">
        {item.updates.map(({ id, on, by, status, words }) => (
          <li key={id} className="desk-timeline__item">
            <strong>{capital(status)}</strong>
            {names[by] && `, ${names[by]}`}
            <span className="desk-timeline__at">{dayWords(on)}</span>
            {words && <Quote>{words}</Quote>}
          </li>
        ))}
      </ol>
    </>
  );
}
