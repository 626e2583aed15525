import type { FormEvent, ReactNode } from 'react';
import { useEffect } from 'react';
import { useParams, useSearchParams } from 'wouter';
import { go } from '#renderer/app/place.ts';
import { BackLink, Button, InsetText, PageHeading } from '#renderer/kit/index.ts';
import { shownSections } from '#shared/forms/engine.ts';
import { checkScope } from '#shared/forms/scope.ts';
import type { RecordedAnswer } from '#shared/records/record-check.ts';
import { withAnswer, withComment } from './draft.ts';
import { RecordedField } from './Questions.tsx';
import { checkName, OnCheck, type OpenCheck } from './useCheck.tsx';

/** One section of the questions. */
export function SectionPage(): ReactNode {
  return <OnCheck>{(open) => <Section open={open} />}</OnCheck>;
}
export function CorrectSectionPage(): ReactNode {
  return <OnCheck correct>{(open) => <Section open={open} />}</OnCheck>;
}

function Section({ open }: { open: OpenCheck }): ReactNode {
  const { section: id = '' } = useParams();
  const { keeper, draft, base, read, settings } = open;
  const { check } = draft;
  const [params] = useSearchParams();
  const target = params.get('question');
  useEffect(() => {
    if (target) document.getElementById(target)?.focus();
  }, [target]);
  const sections = shownSections(read.form, checkScope(check), settings);
  const section = sections.find((s) => s.id === id);
  if (!section)
    return (
      <>
        <BackLink href={`#${base}`}>What there is to do</BackLink>
        <PageHeading>This section does not apply</PageHeading>
      </>
    );
  const following = sections[sections.indexOf(section) + 1];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keeper.hurry();
    go(following ? `${base}/${following.id}` : base);
  };
  return (
    <form noValidate autoComplete="off" onSubmit={submit}>
      <BackLink href={`#${base}`}>What there is to do</BackLink>
      <PageHeading caption={checkName(check)} focusOnMount={!target}>
        {section.title}
      </PageHeading>
      {section.guidance && <InsetText>{section.guidance}</InsetText>}
      {section.questions.map((q) => (
        <RecordedField
          key={q.id}
          q={q}
          answer={check.answers[q.id]?.value as RecordedAnswer | undefined}
          comment={check.comments?.[q.id] ?? ''}
          onAnswer={(answer) => keeper.change((was) => withAnswer(was, q.id, answer), 'now')}
          onComment={(text) => keeper.change((was) => withComment(was, q.id, text), 'soon')}
          onLeave={() => keeper.hurry()}
        />
      ))}
      <Button>Continue</Button>
    </form>
  );
}
