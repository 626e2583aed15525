import { type ReactNode, useEffect } from 'react';
import { useSearchParams } from 'wouter';
import { Waiting } from '#renderer/app/Failed.tsx';
import { BackLink, ButtonGroup, ButtonLink, Card, PageHeading, Textarea } from '#renderer/kit/index.ts';
import { findingWords, type StandingConcern } from '#shared/forms/found.ts';
import { findings } from '#shared/records/concern.ts';
import { read } from '#shared/sync/patch.ts';
import { Contested } from '../draft/Contested.tsx';
import { withAnswer } from '../draft/draft.ts';
import { OnCorrection, OnDraft, type Writing } from '../draft/OnReport.tsx';
import { OneOf } from '../section/OneOf.tsx';
import { useDraftName } from '../useDraftName.ts';
import { Standing, titleOf } from './Standing.tsx';
import { foundTitle, useStanding } from './useStanding.ts';

export const FoundPage = (): ReactNode => <OnDraft>{(writing) => <Found {...writing} />}</OnDraft>;
export const CorrectFoundPage = (): ReactNode => (
  <OnCorrection>{(writing) => <Found {...writing} />}</OnCorrection>
);

/** The concerns that stand open at the suite: what was raised, and what this visit found of each. */
function Found({ open, base }: Writing): ReactNode {
  const name = useDraftName(open);
  const standing = useStanding(open.kept.draft.visit);
  const [params] = useSearchParams();
  // Whoever comes from the final check stands at the very question.
  const asked = params.get('question');
  const isThere = standing !== undefined;
  useEffect(() => {
    if (asked && isThere) document.getElementById(asked)?.focus();
  }, [asked, isThere]);
  if (!standing) return <Waiting />;
  return (
    <>
      <BackLink href={`#${base}`}>Back to the list of sections</BackLink>
      <PageHeading caption={name} focusOnMount={!asked}>
        {foundTitle}
      </PageHeading>
      <p className="govuk-body">
        {standing.length === 0
          ? 'No concern is known to stand open at this suite.'
          : 'These were raised on earlier visits and are not settled. Look where you can, and say what you found: the office follows it up when it receives your report.'}
      </p>
      <Contested open={open} />
      {standing.map((concern) => (
        <OneConcern key={concern.id} open={open} concern={concern} />
      ))}
      <ButtonGroup>
        <ButtonLink href={`#${base}`}>Continue</ButtonLink>
      </ButtonGroup>
    </>
  );
}

function OneConcern({ open, concern }: Pick<Writing, 'open'> & { concern: StandingConcern }): ReactNode {
  const { keeper, kept } = open;
  const { id } = concern;
  const at = ['found', `#${id}`];
  const { finding, words } = (kept.draft.visit.found ?? []).find((one) => one.id === id) ?? {};
  const say = (field: 'finding' | 'words', value: string | undefined, when: 'now' | 'soon') =>
    keeper.change(
      (draft) =>
        read(draft.visit, at) === undefined
          ? withAnswer(draft, at, { id, [field]: value })
          : withAnswer(draft, [...at, field], value),
      when,
    );
  const title = titleOf(concern);
  return (
    <Card title={title}>
      <Standing concern={concern} />
      <OneOf
        id={`found-${id}`}
        about={title}
        question="What did you find?"
        value={finding ?? null}
        items={findings.map((value) => ({ value, text: findingWords[value] }))}
        pick={(value) => say('finding', value, 'now')}
        clear={() => say('finding', undefined, 'now')}
      />
      <Textarea
        id={`words-${id}`}
        name={`words-${id}`}
        label="What you saw or were told (optional)"
        labelSize="s"
        hint="Custody record numbers only, never a name."
        rows={3}
        maxLength={30_000}
        value={words ?? ''}
        onChange={({ target }) => say('words', target.value || undefined, 'soon')}
        onBlur={() => keeper.hurry()}
      />
    </Card>
  );
}
