import { type ReactNode, useState } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { useSession } from '#renderer/app/session.ts';
import { BackLink, Button, ConfirmDialog, PageHeading } from '#renderer/kit/index.ts';
import { checkVisit, type Problem } from '#shared/forms/check.ts';
import { shownSections } from '#shared/forms/engine.ts';
import { visitScope } from '#shared/forms/scope.ts';
import { unreadIn } from './draft/unread.ts';
import { type OpenDraft, useVisitDraft } from './draft/useVisitDraft.ts';
import { NotADraft } from './NotADraft.tsx';
import { Report } from './report/Report.tsx';
import { useDraftName } from './useDraftName.ts';
import { useNames } from './useNames.ts';

/** The final check: every problem with a link, what must be fixed apart from what may well be right. */
export function CheckPage(): ReactNode {
  const { id = '' } = useParams();
  const { open, failure } = useVisitDraft(id);
  const session = useSession();
  if (failure) return <Failed failure={failure} />;
  if (!open || !session.data) return <Waiting />;
  if (open.report.state !== 'draft') return <NotADraft id={id} state={open.report.state} />;
  return <Check open={open} today={session.data.today} />;
}

/** All that the check finds: texts that cannot be read first, since they stand in no answer. */
export const problemsOf = ({ report, kept, settings }: OpenDraft, today: string): Problem[] => {
  const sections = shownSections(report.form, visitScope(kept.draft.visit), settings);
  const unread = unreadIn(sections, kept.draft);
  const isUnread = (p: Problem) => unread.some((u) => u.question === p.question);
  return [
    ...unread.map(
      (u): Problem => ({ weight: 'must fix', section: u.section, question: u.field, text: u.text }),
    ),
    ...checkVisit(report.form, kept.draft.visit, settings, today).filter((p) => !isUnread(p)),
  ];
};

function Check({ open, today }: { open: OpenDraft; today: string }): ReactNode {
  const { id, kept, report, settings } = open;
  const name = useDraftName(open);
  const names = useNames(open);
  const problems = problemsOf(open, today);
  const must = problems.filter((p) => p.weight === 'must fix');
  const sure = problems.filter((p) => p.weight === 'are you sure');
  const clashes = kept.draft.aside.contested.length;
  const base = `/visits/${id}/edit`;
  return (
    <>
      <BackLink href={`#${base}`}>Back to the list of sections</BackLink>
      <PageHeading caption={name}>Check and finish</PageHeading>
      {must.length > 0 && <Problems id="must" title="Must fix" problems={must} base={base} />}
      {sure.length > 0 && <Problems id="sure" title="Are you sure?" problems={sure} base={base} />}
      {problems.length === 0 && <p className="govuk-body">Nothing stands out. Read it through once more.</p>}
      {clashes > 0 && (
        <p className="govuk-body">
          <a href={`#${base}`}>Choose which answer stands</a> where one was also changed elsewhere.
        </p>
      )}
      {must.length === 0 && clashes === 0 ? (
        <MakeReady open={open} name={name} />
      ) : (
        <p className="govuk-body">The report can be sent once what must be fixed is put right.</p>
      )}
      <hr className="govuk-section-break govuk-section-break--l govuk-section-break--visible" />
      <Report form={report.form} visit={kept.draft.visit} settings={settings} names={names} />
    </>
  );
}

type ProblemsProps = { id: string; title: string; problems: readonly Problem[]; base: string };

function Problems({ id, title, problems, base }: ProblemsProps): ReactNode {
  return (
    <section aria-labelledby={id} className={`desk-problems desk-problems--${id}`}>
      <h2 className="govuk-heading-m" id={id}>
        {title}
      </h2>
      <ul className="govuk-list govuk-list--spaced">
        {problems.map(({ section, question, text }) => (
          <li key={`${question} ${text}`}>
            <a className="govuk-link" href={`#${base}/${section}?question=${question}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function MakeReady({ open, name }: { open: OpenDraft; name: string }): ReactNode {
  const [asking, setAsking] = useState(false);
  const ready = useWrite('visits.ready');
  const confirm = async () => {
    setAsking(false);
    // Nothing typed may stay behind when the report goes.
    if (!(await open.keeper.flush())) return;
    const answer = await ready.run({ id: open.id });
    if (answer.ok) go(`/visits/${open.id}/receipt`);
  };
  return (
    <>
      <Failed failure={ready.failure} />
      <Button type="button" disabled={ready.busy} onClick={() => setAsking(true)}>
        {ready.busy ? 'Sending…' : 'Make ready'}
      </Button>
      {asking && (
        <ConfirmDialog
          title={`Send the report “${name}”?`}
          confirm="Yes, make it ready"
          cancel="Not yet"
          onConfirm={() => void confirm()}
          onCancel={() => setAsking(false)}
        >
          <p>The office receives it, and after that it can only be corrected, with a reason.</p>
          <p>By sending it you declare that it says what you saw and were told.</p>
        </ConfirmDialog>
      )}
    </>
  );
}
