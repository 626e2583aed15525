import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { useMay } from '#renderer/editing/useMay.ts';
import { ButtonLink, PageHeading, Table } from '#renderer/kit/index.ts';
import { capital } from '#shared/text.ts';
import { progressWords } from './words.tsx';

/** The plans of the scheme: what was recommended, and how far it has come. Everybody of the scheme reads them. */
export function PlansPage(): ReactNode {
  const plans = useRead('plans.list', {});
  const may = useMay('plans.save');
  return (
    <>
      <PageHeading>Plans</PageHeading>
      <p className="govuk-body">
        What was recommended after inspections and by the office itself, and how far it has come.
      </p>
      {may && (
        <ButtonLink href="#/plans/new/edit" kind="secondary">
          Add a plan
        </ButtonLink>
      )}
      <Failed failure={plans.error} />
      {!plans.data && !plans.error && <Waiting />}
      {plans.data?.length === 0 && <p className="govuk-body">There are no plans yet.</p>}
      {plans.data && plans.data.length > 0 && (
        <Table
          dense
          caption="Plans"
          captionHidden
          firstCellIsHeader
          head={['Plan', 'Kind', 'Asked for by', 'How far']}
          rows={plans.data.map(({ plan, items, settled, late }) => ({
            key: plan.id,
            cells: [
              <a key="title" className="govuk-link" href={`#/plans/${plan.id}`}>
                {plan.title}
              </a>,
              capital(plan.kind),
              plan.source ?? '',
              progressWords(settled, items, late),
            ],
          }))}
        />
      )}
    </>
  );
}
