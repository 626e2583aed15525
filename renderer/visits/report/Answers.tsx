import type { ReactNode } from 'react';
import { SummaryList } from '#renderer/kit/index.ts';
import type { Question, Section } from '#shared/forms/definition.ts';
import { isShared } from '#shared/forms/items.ts';
import { answerTo, closingOf, type Scope } from '#shared/forms/scope.ts';
import { delayMinutes, visitMinutes } from '#shared/records/visit.ts';
import { Counts } from './Counts.tsx';
import { answerText, closingWords, notAnswered } from './spoken.ts';

type AnswersProps = { section: Section; scope: Scope; names: Record<string, string> };

/** What was answered in one section, as `shownSections` gives it, for the visit or for one item of it. */
export function Answers({ section, scope, names }: AnswersProps): ReactNode {
  const { visit } = scope;
  const ladders = section.questions.filter((q) => q.kind === 'ladder');
  const others = section.questions.filter((q) => q.kind !== 'ladder' && q.kind !== 'minutes');
  const closing = closingOf(section, scope);
  return (
    <>
      {section.closable && (
        <p className="govuk-body">
          <Words text={closing ? closingWords[closing] : notAnswered} />
        </p>
      )}
      {others.length > 0 && (
        <SummaryList
          rows={others.flatMap((q) => [
            { key: q.text, value: <Answer q={q} scope={scope} names={names} /> },
            q.field === 'admitted' && worked('From arrival to admission', delayMinutes(visit)),
            q.field === 'left' && worked('Whole stay', visitMinutes(visit)),
          ])}
        />
      )}
      {ladders.length > 0 && <Counts title={section.title} questions={ladders} visit={visit} />}
    </>
  );
}

type AnswerProps = { q: Question; scope: Scope; names: Record<string, string> };

/** The answer to one question, marked where it is for the office alone. */
export function Answer({ q, scope, names }: AnswerProps): ReactNode {
  const text = answerText(q, names, answerTo(q, scope));
  return (
    <>
      <Words text={text} />
      {text !== notAnswered && !isShared(q, scope) && (
        <>
          {' '}
          <strong className="desk-office-only">Office only</strong>
        </>
      )}
    </>
  );
}

/** Words as they were typed, line by line; a blank in grey. */
function Words({ text }: { text: string }): ReactNode {
  return <span className={text === notAnswered ? 'desk-blank' : 'desk-words'}>{text}</span>;
}

/** What follows from times, where both are known. */
const worked = (key: string, n: number | null) =>
  n !== null && { key, value: n === 1 ? '1 minute' : `${n} minutes` };
