import { type ReactNode, useEffect } from 'react';
import { useParams, useSearchParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { onward } from '#renderer/app/place.ts';
import { say } from '#renderer/app/state.ts';
import { useMay } from '#renderer/editing/useMay.ts';
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
import { momentWords, stepTitles } from '#shared/checks/words.ts';
import type { Output } from '#shared/contract.ts';
import { sentence } from '#shared/errors.ts';
import { shownSections } from '#shared/forms/engine.ts';
import { checkScope } from '#shared/forms/scope.ts';
import { entriesOf, type RecordCheck } from '#shared/records/record-check.ts';
import type { Setting } from '#shared/records/setting.ts';
import { capital } from '#shared/text.ts';
import { dayWords, momentOf } from '#shared/times.ts';
import { Findings, Waits } from './Findings.tsx';
import { concernAddress, raisedIn } from './raising.ts';

/** A record check as it is read and printed: what was found, the time line, every answer. */
export function CheckPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead('checks.get', { id });
  const settings = useRead('settings.get', {});
  const failure = read.error ?? settings.error;
  if (failure) return <Failed failure={failure} />;
  if (!read.data || !settings.data) return <Waiting />;
  return <Check read={read.data} settings={settings.data} />;
}

type CheckProps = { read: Output<'checks.get'>; settings: Setting };

function Check({ read, settings }: CheckProps): ReactNode {
  const { check, state, names } = read;
  const { id } = check;
  const raises = useMay('concerns.raise');
  const raised = raisedIn(read.form, check, settings);
  const [params] = useSearchParams();
  const entry = params.get('entry');
  // A finding leads to its entry in the time line below.
  useEffect(() => {
    const line = entry && document.getElementById(`line-${entry}`);
    if (!line) return;
    line.focus();
    line.scrollIntoView({ block: 'center' });
  }, [entry]);
  return (
    <>
      <BackLink href="#/checks">Record checks</BackLink>
      <ConflictsOf record={id} />
      <PageHeading caption={check.custodyNumber && `Custody record ${check.custodyNumber}`}>
        Record check {check.reference}
      </PageHeading>
      <Steps read={read} />
      <SummaryList
        rows={[
          { key: 'Where it stands', value: states[state] },
          { key: 'Suite', value: (check.suite && names[check.suite]) ?? 'Not said' },
          { key: 'Whose record', value: capital(check.cohort ?? 'not said') },
          { key: 'Why it was read', value: capital(check.reason ?? 'not said') },
          { key: 'Read on', value: check.checkedOn ? dayWords(check.checkedOn) : 'Not said' },
          { key: 'Read by', value: (check.checker && names[check.checker]) ?? 'Not known here' },
          ...(check.summary ? [{ key: 'Summary', value: check.summary }] : []),
        ]}
      />
      {raised.length > 0 && (
        <section aria-labelledby="raised">
          <h2 className="govuk-heading-m" id="raised">
            Answers that may be a concern
          </h2>
          <ul className="govuk-list govuk-list--bullet">
            {raised.map(({ question, answer, area, severity }) => (
              <li key={question.id}>
                {question.text} {capital(answer)}.{' '}
                {raises && state === 'done' && (
                  <a
                    className="govuk-link desk-screen-only"
                    href={concernAddress(check, `${question.text} ${capital(answer)}.`, { area, severity })}
                  >
                    Raise a concern<span className="govuk-visually-hidden">: {question.text}</span>
                  </a>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2 className="govuk-heading-m">Found in the time line</h2>
      <Findings
        check={check}
        settings={settings}
        hrefOf={(entry) => `#/checks/${id}?entry=${entry}`}
        concern={raises && state === 'done' ? (text) => concernAddress(check, text) : undefined}
      />
      <h2 className="govuk-heading-m">Waits</h2>
      <Waits check={check} />
      <Lines check={check} />
      <Answers read={read} settings={settings} />
      <Corrections check={check} names={names} />
    </>
  );
}

const states = { draft: 'Draft, on this laptop', done: 'Done', discarded: 'Put aside' } as const;

function Steps({ read: { check, state } }: Pick<CheckProps, 'read'>): ReactNode {
  const { id } = check;
  const host = useHost();
  const corrects = useMay('checks.correct');
  const restore = async () => {
    const on = onward();
    const answer = await host.call('checks.restore', { id });
    say(answer.ok ? 'The record check is a draft again.' : sentence(answer.error));
    if (answer.ok) on(`/checks/${id}/edit`);
  };
  return (
    <ButtonGroup>
      {state === 'draft' && <ButtonLink href={`#/checks/${id}/edit`}>Go on with it</ButtonLink>}
      {state === 'discarded' && (
        <Button type="button" onClick={restore}>
          Bring it back
        </Button>
      )}
      {state === 'done' && corrects && (
        <ButtonLink kind="secondary" href={`#/checks/${id}/correct`}>
          Correct
        </ButtonLink>
      )}
      <Button type="button" kind="secondary" onClick={() => window.print()}>
        Print
      </Button>
    </ButtonGroup>
  );
}

const byDone = (a: RecordCheck['entries'][number], b: RecordCheck['entries'][number]): number => {
  const key = ({ done }: typeof a) => `${done?.on ?? '9999'} ${done?.at ?? '99'}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
};

function Lines({ check }: { check: RecordCheck }): ReactNode {
  const entries = entriesOf(check).toSorted(byDone);
  if (entries.length === 0) return null;
  return (
    <Table
      dense
      caption="Time line"
      captionSize="m"
      firstCellIsHeader
      head={['What was done', 'Done', 'Entered', 'The record says']}
      rows={entries.map(({ id, step, level, done, entered, notRecorded, words }) => ({
        key: id,
        cells: [
          {
            content: `${step ? stepTitles[step] : 'Not said'}${level ? `, level ${level}` : ''}`,
            id: `line-${id}`,
            tabIndex: -1,
          },
          notRecorded ? 'Not recorded' : momentWords(done),
          entered ? momentWords(entered) : 'Not taken down',
          words ?? '',
        ],
      }))}
    />
  );
}

function Answers({ read: { check, form }, settings }: CheckProps): ReactNode {
  return shownSections(form, checkScope(check), settings).map((s) => (
    <Table
      key={s.id}
      dense
      caption={s.title}
      captionSize="m"
      firstCellIsHeader
      head={['Question', 'Answer', 'Comment']}
      rows={s.questions.map((q) => ({
        key: q.id,
        cells: [
          q.text,
          capital(String(check.answers[q.id]?.value ?? 'not answered')),
          check.comments?.[q.id] ?? '',
        ],
      }))}
    />
  ));
}

function Corrections({ check, names }: { check: RecordCheck; names: Record<string, string> }): ReactNode {
  if (check.corrections.length === 0) return null;
  return (
    <Table
      dense
      caption="Corrections"
      captionSize="m"
      head={['Number', 'When', 'By', 'Why']}
      rows={check.corrections.map(({ id, number, at, by, reason }) => ({
        key: id,
        cells: [number ?? 'Not numbered yet', momentOf(at), names[by] ?? 'Not known here', reason],
      }))}
    />
  );
}
