import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { dayWords } from '#renderer/dates.ts';
import { OfficeNotes } from '#renderer/editing/OfficeNotes.tsx';
import { useMay } from '#renderer/editing/useMay.ts';
import { BackLink, focusWhenShown, InsetText, PageHeading, SummaryList, Tag } from '#renderer/kit/index.ts';
import { MailButton } from '#renderer/letters/MailButton.tsx';
import { recordAddress } from '#renderer/sync/addresses.ts';
import { ConflictsOf } from '#renderer/sync/ConflictsOf.tsx';
import type { Output } from '#shared/contract.ts';
import { isOpenConcern } from '#shared/records/concern.ts';
import { capital } from '#shared/text.ts';
import { Letters } from './Letters.tsx';
import { Steps } from './Steps.tsx';
import { Timeline } from './Timeline.tsx';
import { Wording } from './Wording.tsx';
import { concernName, SeverityTag, StateTag, sharingWords, sourceWords } from './words.tsx';

/** The heading to which focus goes when the concern moved on, since what was pressed may be gone. */
const lifeId = 'life';

/** One concern: what was raised, what is next, its whole life, and for the staff what they do about it. */
export function ConcernPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead('concerns.get', { id });
  const isStaff = useMay('concerns.save');
  const movedOn = useMovedOn(id);
  if (read.error)
    return (
      <>
        <BackLink href="#/concerns">All concerns</BackLink>
        <PageHeading>This concern cannot be shown</PageHeading>
        <Failed failure={read.error} />
      </>
    );
  if (!read.data) return <Waiting />;
  const { concern, state, names, notes } = read.data;
  const suite = concern.suite && names[concern.suite];
  return (
    <>
      <BackLink href="#/concerns">All concerns</BackLink>
      <ConflictsOf record={id} />
      <PageHeading caption={concern.reference ?? concern.imported?.reference ?? 'No number yet'}>
        {concernName(suite, concern.raisedOn)}
      </PageHeading>
      <p className="govuk-body desk-tags">
        <StateTag state={state} /> <SeverityTag severity={concern.severity} />
      </p>
      <Next shown={read.data} />
      {isStaff && (
        <Steps key={id} {...{ concern, state }} late={read.data.next?.late ?? false} onMoved={movedOn} />
      )}
      {!isOpenConcern(concern) && concern.raisedBy.length > 0 && (
        <MailButton about={{ kind: 'thanksConcern', id }}>Thank those who raised it</MailButton>
      )}
      <Raised shown={read.data} />
      <section aria-labelledby={lifeId}>
        <h2 className="govuk-heading-m" id={lifeId}>
          What happened
        </h2>
        <Timeline concern={concern} names={names} />
      </section>
      {isStaff ? (
        <>
          <Letters shown={read.data} />
          <section aria-labelledby="wording" className="desk-screen-only">
            <h2 className="govuk-heading-m" id="wording">
              Wording and filing
            </h2>
            <Wording key={id} concern={concern} />
          </section>
          <OfficeNotes
            {...{ id, notes, names }}
            call="concerns.note"
            hint="Neither visitors nor the police read these."
          />
        </>
      ) : (
        concern.publication && (
          <section aria-labelledby="wording">
            <h2 className="govuk-heading-m" id="wording">
              Wording for publication
            </h2>
            <p className="govuk-body desk-words">{concern.publication}</p>
          </section>
        )
      )}
    </>
  );
}

type ShownProps = { shown: Output<'concerns.get'> };

/** What is to be done next, and by when. */
function Next({ shown: { next, corrected, origin } }: ShownProps): ReactNode {
  return (
    <>
      {next ? (
        <InsetText>
          <strong>Next:</strong> {next.words}
          {next.by && ` ${next.late ? 'It was owed' : 'It is owed'} by ${dayWords(next.by)}.`}{' '}
          {next.late && <Tag colour="red">{next.by ? 'Overdue' : 'At once'}</Tag>}
        </InsetText>
      ) : (
        <p className="govuk-body">Nothing more is owed to it.</p>
      )}
      {corrected && (
        <InsetText className="desk-urgent-notice">
          <strong>The report was corrected</strong> and no longer says what raised this concern. It stays
          until the coordinator decides: look at{' '}
          {origin ? (
            <a className="govuk-link" href={recordAddress('visit', origin.id)}>
              the report
            </a>
          ) : (
            'the report'
          )}{' '}
          first.
        </InsetText>
      )}
    </>
  );
}

const originTypes = { visit: 'visit', coordinator: 'visit', recordCheck: 'recordCheck', plan: 'planItem' };

/** What was raised, where and by whom, in the words in which it was said. */
function Raised({ shown: { concern, origin, names } }: ShownProps): ReactNode {
  const { suite, raisedOn, raisedBy, area, topic, sharing, matter, from, panel } = concern;
  const address = origin && recordAddress(originTypes[origin.kind], origin.id);
  const people = raisedBy.flatMap((one) => names[one] ?? []).join(' and ');
  return (
    <section aria-labelledby="raised">
      <h2 className="govuk-heading-m" id="raised">
        What was raised
      </h2>
      <blockquote className="desk-quote desk-words govuk-!-margin-bottom-4">{matter}</blockquote>
      <SummaryList
        rows={[
          { key: 'Raised', value: [dayWords(raisedOn), people].filter(Boolean).join(', by ') },
          {
            key: 'From',
            value: address ? (
              <a className="govuk-link" href={address}>
                {origin.title}
              </a>
            ) : (
              (origin?.title ?? sourceWords[from.kind])
            ),
          },
          Boolean(suite) && {
            key: 'Suite',
            value: (
              <a className="govuk-link" href={recordAddress('suite', suite ?? '')}>
                {names[suite ?? ''] ?? 'A suite that is not on this laptop'}
              </a>
            ),
          },
          Boolean(panel) && { key: 'Panel', value: names[panel ?? ''] ?? '–' },
          { key: 'Area', value: [capital(area), topic].filter(Boolean).join(': ') },
          { key: 'Who may read it', value: sharingWords[sharing] },
        ]}
      />
    </section>
  );
}

/** It moved on by what was just done: that is said once, and reading goes on at its life, once that is shown. */
function useMovedOn(id: string): (said: string) => void {
  const queries = useQueryClient();
  return async (said) => {
    say(said);
    const focus = focusWhenShown();
    await queries.refetchQueries({ queryKey: ['concerns.get', { id }] });
    setTimeout(() => focus(document.getElementById(lifeId)));
  };
}
