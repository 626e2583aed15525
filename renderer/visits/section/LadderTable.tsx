import type { ReactNode } from 'react';
import { ErrorMessage } from '#renderer/kit/index.ts';
import { remainderSentence } from '#shared/forms/check.ts';
import type { Question } from '#shared/forms/definition.ts';
import { answerPath, answerTo } from '#shared/forms/scope.ts';
import { countDifferences, standingCounts } from '#shared/records/counts.ts';
import { completeLadder, type Ladder, type LadderField, ladderFields } from '#shared/records/ladder.ts';
import { read } from '#shared/sync/patch.ts';
import { readNumber } from '../draft/reading.ts';
import { differenceSentence } from '../report/Counts.tsx';
import { rungTitles } from '../words.ts';
import { type Editing, type, unreadOf, useTyping } from './editing.ts';
import { useNarrow } from './useNarrow.ts';

type LadderTableProps = {
  /** One ladder, or several that stand beside each other as columns. */
  questions: readonly Question[];
  editing: Editing;
  /** What is wrong with a field, by its id. */
  errorOf: (field: string) => string | undefined;
};

const ladderOf = (q: Question, { scope }: Editing): Ladder =>
  (answerTo(q, scope) as Ladder | undefined) ?? {};

/** The counts that stand for a column: as typed, else as the detainees entered come to. */
const standingOf = (q: Question, { scope }: Editing): Ladder =>
  (read({ counts: standingCounts(scope.visit) }, answerPath(q, scope)) as Ladder | undefined) ?? {};

/** Counts of people as a table: a rung in each row, a group of people in each column; one table each where it is narrow. */
export function LadderTable(props: LadderTableProps): ReactNode {
  const narrow = useNarrow();
  const { questions } = props;
  const tables = narrow ? questions.map((q) => [q]) : [questions];
  return tables.map((columns) => (
    <OneTable key={columns[0]?.id} {...props} questions={columns} alone={questions.length === 1} />
  ));
}

/** @param alone where there is one group of people only, a count is known by its rung */
function OneTable({ questions, editing, errorOf, alone }: LadderTableProps & { alone: boolean }): ReactNode {
  const single = questions.length === 1;
  return (
    <>
      <div className="desk-ladder-box">
        <table className={`govuk-table desk-ladder${single ? '' : ' desk-ladder--columns'}`}>
          <caption
            className={single ? 'govuk-table__caption govuk-table__caption--s' : 'govuk-visually-hidden'}
          >
            {single ? questions[0]?.text : 'Who was in custody, counted apart'}
          </caption>
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              <th scope="col" className="govuk-table__header">
                <span className="govuk-visually-hidden">What is counted</span>
              </th>
              {questions.map((q) => (
                <th key={q.id} scope="col" className="govuk-table__header">
                  {single ? 'People' : q.text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {ladderFields.map((rung) => (
              <tr key={rung} className="govuk-table__row">
                <th scope="row" className="govuk-table__header">
                  {rungTitles[rung]}
                </th>
                {questions.map((q) => (
                  <td key={q.id} className="govuk-table__cell">
                    <Count {...{ q, rung, editing, alone }} error={errorOf(`${q.id}-${rung}`)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {questions.map((q) => (
        <Remainder key={q.id} title={single ? '' : `${q.text}: `} ladder={standingOf(q, editing)} />
      ))}
      {questions.map((q) => (
        <Differences key={q.id} q={q} title={single ? '' : `${q.text}: `} editing={editing} />
      ))}
    </>
  );
}

type CountProps = {
  q: Question;
  rung: LadderField;
  editing: Editing;
  alone: boolean;
  error: string | undefined;
};

function Count({ q, rung, editing, alone, error }: CountProps): ReactNode {
  const id = `${q.id}-${rung}`;
  const name = `${q.text}, ${rungTitles[rung]}`;
  const ladder = ladderOf(q, editing);
  const follows = ladder[rung] === undefined ? whatFollows(standingOf(q, editing), rung) : null;
  const unread = unreadOf(editing, id);
  const path = [...answerPath(q, editing.scope), rung];
  const { text, onText, onLeave } = useTyping(
    editing,
    unread,
    String(ladder[rung] ?? ''),
    (typed) => {
      const meant = readNumber(typed, name);
      return 'value' in meant ? String(meant.value ?? '') : undefined;
    },
    (typed) => type(editing, q, id, path, typed, readNumber(typed, name)),
  );
  return (
    <div className={error ? 'govuk-form-group govuk-form-group--error' : undefined}>
      <label className="govuk-label desk-ladder__label" htmlFor={id}>
        {alone ? rungTitles[rung] : name}
      </label>
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
      <input
        id={id}
        className={`govuk-input govuk-input--width-4${error ? ' govuk-input--error' : ''}`}
        inputMode="numeric"
        autoComplete="off"
        aria-describedby={error ? `${id}-error` : follows === null ? undefined : `${id}-worked`}
        value={text}
        onChange={({ target }) => onText(target.value)}
        onBlur={onLeave}
      />
      {follows !== null && unread === undefined && (
        <span className="desk-ladder__worked" id={`${id}-worked`}>
          {follows}
        </span>
      )}
    </div>
  );
}

/** What a blank count comes to without being typed; null where nobody can say. */
const whatFollows = (standing: Ladder, rung: LadderField): string | null => {
  if (standing[rung] !== undefined) return `${standing[rung]} from the detainees entered`;
  const worked = completeLadder(standing)[rung];
  return worked === null ? null : `${worked} worked out`;
};

/** Where a typed count is not what the detainees entered come to. Both may be right; what is typed stands. */
function Differences({ q, title, editing }: { q: Question; title: string; editing: Editing }): ReactNode {
  const column = answerPath(q, editing.scope).at(-1);
  return countDifferences(editing.scope.visit)
    .filter((difference) => difference.column === column)
    .map((difference) => (
      <p key={difference.field} className="govuk-body">
        {title}
        {differenceSentence(difference)}.
      </p>
    ));
}

/** What the counts leave unexplained, live: shown and never in the way. */
function Remainder({ title, ladder }: { title: string; ladder: Ladder }): ReactNode {
  const { unexplained } = completeLadder(ladder);
  const adds = unexplained === 0 ? 'Everyone in custody is accounted for' : '';
  const text = remainderSentence(ladder) || adds;
  return (
    <p className="govuk-body desk-ladder__remainder" aria-live="polite">
      {text && `${title}${text}.`}
    </p>
  );
}
