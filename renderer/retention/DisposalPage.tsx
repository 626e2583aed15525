import { type ReactNode, useState } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { dayWords } from '#renderer/dates.ts';
import { SaveMade } from '#renderer/files/SaveMade.tsx';
import { BackLink, Button, ButtonGroup, ConfirmDialog, PageHeading, Table } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import { certificateCells, certificateHeads, destroyedItems } from '#shared/cases/certificate.ts';
import type { Failure } from '#shared/errors.ts';
import { Approve } from './Approve.tsx';
import type { DisposalShown } from './parts.ts';

/** What is proposed to be destroyed, who says so, and the certificate once it was. */
export function DisposalPage(): ReactNode {
  const { id = '' } = useParams();
  const { data, error } = useRead('retention.get', { id });
  if (error)
    return (
      <>
        <BackLink href="#/retention">Retention</BackLink>
        <PageHeading>This cannot be shown</PageHeading>
        <Failed failure={error} />
      </>
    );
  if (!data) return <Waiting />;
  const { disposal } = data;
  return (
    <>
      <BackLink href="#/retention">Retention</BackLink>
      <PageHeading caption={data.body}>
        {disposal.carriedOut ? 'Certificate of destruction' : 'Proposed to be destroyed'}
      </PageHeading>
      <Said shown={data} />
      <Records shown={data} />
      {!disposal.decided && <Approve key={disposal.id} shown={data} />}
      {disposal.decided?.approved && !disposal.carriedOut && <CarryOut shown={data} />}
      {disposal.carriedOut && <Carried shown={data} />}
    </>
  );
}

function Said({ shown: { disposal, names } }: { shown: DisposalShown }): ReactNode {
  const name = (id: string) => names[id] ?? 'somebody who is not known here';
  const { decided, carriedOut } = disposal;
  return (
    <p className="govuk-body">
      Proposed by {isolated(name(disposal.by))} on {dayWords(disposal.on)}
      {decided &&
        `, ${decided.approved ? 'approved' : 'refused'} by ${isolated(name(decided.by))} on ${dayWords(decided.on)}`}
      {decided?.why && `: ${decided.why}`}
      {carriedOut && `, carried out by ${isolated(name(carriedOut.by))} on ${dayWords(carriedOut.on)}`}.
      {disposal.why && ` Note: ${disposal.why}`}
    </p>
  );
}

function Records({ shown: { disposal, titles } }: { shown: DisposalShown }): ReactNode {
  const items = disposal.carriedOut ? destroyedItems(disposal) : disposal.items;
  const isOver = disposal.carriedOut !== undefined;
  return (
    <Table
      dense
      caption={isOver ? 'What was destroyed' : 'What is to be destroyed'}
      head={[...certificateHeads, ...(isOver ? [] : ['What it is about'])]}
      rows={items.map((item) => ({
        key: item.id,
        cells: [...certificateCells(item), ...(isOver ? [] : [titles[item.id] ?? 'You may not open it'])],
      }))}
    />
  );
}

function Carried({ shown: { disposal } }: { shown: DisposalShown }): ReactNode {
  const host = useHost();
  const { kept = [], outstanding = [] } = disposal.carriedOut ?? {};
  return (
    <>
      {kept.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Kept after all</h2>
          <ul className="govuk-list govuk-list--bullet">
            {kept.map(({ id, why }) => (
              <li key={id}>
                {disposal.items.find((item) => item.id === id)?.reference ?? id}: {why}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="govuk-heading-m">Where it may still lie</h2>
      <ul className="govuk-list govuk-list--bullet">
        {outstanding.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p className="govuk-body">
        A laptop destroys it when it next syncs. Backups, and files or papers that were taken out of the
        application, are destroyed by those who keep them.
      </p>
      <div className="desk-screen-only">
        <ButtonGroup>
          <SaveMade make={() => host.call('retention.certificate', { id: disposal.id })}>
            Save as a Word document
          </SaveMade>
          <Button type="button" kind="secondary" onClick={() => window.print()}>
            Print
          </Button>
        </ButtonGroup>
      </div>
    </>
  );
}

/** Asks the hub where there is one, which destroys it everywhere; a store that is its own office does it itself. */
function CarryOut({ shown: { disposal, alone } }: { shown: DisposalShown }): ReactNode {
  const host = useHost();
  const here = useWrite('retention.destroy');
  const told = useWrite('retention.destroyed');
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { id, items } = disposal;
  const ask = async () => {
    if (alone) return here.run({ id });
    const answer = await host.call('hub.dispose', { id });
    if (!answer.ok) return answer;
    const { kept, outstanding } = answer.value;
    return told.run({ id, kept, outstanding });
  };
  const destroy = async () => {
    setAsking(false);
    setBusy(true);
    const done = await ask();
    setBusy(false);
    setFailure(done.ok ? null : done.error);
    if (done.ok) say('Destroyed. The certificate stands here.');
  };
  return (
    <>
      <Failed failure={failure} />
      <Button type="button" kind="warning" disabled={busy} onClick={() => setAsking(true)}>
        Destroy {items.length === 1 ? 'it' : `all ${items.length}`} now
      </Button>
      {asking && (
        <ConfirmDialog
          warning
          title="Destroy for good?"
          confirm="Destroy"
          onConfirm={() => void destroy()}
          onCancel={() => setAsking(false)}
        >
          <p className="govuk-body">Nobody can bring it back, on this laptop or anywhere else.</p>
        </ConfirmDialog>
      )}
    </>
  );
}
