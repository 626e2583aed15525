import { type ReactNode, useState } from 'react';
import { drafts } from '#renderer/app/drafts.ts';
import { Failed } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { onward } from '#renderer/app/place.ts';
import { say } from '#renderer/app/state.ts';
import { AskFirst } from '#renderer/editing/AskFirst.tsx';
import { BackLink, Button, PageHeading, SendForm, Textarea } from '#renderer/kit/index.ts';
import { type CheckProblem, checkProblems } from '#shared/checks/problems.ts';
import type { Failure } from '#shared/errors.ts';
import { shownSections } from '#shared/forms/engine.ts';
import { checkScope } from '#shared/forms/scope.ts';
import { registry } from '#shared/records/registry.ts';
import { diff } from '#shared/sync/patch.ts';
import { Findings, Waits } from './Findings.tsx';
import { correctionKey } from './means.ts';
import { checkName, correctionName, OnCheck, type OpenCheck } from './useCheck.tsx';

/** What a draft shows, what is still to be looked at, and the end of it. */
export function ReviewPage(): ReactNode {
  return <OnCheck>{(open) => <Review open={open} />}</OnCheck>;
}
export function CorrectReviewPage(): ReactNode {
  return <OnCheck correct>{(open) => <Review open={open} />}</OnCheck>;
}

/** Where the field of a problem stands. */
const placeOf = ({ base, read, settings, draft }: OpenCheck, field: string): string => {
  if (field.startsWith('entry-')) return `#${base}/timeline?entry=${field.slice('entry-'.length)}`;
  const section = shownSections(read.form, checkScope(draft.check), settings).find((s) =>
    s.questions.some((q) => q.id === field),
  );
  return section ? `#${base}/${section.id}?question=${field}` : `#${base}/record`;
};

function Review({ open }: { open: OpenCheck }): ReactNode {
  const { base, draft, read, settings } = open;
  const { check, unread } = draft;
  const suites = useRead('suites.list', {});
  const places = (suites.data ?? []).map(({ name }) => name);
  const problems: CheckProblem[] = [
    ...Object.entries(unread).map(([field, text]) => ({
      weight: 'must fix' as const,
      // The id of a box of the time line begins with that of its entry.
      field: field.replace(/^(entry-[0-9a-f-]{36}).*$/, '$1'),
      text: `“${text.trim()}” could not be read as a time or a day`,
    })),
    ...checkProblems(read.form, check, settings, places),
  ];
  const of = (weight: CheckProblem['weight']) => problems.filter((p) => p.weight === weight);
  return (
    <>
      <BackLink href={`#${base}`}>What there is to do</BackLink>
      <PageHeading caption={checkName(check)}>What it shows</PageHeading>
      <Problems title="To be put right first" open={open} problems={of('must fix')} />
      <Problems title="Are you sure?" open={open} problems={of('are you sure')} />
      <h2 className="govuk-heading-m">Found in the time line</h2>
      <Findings check={check} settings={settings} hrefOf={(entry) => `#${base}/timeline?entry=${entry}`} />
      <h2 className="govuk-heading-m">Waits</h2>
      <Waits check={check} />
      {open.isCorrection ? (
        <Correcting open={open} stopped={of('must fix').length > 0} />
      ) : (
        <Finish open={open} stopped={of('must fix').length > 0} />
      )}
    </>
  );
}

function Problems({
  title,
  open,
  problems,
}: {
  title: string;
  open: OpenCheck;
  problems: readonly CheckProblem[];
}): ReactNode {
  if (problems.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="govuk-heading-m">{title}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {problems.map(({ field, text }) => (
          <li key={field + text}>
            <a className="govuk-link" href={placeOf(open, field)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

type EndProps = { open: OpenCheck; stopped: boolean };

function Finish({ open, stopped }: EndProps): ReactNode {
  const host = useHost();
  const [failure, setFailure] = useState<Failure | null>(null);
  const finish = async () => {
    const on = onward();
    if (!(await open.keeper.flush())) return;
    const answer = await host.call('checks.finish', { id: open.id });
    if (!answer.ok) return setFailure(answer.error);
    drafts.close(`check:${open.id}`);
    const { reference } = answer.value;
    say(reference ? `The record check is done: ${reference}.` : 'The record check is done.');
    on(`/checks/${open.id}`);
  };
  return (
    <>
      <Failed failure={failure} />
      <AskFirst
        main
        disabled={stopped}
        text="The check is done"
        title="Is the check done?"
        confirm="It is done"
        onConfirm={finish}
      >
        From then on it counts in figures, and is changed only by numbered corrections.
      </AskFirst>
    </>
  );
}

function Correcting({ open, stopped }: EndProps): ReactNode {
  const { id, keeper, draft, read } = open;
  const host = useHost();
  const [failure, setFailure] = useState<Failure | null>(null);
  const patch = diff(read.check, draft.check, registry.recordCheck.groups);
  const leave = async () => {
    const on = onward();
    await host.call('preferences.set', { key: correctionKey(id), value: null });
    drafts.close(correctionName(id));
    on(`/checks/${id}`);
  };
  const correct = async () => {
    if (!(await keeper.flush())) return;
    const answer = await host.call('checks.correct', { id, patch, reason: draft.reason ?? '' });
    if (!answer.ok) return setFailure(answer.error);
    await leave();
    say('The correction is made.');
  };
  return (
    <SendForm aria-label="The correction" send={correct}>
      <Failed failure={failure} />
      <Textarea
        id="reason"
        label="Why is it corrected?"
        value={draft.reason ?? ''}
        onChange={({ target }) => keeper.change((was) => ({ ...was, reason: target.value }), 'soon')}
        onBlur={() => keeper.hurry()}
      />
      <div className="govuk-button-group">
        <Button disabled={stopped || patch.length === 0}>Make the correction</Button>
        <Button type="button" kind="secondary" onClick={leave}>
          Give up the correction
        </Button>
      </div>
    </SendForm>
  );
}
