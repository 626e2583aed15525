import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { SaveMade } from '#renderer/files/SaveMade.tsx';
import {
  BackLink,
  Button,
  ButtonGroup,
  ButtonLink,
  PageHeading,
  SummaryList,
  Table,
} from '#renderer/kit/index.ts';
import { ConflictsOf } from '#renderer/sync/ConflictsOf.tsx';
import type { Output } from '#shared/contract.ts';
import { isSettled, type Plan } from '#shared/records/plan.ts';
import { capital } from '#shared/text.ts';
import { DueWords, inspectedWords, progressWords, StatusTag } from './words.tsx';

/** One plan: what it is, and each of its recommendations with where it stands. */
export function PlanPage(): ReactNode {
  const { id = '' } = useParams<{ id: string }>();
  const read = useRead('plans.get', { id });
  const may = useMay('plans.saveItem');
  const { plan, items = [] } = read.data ?? {};
  const settled = items.filter(({ item }) => isSettled(item)).length;
  const late = items.filter((one) => one.late).length;
  return (
    <>
      <BackLink href="#/plans">Plans</BackLink>
      <ConflictsOf record={id} />
      <PageHeading key={`heading ${id}`}>{plan?.title ?? 'Plan'}</PageHeading>
      <Failed failure={read.error} />
      {read.isLoading && <Waiting />}
      {plan && (
        <>
          <Facts plan={plan} />
          <p className="govuk-body">{progressWords(settled, items.length, late)}</p>
          <ItemsTable plan={plan.id} items={items} />
          {may && (
            <div className="desk-screen-only">
              <ButtonGroup>
                <ButtonLink href={`#/plans/${plan.id}/items/new/edit`} kind="secondary">
                  Add a recommendation
                </ButtonLink>
                <ButtonLink href={`#/plans/${plan.id}/edit`} kind="secondary">
                  Change the plan
                </ButtonLink>
              </ButtonGroup>
            </div>
          )}
          <TakeAway id={plan.id} />
        </>
      )}
    </>
  );
}

function Facts({ plan }: { plan: Plan }): ReactNode {
  const inspected = inspectedWords(plan);
  const rows = [
    { key: 'Kind', value: capital(plan.kind) },
    plan.source && { key: 'Asked for by', value: plan.source },
    plan.published && { key: 'Published', value: dayWords(plan.published) },
    inspected && { key: 'Inspected', value: inspected },
    plan.inspection?.part && {
      key: 'The coordinator’s part in it',
      value: <span className="desk-words">{plan.inspection.part}</span>,
    },
    plan.notes && { key: 'Notes', value: <span className="desk-words">{plan.notes}</span> },
    plan.closed && { key: 'Closed', value: dayWords(plan.closed) },
  ];
  return <SummaryList rows={rows.filter((row) => typeof row === 'object')} />;
}

type Items = Output<'plans.get'>['items'];

function ItemsTable({ plan, items }: { plan: string; items: Items }): ReactNode {
  if (items.length === 0) return null;
  return (
    <Table
      dense
      caption="Recommendations"
      captionSize="s"
      head={['Number', 'Recommendation', 'Who owes it', 'By', 'Status', 'Last update']}
      rows={items.map(({ item, status, late }) => {
        const last = item.updates.at(-1);
        return {
          key: item.id,
          cells: [
            item.number,
            <a key="what" className="govuk-link desk-words" href={`#/plans/${plan}/items/${item.id}`}>
              {item.recommendation}
            </a>,
            item.owner ?? 'nobody yet',
            <DueWords key="due" item={item} late={late} />,
            <StatusTag key="status" status={status} />,
            last ? [dayWords(last.on), last.words].filter(Boolean).join(': ') : 'none yet',
          ],
        };
      })}
    />
  );
}

/** The ways a plan leaves the application. */
function TakeAway({ id }: { id: string }): ReactNode {
  const host = useHost();
  return (
    <div className="desk-screen-only">
      <ButtonGroup>
        <SaveMade make={() => host.call('plans.file', { id, as: 'docx' })}>Save as a Word document</SaveMade>
        <SaveMade make={() => host.call('plans.file', { id, as: 'csv' })}>Save as CSV</SaveMade>
        <Button type="button" kind="secondary" onClick={() => window.print()}>
          Print
        </Button>
      </ButtonGroup>
    </div>
  );
}
