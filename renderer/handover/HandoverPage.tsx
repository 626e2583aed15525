import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { boardParts, matters, partTitles } from '#renderer/board/matters.ts';
import { dayWords, shortDate } from '#renderer/dates.ts';
import { Button, ButtonGroup, PageHeading } from '#renderer/kit/index.ts';
import { recordAddress } from '#renderer/sync/addresses.ts';
import { boardMatters } from '#shared/calls/board.ts';
import type { Output } from '#shared/contract.ts';
import { count } from '#shared/numbers.ts';
import { inSentence } from '#shared/text.ts';
import { Notes } from './Notes.tsx';
import { WhoIsWho } from './WhoIsWho.tsx';

type Handover = Output<'handover.get'>;
type Found = Handover['matters'][number];

/**
 * Everything that is open, due or unanswered, with the records themselves, who is who, and the office's own notes: a
 * stand-in works from this page alone, on screen or on paper.
 */
export function HandoverPage(): ReactNode {
  const { data, error } = useRead('handover.get', {});
  return (
    <>
      <PageHeading caption={data?.body}>Handover</PageHeading>
      <Failed failure={error} />
      {data ? <Handed page={data} /> : !error && <Waiting what="Gathering what is open…" />}
    </>
  );
}

function Handed({ page }: { page: Handover }): ReactNode {
  const none = page.none.map((matter) => inSentence(matters[matter].title));
  return (
    <div className="desk-handover">
      <p className="govuk-body">
        Everything that is open, due or unanswered on {dayWords(page.today)}. Whoever stands in can work from
        the top; beneath each heading stands what to do.
      </p>
      {page.notice && <p className="govuk-body">{page.notice}</p>}
      <ButtonGroup>
        <Button type="button" kind="secondary" onClick={() => window.print()}>
          Print
        </Button>
      </ButtonGroup>
      <Notes notes={page.notes} />
      {boardParts.map((part) => {
        const own = boardMatters.flatMap((matter) => {
          const found = page.matters.find((one) => one.matter === matter);
          return found && matters[matter].part === part ? [found] : [];
        });
        if (own.length === 0) return null;
        return (
          <section key={part} aria-labelledby={`handover-${part}`}>
            <h2 className="govuk-heading-m" id={`handover-${part}`}>
              {partTitles[part]}
            </h2>
            {own.map((one) => (
              <Matter key={one.matter} found={one} today={page.today} />
            ))}
          </section>
        );
      })}
      {none.length > 0 && (
        <p className="govuk-body-s desk-board__none">Nothing of these: {none.join('; ')}.</p>
      )}
      <WhoIsWho page={page} />
    </div>
  );
}

/** One matter of the board with the records behind its number. */
function Matter({ found, today }: { found: Found; today: string }): ReactNode {
  const { title, what, day, list } = matters[found.matter];
  const left = found.count - found.lines.length;
  return (
    <>
      <h3 className="govuk-heading-s desk-handover__matter">
        {title}: {count(found.count)}
      </h3>
      <p className="govuk-body-s">
        {what}{' '}
        <a className="govuk-link desk-screen-only" href={`#${list(undefined, { from: today, to: today })}`}>
          Open the list<span className="govuk-visually-hidden">: {title}</span>
        </a>
      </p>
      <ul className="govuk-list desk-handover__lines">
        {found.lines.map((line) => (
          <li key={`${line.id} ${line.day} ${line.words}`}>
            <Line line={line} isDue={day === 'due'} today={today} />
          </li>
        ))}
      </ul>
      {left > 0 && <p className="govuk-body-s">And {count(left)} more in the list.</p>}
    </>
  );
}

type LineProps = { line: Found['lines'][number]; isDue: boolean; today: string };

function Line({ line: { type, id, title, words, day }, isDue, today }: LineProps): ReactNode {
  const href = recordAddress(type, id);
  const name = href ? (
    <a className="govuk-link" href={href}>
      {title}
    </a>
  ) : (
    title
  );
  // A title of the rota already says its week, and knows no day; that of a claim says its month.
  const saysItself = type === 'shift' || type === 'swap' || type === 'claim';
  const said =
    day && !saysItself && (isDue ? `${day < today ? 'was due' : 'due'} ${shortDate(day)}` : shortDate(day));
  return (
    <>
      {name}
      {said && `, ${said}`}
      {words && `: ${words}`}
    </>
  );
}
