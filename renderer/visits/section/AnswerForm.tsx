import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { go } from '#renderer/app/place.ts';
import { useSavedText } from '#renderer/app/SavedFacts.tsx';
import { BackLink, Button, ButtonGroup, ErrorSummary, moveFocus, PageHeading } from '#renderer/kit/index.ts';
import type { Section } from '#shared/forms/definition.ts';
import type { Scope } from '#shared/forms/scope.ts';
import { Contested } from '../draft/Contested.tsx';
import { unreadIn } from '../draft/unread.ts';
import type { OpenDraft } from '../draft/useVisitDraft.ts';
import type { Editing } from './editing.ts';

export type AnswerFormProps = {
  open: OpenDraft;
  /** The part of the report that is asked about, and the sections that are asked of it, as they show. */
  scope: Scope;
  sections: readonly Section[];
  title: string;
  caption: string;
  back: { href: string; text: string };
  /** Where Continue leads, or what it does first and where it leads then; nowhere where something is in the way. */
  next: string | (() => string | undefined);
  /** Another way to go on, beside Continue. */
  other?: { text: string; leave: () => void };
  children: (editing: Editing, errorOf: (field: string) => string | undefined) => ReactNode;
};

/**
 * A page of questions about one part of the report. Everything is saved as it is typed; going on alone looks for
 * mistakes. `?question=` in the address shows what is wrong and goes to that field; `?at=` only goes there.
 */
export function AnswerForm(props: AnswerFormProps): ReactNode {
  const { open, scope, sections, title, caption, back, next, other, children } = props;
  const [params] = useSearchParams();
  const checked = params.get('question');
  const target = checked ?? params.get('at');
  const [attempt, setAttempt] = useState(checked ? 1 : 0);
  const { draft } = open.kept;
  const wrong = attempt > 0 ? unreadIn(sections, scope, draft) : [];
  const errorOf = (id: string) => wrong.find(({ field }) => field === id)?.text;
  useFocusOn(target);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    open.keeper.hurry();
    const by = (event.nativeEvent as SubmitEvent).submitter;
    if (unreadIn(sections, scope, draft).length > 0) setAttempt(attempt + 1);
    else if (other && by?.getAttribute('value') === 'other') other.leave();
    else {
      const place = typeof next === 'string' ? next : next();
      if (place) go(place);
    }
  };

  return (
    <form onSubmit={submit} noValidate autoComplete="off">
      <BackLink href={`#${back.href}`}>{back.text}</BackLink>
      {wrong.length > 0 && (
        <ErrorSummary
          key={attempt}
          focusOnMount={!(checked && attempt === 1)}
          errors={wrong.map(({ field, text }) => ({ id: field, text }))}
        />
      )}
      <PageHeading caption={caption} focusOnMount={!target}>
        {title}
      </PageHeading>
      <Contested open={open} page={{ sections, scope }} />
      {children({ draft, keeper: open.keeper, scope }, errorOf)}
      <ButtonGroup>
        <Button>Continue</Button>
        {other && (
          <Button kind="secondary" value="other">
            {other.text}
          </Button>
        )}
      </ButtonGroup>
      <SavedLine />
    </form>
  );
}

/** Takes the reader to the very field, or back to the button they left by; to the heading where that is not shown. */
function useFocusOn(question: string | null): void {
  useEffect(() => {
    if (!question) return;
    const ids = [question, `${question}-day`, `${question}-held`];
    const field = ids
      .map((id) => document.getElementById(id))
      .find((element) => element?.matches('input, select, textarea, button'));
    const heading = document.querySelector('h1');
    if (!field && heading) moveFocus(heading);
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  }, [question]);
}

/** The same fact as in the strip above, where the eye is when the section is done. */
function SavedLine(): ReactNode {
  const { text } = useSavedText();
  return <p className="govuk-hint">{text}</p>;
}
