import { type ReactNode, useState } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { SaveMade } from '#renderer/files/SaveMade.tsx';
import { BackLink, Button, ButtonGroup, ConfirmDialog, PageHeading, Table } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { claimKinds } from '#shared/records/claim.ts';
import { monthWords } from '#shared/times.ts';
import { kindTitles, money } from './words.tsx';

type Payment = Output<'claims.payment'>;

const claims = (count: number) => (count === 1 ? 'one claim' : `${count} claims`);

/** Approved claims leave for payment together, once; what has left can be saved again and marked as paid. */
export function PayPage(): ReactNode {
  const read = useRead('claims.payment', {});
  return (
    <>
      <BackLink href="#/claims?state=submitted">Claims</BackLink>
      <PageHeading>Payment of claims</PageHeading>
      <Failed failure={read.error} />
      {read.isLoading && <Waiting />}
      {read.data && (
        <>
          <Ready ready={read.data.ready} />
          <Exports exports={read.data.exports} />
        </>
      )}
    </>
  );
}

function Ready({ ready }: { ready: Payment['ready'] }): ReactNode {
  const leave = useWrite('claims.export');
  const [asking, setAsking] = useState(false);
  const all = ready.reduce((sum, { pence }) => sum + pence, 0);
  const exportAll = async () => {
    setAsking(false);
    const answer = await leave.run({ claims: ready.map(({ id }) => id) });
    if (answer.ok) say(`Export ${answer.value.export} is made. Save its file below.`);
  };
  return (
    <section>
      <h2 className="govuk-heading-m">Approved, and not exported yet</h2>
      <Failed failure={leave.failure} />
      {ready.length === 0 ? (
        <p className="govuk-body">There is none.</p>
      ) : (
        <>
          <Table
            dense
            caption="Approved claims"
            captionHidden
            firstCellIsHeader
            head={[
              'Name',
              'Month',
              'Number',
              { content: 'Miles', numeric: true },
              ...claimKinds.map((kind) => ({ content: kindTitles[kind], numeric: true })),
              { content: 'Total', numeric: true },
            ]}
            rows={ready.map((row) => ({
              key: row.id,
              cells: [
                row.name,
                { content: monthWords(row.month), className: 'desk-nowrap' },
                <a key="open" className="govuk-link desk-nowrap" href={`#/claims/${row.id}`}>
                  {row.reference}
                </a>,
                { content: row.miles || '', numeric: true },
                ...claimKinds.map((kind) => ({ content: money(row.kinds[kind]), numeric: true })),
                { content: money(row.pence), numeric: true },
              ],
            }))}
          />
          <Button type="button" disabled={leave.busy} onClick={() => setAsking(true)}>
            Export {claims(ready.length)}, {money(all)}
          </Button>
        </>
      )}
      {asking && (
        <ConfirmDialog
          title={`Export ${claims(ready.length)}?`}
          confirm="Export"
          cancel="Not yet"
          onConfirm={() => void exportAll()}
          onCancel={() => setAsking(false)}
        >
          They leave for payment with this export and with no other. What has left is not given back any more.
        </ConfirmDialog>
      )}
    </section>
  );
}

function Exports({ exports }: { exports: Payment['exports'] }): ReactNode {
  const host = useHost();
  const pay = useWrite('claims.paid');
  if (exports.length === 0) return null;
  const file = (name: string, as: 'csv' | 'xlsx') => () => host.call('claims.file', { export: name, as });
  const marked = async (name: string) => {
    const answer = await pay.run({ export: name });
    if (answer.ok) say(`The claims of export ${name} are marked as paid.`);
  };
  return (
    <section>
      <h2 className="govuk-heading-m">What has left</h2>
      <p className="govuk-body">
        A file can be saved again. Each of its rows names its export, so that a copy is not taken for a new
        one.
      </p>
      <Failed failure={pay.failure} />
      {exports.map(({ name, claims: count, pence, paid, taken }) => (
        <div key={name} className="desk-claim-export">
          <h3 className="govuk-heading-s">Export {name}</h3>
          <p className="govuk-body">
            {claims(count)}, {money(pence)}
            {paid === count ? ', paid' : paid > 0 ? `, ${paid} of them paid` : ', not marked as paid yet'}
          </p>
          {taken ? (
            <ButtonGroup>
              <SaveMade make={file(name, 'csv')}>
                Save as CSV<span className="govuk-visually-hidden">, {name}</span>
              </SaveMade>
              <SaveMade make={file(name, 'xlsx')}>
                Save as a workbook<span className="govuk-visually-hidden">, {name}</span>
              </SaveMade>
              {paid < count && (
                <Button type="button" kind="secondary" disabled={pay.busy} onClick={() => void marked(name)}>
                  Mark as paid<span className="govuk-visually-hidden">, {name}</span>
                </Button>
              )}
            </ButtonGroup>
          ) : (
            <p className="govuk-body">
              Its file can be saved once the office has taken it: somebody else may have exported the same
              claims without a network.
            </p>
          )}
        </div>
      ))}
    </section>
  );
}
