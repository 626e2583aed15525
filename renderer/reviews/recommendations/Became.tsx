import type { ReactNode } from 'react';
import { Quote } from '#renderer/app/Quote.tsx';
import { dayWords } from '#renderer/dates.ts';
import type { Output } from '#shared/contract.ts';
import { inSentence } from '#shared/text.ts';
import { answerWords } from './words.tsx';

type Entry = {
  id: string;
  on: string;
  by: string;
  what: string;
  words?: string | undefined;
  more?: string | undefined;
};

/** Everything that became of a recommendation, the earliest first. */
export function Became({
  shown: { recommendation, names },
}: {
  shown: Output<'recommendations.get'>;
}): ReactNode {
  const { answers, steps, told, changed } = recommendation;
  const entries: Entry[] = [
    ...answers.map(({ id, on, by, answer, from, reasons }) => ({
      ...{ id, on, by, words: reasons, more: from && `Answered by ${from}` },
      what: `The force answered: ${inSentence(answerWords[answer])}`,
    })),
    ...steps.map(({ id, on, by, words, evidence }) => ({
      ...{ id, on, by, words, what: 'A step of the force' },
      more: evidence ? `Shown by: ${evidence}` : 'Nothing shows it yet',
    })),
    ...told.map(({ id, on, by }) => ({ id, on, by, what: 'The complainant was told of the answer' })),
    ...changed.map(({ id, on, by, words }) => ({
      id,
      on,
      by,
      words,
      what: 'Changed because of it, as evidenced',
    })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  if (entries.length === 0) return <p className="govuk-body">Nothing yet.</p>;
  return (
    <ol className="govuk-list desk-timeline">
      {entries.map(({ id, on, by, what, words, more }) => (
        <li key={id} className="desk-timeline__item">
          <strong>{what}</strong>
          <span className="desk-timeline__at">
            {dayWords(on)}
            {names[by] && `, entered by ${names[by]}`}
          </span>
          {words && <Quote>{words}</Quote>}
          {more && <p className="govuk-body desk-words">{more}</p>}
        </li>
      ))}
    </ol>
  );
}
