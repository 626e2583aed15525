import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { go } from '#renderer/app/place.ts';
import { BackLink, Button, ButtonGroup, InsetText, PageHeading } from '#renderer/kit/index.ts';
import { type Finding, findingsIn } from '#shared/checks/timeline.ts';
import { shownSections } from '#shared/forms/engine.ts';
import { checkScope } from '#shared/forms/scope.ts';
import { entriesOf } from '#shared/records/record-check.ts';
import { withNewEntry } from './draft.ts';
import { EntryFields, entryId } from './EntryFields.tsx';
import { lookingOf } from './looking.ts';
import { checkName, OnCheck, type OpenCheck } from './useCheck.tsx';

/** The time line of the record: what was done when, and when it was entered. */
export function TimelinePage(): ReactNode {
  return <OnCheck>{(open) => <Timeline open={open} />}</OnCheck>;
}
export function CorrectTimelinePage(): ReactNode {
  return <OnCheck correct>{(open) => <Timeline open={open} />}</OnCheck>;
}

function Timeline({ open }: { open: OpenCheck }): ReactNode {
  const { keeper, draft, base, read, settings } = open;
  const { check } = draft;
  const [params] = useSearchParams();
  const [target, setTarget] = useState(params.get('entry'));
  const entries = entriesOf(check);
  const findings = findingsIn(check, lookingOf(settings));
  useEffect(() => {
    if (!target) return;
    const field = document.getElementById(`${entryId(target)}-step`);
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  }, [target]);
  const add = () => {
    const { draft: next, id } = withNewEntry(keeper.get().draft);
    keeper.change(() => next, 'now');
    setTarget(id);
  };
  const next = shownSections(read.form, checkScope(check), settings)[0];
  // Enter in any box adds the next entry: a time line is typed from top to bottom. The box is left first, since the day
  // of a time follows from that, and the next entry takes it over.
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    add();
  };
  return (
    <form noValidate autoComplete="off" onSubmit={submit}>
      <BackLink href={`#${base}`}>What there is to do</BackLink>
      <PageHeading caption={checkName(check)} focusOnMount={!target}>
        Time line
      </PageHeading>
      <InsetText>
        Local time as the custody record has it, such as 1430, 14:30 or 2.30pm. Late and grouped entries,
        waits and missing steps are found by the application: there is no need to look for them.
      </InsetText>
      {entries.map((entry, i) => (
        <EntryFields
          key={entry.id}
          open={open}
          entry={entry}
          place={i + 1}
          findings={findings.filter((f) => f.entries[0] === entry.id)}
          onRemoved={() => setTarget(null)}
        />
      ))}
      <ButtonGroup>
        <Button kind="secondary">Add an entry</Button>
        <Button
          type="button"
          onClick={() => {
            keeper.hurry();
            go(next ? `${base}/${next.id}` : base);
          }}
        >
          Continue
        </Button>
      </ButtonGroup>
      <p className="govuk-body" role="status">
        {summary(entries.length, findings)}
      </p>
    </form>
  );
}

const summary = (entries: number, findings: readonly Finding[]): string =>
  `${entries === 1 ? '1 entry' : `${entries} entries`}, ${findings.length === 1 ? '1 finding' : `${findings.length} findings`}.`;
