import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { shortDate } from '#renderer/dates.ts';
import { due } from '#renderer/home/due.ts';
import { Button, ButtonGroup, PageHeading } from '#renderer/kit/index.ts';
import { boardMatters } from '#shared/calls/board.ts';
import type { Output } from '#shared/contract.ts';
import { count } from '#shared/numbers.ts';
import { inSentence } from '#shared/text.ts';
import { dayWords, monthWords } from '#shared/times.ts';
import { type BoardPart, boardParts, type Matter, matters, partTitles } from './matters.ts';
import { SuiteTable } from './SuiteTable.tsx';

type Board = Output<'board.get'>;

/** One line of the board: a matter with its number. */
type Line = Pick<Matter, 'part' | 'title' | 'what' | 'day'> & {
  count: number;
  oldest: string | null;
  href: string;
};

/** Everything that is open, due or unanswered: whoever stands in for the coordinator can work from this page alone. */
export function BoardPage(): ReactNode {
  const board = useRead('board.get', {});
  const suites = useRead('suites.list', {});
  const toVisit = board.data && suites.data ? due(suites.data, board.data.today).length : 0;
  return (
    <>
      <PageHeading caption={board.data?.body}>Board</PageHeading>
      <Failed failure={board.error ?? suites.error} />
      {board.data ? (
        <Parts board={board.data} toVisit={toVisit} />
      ) : (
        !board.error && <Waiting what="Counting what waits…" />
      )}
    </>
  );
}

function Parts({ board, toVisit }: { board: Board; toVisit: number }): ReactNode {
  const lines = [...linesOf(board), visitsDue(toVisit)];
  return (
    <>
      <p className="govuk-body">
        Everything that is open, due or unanswered on {dayWords(board.today)}. Work from the top: each number
        opens its list, and beneath it stands what to do.
      </p>
      <ButtonGroup>
        <Button type="button" kind="secondary" onClick={() => window.print()}>
          Print
        </Button>
      </ButtonGroup>
      {boardParts.map((part) => (
        <Part key={part} part={part} today={board.today} lines={lines.filter((line) => line.part === part)} />
      ))}
      <SuiteTable board={board} />
    </>
  );
}

const linesOf = ({ figures, from, today }: Board): Line[] =>
  boardMatters.flatMap((matter) => {
    const { part, title, what, day, list } = matters[matter];
    const figure = figures.find((one) => one.matter === matter);
    if (!figure) return [];
    const href = `#${list(undefined, { from, to: today })}`;
    return [{ part, title, what, ...(day && { day }), count: figure.count, oldest: figure.oldest, href }];
  });

/** What the suites' targets say; never when somebody goes. */
const visitsDue = (suites: number): Line => ({
  part: 'yours',
  title: 'Suites that are due a visit',
  what: 'Ask the panel for a pair. The day and the time stay theirs alone.',
  count: suites,
  oldest: null,
  href: '#/suites',
});

interface PartProps {
  part: BoardPart;
  today: string;
  lines: readonly Line[];
}

function Part({ part, today, lines }: PartProps): ReactNode {
  const some = lines.filter((line) => line.count > 0);
  const none = lines.filter((line) => line.count === 0);
  return (
    <section className="desk-board" aria-labelledby={`board-${part}`}>
      <h2 className="govuk-heading-m" id={`board-${part}`}>
        {partTitles[part]}
      </h2>
      {some.length > 0 && (
        <ul className={`desk-board__list desk-board__list--${part}`}>
          {some.map((line) => (
            <li key={line.title}>
              <a className="govuk-link desk-board__matter" href={line.href}>
                <span className="desk-board__count">{count(line.count)}</span> {line.title}
              </a>
              <span className="desk-board__what">
                {line.what}
                {line.oldest && ` ${dayOf(line.oldest, line.day, today)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {none.length > 0 && (
        <p className="govuk-body-s desk-board__none">
          None: {none.map(({ title }) => inSentence(title)).join('; ')}.
        </p>
      )}
    </section>
  );
}

const dayOf = (day: string, is: Line['day'], today: string): string => {
  if (is === 'week') return `The first is of the week of ${shortDate(day)}.`;
  if (is === 'month') return `The first is of ${monthWords(day.slice(0, 7))}.`;
  if (is !== 'due') return `The oldest is of ${shortDate(day)}.`;
  return `The first ${day < today ? 'was' : 'is'} due on ${shortDate(day)}.`;
};
