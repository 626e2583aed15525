import type { ReactNode } from 'react';
import { Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { BackLink, goToField, PageHeading } from '#renderer/kit/index.ts';
import type { Problem } from '#shared/forms/check.ts';
import { notLookedAt, type StandingConcern } from '#shared/forms/found.ts';
import { MakeReady } from './declare/MakeReady.tsx';
import { OnDraft } from './draft/OnReport.tsx';
import { problemsOf } from './draft/problems.ts';
import type { OpenDraft } from './draft/useVisitDraft.ts';
import { titleOf } from './found/Standing.tsx';
import { foundTask, useStanding } from './found/useStanding.ts';
import { WillRaise } from './found/WillRaise.tsx';
import { Problems } from './Problems.tsx';
import { Papers } from './report/Papers.tsx';
import { Report } from './report/Report.tsx';
import { useDraftName } from './useDraftName.ts';
import { useNames } from './useNames.ts';

/** Where whoever has read the report declares it. */
const end = '#declare';

/** The final check: every problem with a link, what must be fixed apart from what may well be right. */
export function CheckPage(): ReactNode {
  const session = useSession();
  if (!session.data) return <Waiting />;
  const { today } = session.data;
  return <OnDraft>{({ open, base }) => <Check open={open} base={base} today={today} />}</OnDraft>;
}

/** A concern at the suite of which nobody says what they found. */
const unlooked = (concern: StandingConcern): Problem => ({
  weight: 'are you sure',
  section: foundTask,
  question: `found-${concern.id}`,
  text: `You do not say what you found of ${titleOf(concern)}`,
});

function Check({ open, base, today }: { open: OpenDraft; base: string; today: string }): ReactNode {
  const { kept, report, settings } = open;
  const name = useDraftName(open);
  const names = useNames(open);
  const suites = useRead('suites.list', {});
  const standing = useStanding(kept.draft.visit) ?? [];
  const problems = [
    ...problemsOf(open, today, suites.data?.map((suite) => suite.name) ?? []),
    ...notLookedAt(kept.draft.visit, standing).map(unlooked),
  ];
  const must = problems.filter((p) => p.weight === 'must fix');
  const sure = problems.filter((p) => p.weight === 'are you sure');
  const clashes = kept.draft.aside.contested.length;
  const canEnd = must.length === 0 && clashes === 0;
  return (
    <>
      <BackLink href={`#${base}`}>Back to the list of sections</BackLink>
      <PageHeading caption={name}>Check and finish</PageHeading>
      {must.length > 0 && <Problems id="must" title="Must fix" problems={must} open={open} base={base} />}
      {sure.length > 0 && (
        <Problems id="sure" title="Are you sure?" problems={sure} open={open} base={base} />
      )}
      {problems.length === 0 && <p className="govuk-body">Nothing stands out. Read it through once more.</p>}
      {canEnd && (
        <p className="govuk-body">
          <a className="govuk-link" href={end} onClick={goToField}>
            Go to the declaration
          </a>{' '}
          at the end of this page, once you have read the report.
        </p>
      )}
      {clashes > 0 && (
        <p className="govuk-body">
          <a href={`#${base}`}>Choose which answer stands</a> where one was also changed elsewhere.
        </p>
      )}
      <WillRaise open={open} />
      <Report form={report.form} visit={kept.draft.visit} settings={settings} names={names} />
      <hr className="govuk-section-break govuk-section-break--l govuk-section-break--visible" />
      {canEnd ? (
        <MakeReady open={open} name={name} />
      ) : (
        <p className="govuk-body">The report can be sent once what must be fixed is put right.</p>
      )}
      <Papers id={open.id} state={report.state} suite={kept.draft.visit.suite} />
    </>
  );
}
