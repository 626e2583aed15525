import type { ReactNode } from 'react';
import { SummaryList } from '#renderer/kit/index.ts';
import type { Question, Section } from '#shared/forms/definition.ts';
import { isShared } from '#shared/forms/items.ts';
import { answerTo, closingOf, type Scope } from '#shared/forms/scope.ts';
import { answerText, closingWords, notAnswered } from '#shared/forms/spoken.ts';
import { delayMinutes, visitMinutes } from '#shared/records/visit.ts';
import { Counts } from './Counts.tsx';

type AnswersProps = { section: Section; scope: Scope; names: Record<string, string> };

/**
 * What was answered in one section, as `shownSections` gives it, for the visit or for one item of it. Blanks of the
 * visit stand in their rows; those of a detainee are told together, or six detainees would come to nine pages.
 */
export function Answers({ section, scope, names }: AnswersProps): ReactNode {
  const { visit } = scope;
  const ladders = section.questions.filter((q) => q.kind === 'ladder');
  const others = section.questions.filter(
    (q) => q.kind !== 'ladder' && q.kind !== 'minutes' && !(q.optional && isBlank(q, scope, names)),
  );
  const isGathered = (q: Question) => scope.of === 'detainee' && isBlank(q, scope, names);
  const rows = others.filter((q) => !isGathered(q));
  const closing = closingOf(section, scope);
  return (
    <>
      {section.closable && (
        <p className="govuk-body">
          <Words text={closing ? closingWords[closing] : notAnswered} />
        </p>
      )}
      {rows.length > 0 && (
        <SummaryList
          rows={rows.flatMap((q) => [
            { key: q.text, value: <Answer q={q} scope={scope} names={names} /> },
            q.field === 'admitted' && worked('From arrival to admission', delayMinutes(visit)),
            q.field === 'left' && worked('Whole stay', visitMinutes(visit)),
          ])}
        />
      )}
      <Blanks questions={others.filter(isGathered)} more={rows.length > 0} />
      {ladders.length > 0 && <Counts title={section.title} questions={ladders} visit={visit} />}
    </>
  );
}

/** As many blanks as are named one by one. */
const named = 4;

/** The questions of a group that nobody answered, in one line; `more` where answers stand above it. */
function Blanks({ questions, more }: { questions: readonly Question[]; more: boolean }): ReactNode {
  if (questions.length === 0) return null;
  return (
    <p className="govuk-body desk-blank">
      {questions.length > named
        ? `${questions.length} ${more ? 'more ' : ''}questions were not answered`
        : `${notAnswered}: ${questions.map((q) => q.text.replace(/[?.]$/, '')).join('; ')}`}
    </p>
  );
}

const isBlank = (q: Question, scope: Scope, names: Record<string, string>): boolean =>
  answerText(q, names, answerTo(q, scope)) === notAnswered;

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
