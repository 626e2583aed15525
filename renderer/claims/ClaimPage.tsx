import { type ReactNode, useState } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { Quote } from '#renderer/app/Quote.tsx';
import { useSession } from '#renderer/app/session.ts';
import { say } from '#renderer/app/state.ts';
import { BackLink, Button, InsetText, PageHeading, SummaryList } from '#renderer/kit/index.ts';
import { ConflictsOf } from '#renderer/sync/ConflictsOf.tsx';
import type { Output } from '#shared/contract.ts';
import type { ClaimState } from '#shared/records/claim.ts';
import { momentOf, monthWords } from '#shared/times.ts';
import { Decide } from './Decide.tsx';
import { LineForm } from './LineForm.tsx';
import { Lines } from './Lines.tsx';
import { StateTag } from './words.tsx';

/** One claim: its lines, what they come to, and what is done with it. */
export function ClaimPage(): ReactNode {
  const { id = '' } = useParams<{ id: string }>();
  const read = useRead('claims.get', { id });
  const own = useSession().data?.person.id;
  const view = read.data;
  const isOwn = view?.claim.person === own;
  return (
    <>
      <BackLink href={isOwn ? '#/claims/mine' : '#/claims?state=submitted'}>
        {isOwn ? 'Your hours and claims' : 'Claims'}
      </BackLink>
      <ConflictsOf record={id} />
      <PageHeading key={`heading ${id}`}>
        {view ? `Claim for ${monthWords(view.claim.month)}` : 'Claim'}
      </PageHeading>
      <Failed failure={read.error} />
      {read.isLoading && <Waiting />}
      {view && <Claim key={id} view={view} />}
    </>
  );
}

type View = Output<'claims.get'>;

function Claim({ view }: { view: View }): ReactNode {
  const { claim, state, name, lines, may, claimable } = view;
  const { id } = claim;
  const remove = useWrite('claims.removeLine');
  const [changing, setChanging] = useState<string>();
  const line = lines.find((one) => one.line.id === changing)?.line;
  const takeOut = async (which: string) => {
    const answer = await remove.run({ id, line: which });
    if (answer.ok) say('The line is taken out.');
  };
  const back = claim.events.findLast(({ to }) => to === 'returned');
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Claimant', value: name },
          {
            key: 'Number',
            value: claim.reference ?? 'It gets one once it is submitted and the office has it.',
          },
          { key: 'Where it stands', value: <StateTag state={state} /> },
          ...(claim.paidWith ? [{ key: 'Left for payment with', value: claim.paidWith }] : []),
        ]}
      />
      {state === 'returned' && back?.why && (
        <InsetText>
          <p className="govuk-body">It was given back, to be mended and submitted again:</p>
          <Quote>{back.why}</Quote>
        </InsetText>
      )}
      <Failed failure={remove.failure} />
      <Lines view={view} onChange={setChanging} onRemove={(which) => void takeOut(which)} />
      {may.write && (
        <section className="desk-screen-only">
          <h2 className="govuk-heading-m">{line ? 'Change a line' : 'Add a line'}</h2>
          {claimable.length === 0 && !line ? (
            <p className="govuk-body">
              There is nothing to claim for yet in this month: a visit can be claimed for once its report has
              gone, a session once it is written down that you were there.
            </p>
          ) : (
            <LineForm
              key={line?.id ?? 'new'}
              view={view}
              line={line}
              onSaved={() => setChanging((now) => (now === changing ? undefined : now))}
            />
          )}
        </section>
      )}
      <Moves view={view} />
      <Decide view={view} />
      <Happened view={view} />
    </>
  );
}

/** What its claimant does with a claim. */
function Moves({ view }: { view: View }): ReactNode {
  const { claim, lines, may } = view;
  const submit = useWrite('claims.submit');
  const withdraw = useWrite('claims.withdraw');
  const { id } = claim;
  if (may.withdraw)
    return (
      <div className="desk-screen-only">
        <Failed failure={withdraw.failure} />
        <p className="govuk-body">A coordinator decides on it. Until then it can be withdrawn and changed.</p>
        <Button
          type="button"
          kind="secondary"
          disabled={withdraw.busy}
          onClick={() =>
            void withdraw.run({ id }).then((answer) => answer.ok && say('The claim is withdrawn.'))
          }
        >
          Withdraw the claim
        </Button>
      </div>
    );
  if (!may.write || lines.length === 0) return null;
  return (
    <div className="desk-screen-only">
      <Failed failure={submit.failure} />
      <Button
        type="button"
        disabled={submit.busy}
        onClick={() => void submit.run({ id }).then((answer) => answer.ok && say('The claim is submitted.'))}
      >
        Submit the claim
      </Button>
    </div>
  );
}

const happened: Record<ClaimState, string> = {
  draft: 'Withdrawn',
  submitted: 'Submitted',
  returned: 'Given back',
  approved: 'Approved',
  paid: 'Paid',
};

/** What was done with a claim, by whom and when. */
function Happened({ view }: { view: View }): ReactNode {
  const { claim, names } = view;
  if (claim.events.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">What happened</h2>
      <ol className="govuk-list desk-timeline">
        {claim.events.map(({ id, to, by, at, why }) => (
          <li key={id} className="desk-timeline__item">
            <strong>{happened[to as ClaimState]}</strong>
            <span className="desk-timeline__at">
              {momentOf(at)}, {names[by]}
            </span>
            {why && <Quote>{why}</Quote>}
          </li>
        ))}
      </ol>
    </section>
  );
}
