import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { BackLink, PageHeading, WarningText } from '#renderer/kit/index.ts';
import { PlanForm } from './PlanForm.tsx';
import { useLetterDraft } from './useLetterDraft.ts';
import { WordsForm } from './WordsForm.tsx';

/** A letter to the police about a concern: what it is to be first, then its words, then it is issued. */
export function LetterPage(): ReactNode {
  const { id = '' } = useParams();
  const begin = useRead('letters.begin', { id });
  const templates = useRead('templates.list', {});
  const open = useLetterDraft(id);
  const failure = begin.error ?? templates.error;
  if (failure) return <Failed failure={failure} />;
  if (!begin.data || !templates.data || !open) return <Waiting />;
  const { barred, suite } = begin.data;
  return (
    <>
      <BackLink href={`#/concerns/${id}`}>The concern</BackLink>
      <PageHeading key={open.draft.words ? 'words' : 'plan'} {...(suite && { caption: suite })}>
        {open.draft.words ? 'The words of the letter' : 'Write a letter'}
      </PageHeading>
      {barred !== null ? (
        <WarningText>{barred}</WarningText>
      ) : open.draft.words ? (
        <WordsForm open={open} words={open.draft.words} concern={id} />
      ) : (
        <PlanForm open={open} begin={begin.data} templates={templates.data} />
      )}
    </>
  );
}
