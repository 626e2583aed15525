import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { say } from '#renderer/app/state.ts';
import { NotSeen } from '#renderer/checks/NotSeen.tsx';
import { ConcernsOfVisit } from '#renderer/concerns/OfVisit.tsx';
import { momentOf } from '#renderer/dates.ts';
import {
  BackLink,
  Button,
  ButtonGroup,
  ButtonLink,
  focusWhenShown,
  PageHeading,
  Tag,
} from '#renderer/kit/index.ts';
import { MailButton } from '#renderer/letters/MailButton.tsx';
import { ConflictsOf } from '#renderer/sync/ConflictsOf.tsx';
import { WhereItIs } from '#renderer/sync/WhereItIs.tsx';
import type { Output } from '#shared/contract.ts';
import {
  filesOf,
  isOpenState,
  isPractice,
  isWithOffice,
  type VisitState,
  visitorsOf,
} from '#shared/records/visit.ts';
import { Declarations } from './declare/Declarations.tsx';
import { awaitedWords, declaredBy } from './declare/declared.ts';
import { ReportFiles } from './files/ReportFiles.tsx';
import { usePen } from './pen/usePen.ts';
import { Query } from './reading/Query.tsx';
import { ReadThrough, standingId } from './reading/ReadThrough.tsx';
import { Corrections } from './report/Corrections.tsx';
import { History } from './report/History.tsx';
import { Papers } from './report/Papers.tsx';
import { Part } from './report/Part.tsx';
import { Report } from './report/Report.tsx';
import { UrgentToRead } from './urgent/UrgentNotice.tsx';
import { stateWords, visitName } from './words.ts';

/** A report as it is read, on screen and on paper. */
export function VisitPage(): ReactNode {
  const { id = '' } = useParams();
  const report = useRead('visits.get', { id });
  const settings = useRead('settings.get', {});
  const session = useSession();
  const movedOn = useMovedOn(id);
  const failure = report.error ?? settings.error ?? session.error;
  if (failure)
    return (
      <>
        <BackLink href="#/visits">All visits</BackLink>
        <PageHeading>This report cannot be shown</PageHeading>
        <Failed failure={failure} />
      </>
    );
  if (!report.data || !settings.data || !session.data) return <Waiting />;
  const { visit, form, names, state, declarations } = report.data;
  const me = session.data.person.id;
  const mine = visitorsOf(visit).includes(me);
  // An imported report was signed and read through where it comes from, unless somebody asks about it here.
  const readHere = isWithOffice(state) && !(visit.imported && state === 'received');
  const declared = visit.imported ? [] : declaredBy(visit, declarations, names);
  return (
    <>
      <BackLink href="#/visits">All visits</BackLink>
      <ConflictsOf record={id} />
      <PageHeading caption={visit.reference ?? visit.imported?.reference ?? 'No number yet'}>
        {visitName(visit.suite && names[visit.suite], visit.date)}
      </PageHeading>
      <Standing report={report.data} />
      <WhereItIs record={id} state={state} />
      {readHere && state !== 'accepted' && (
        <UrgentToRead form={form} visit={visit} settings={settings.data} />
      )}
      {state === 'queried' && mine && <Query visit={visit} names={names} onMoved={movedOn} />}
      <Actions id={id} state={state} />
      {!isPractice(visit) && <NotSeen visit={visit} />}
      <Papers id={id} state={state} />
      {readHere && <ReadThrough {...{ visit, state, names, me }} onMoved={movedOn} />}
      {state === 'accepted' && !visit.imported && (
        <MailButton about={{ kind: 'thanksReport', id }}>Thank the visitors</MailButton>
      )}
      {isWithOffice(state) && <ConcernsOfVisit visit={id} />}
      {declared.length > 0 && (
        <section aria-labelledby="declarations">
          <h2 className="govuk-heading-m" id="declarations">
            Declarations
          </h2>
          <Declarations
            id={id}
            declared={declared}
            me={me}
            canDeclare={() => isOpenState(state) || isWithOffice(state)}
          />
        </section>
      )}
      <Corrections form={form} visit={visit} names={names} />
      <Report form={form} visit={visit} settings={settings.data} names={names} />
      {filesOf(visit).length > 0 && (
        <Part id="files" title="Files">
          <ReportFiles report={report.data} />
        </Part>
      )}
      <History form={form} visit={visit} names={names} />
    </>
  );
}

/**
 * The report has moved on by what was just done: it is said once, and reading goes on where it now stands, once that
 * is shown; what went away above would else take the place out of view.
 */
function useMovedOn(id: string): (said: string) => void {
  const queries = useQueryClient();
  return async (said) => {
    say(said);
    const focus = focusWhenShown();
    await queries.refetchQueries({ queryKey: ['visits.get', { id }] });
    setTimeout(() => focus(document.getElementById(standingId)));
  };
}

/** Where the report stands and since when. */
function Standing({ report }: { report: Output<'visits.get'> }): ReactNode {
  const { visit, state, savedAt, received } = report;
  const words = stateWords[state];
  const awaited = awaitedWords(report);
  const when = received ? `received ${momentOf(received.at)}` : `last saved ${momentOf(savedAt)}`;
  return (
    <p className="govuk-body">
      <Tag colour={words.colour}>{words.text}</Tag> {when}
      {visit.imported && `, imported from ${visit.imported.file}`}
      {awaited && <strong>. {awaited}</strong>}
    </p>
  );
}

/** What can be done with a report that stands there. */
function Actions({ id, state }: { id: string; state: VisitState }): ReactNode {
  const place = `#/visits/${id}`;
  const pen = usePen(id);
  return (
    <ButtonGroup>
      {isOpenState(state) && (pen?.holder.here ?? true) && (
        <ButtonLink href={`${place}/edit`}>Go on with this report</ButtonLink>
      )}
      {isWithOffice(state) && (
        <ButtonLink kind="secondary" href={`${place}/correct`}>
          Correct this report
        </ButtonLink>
      )}
      <Button type="button" kind="secondary" onClick={() => window.print()}>
        Print
      </Button>
      {isWithOffice(state) && (
        <a className="govuk-link" href={`${place}/receipt`}>
          Receipt
        </a>
      )}
    </ButtonGroup>
  );
}
