import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { momentOf } from '#renderer/dates.ts';
import { Tag, TaskList } from '#renderer/kit/index.ts';
import { stateWords, visitName } from '#renderer/visits/words.ts';
import type { VisitNews } from '#shared/visit-views.ts';

/** As many as are read back: what needs somebody is seldom older. */
const limit = 50;
/** So many are told of besides those that need somebody. */
const shown = 8;

const needsYou = ({ state, owesDeclaration }: VisitNews): boolean => state === 'queried' || owesDeclaration;

/** Reports that need this person: a query to answer, a declaration that is owed. Nothing where nothing does. */
export function NeedsYou(): ReactNode {
  const me = useSession().data?.person.id;
  const news = useRead('visits.mine', { limit }).data?.filter(needsYou) ?? [];
  if (!me || news.length === 0) return null;
  return (
    <section aria-labelledby="needs-you">
      <h2 className="govuk-heading-m" id="needs-you">
        Needs you
      </h2>
      <TaskList
        idPrefix="needs-you-item"
        items={news.map((one) => ({
          title: titleOf(one),
          href: one.state === 'queried' ? `#/visits/${one.id}` : `#/visits/${one.id}/declare/${me}`,
          hint: one.state === 'queried' && saidBy(one),
          status: (
            <Tag colour="orange">
              {one.state === 'queried' ? 'Query to answer' : 'Your declaration is awaited'}
            </Tag>
          ),
        }))}
      />
    </section>
  );
}

/** A query is told of once, and so is a declaration that is owed, until there is more to say: that the office took it. */
const isNews = (one: VisitNews): boolean => !needsYou(one) || one.state === 'accepted';

/** What became of the reports this person made, each with what the office wrote about it. */
export function News(): ReactNode {
  const mine = useRead('visits.mine', { limit });
  const news = mine.data?.filter(isNews).slice(0, shown) ?? [];
  if (!mine.error && news.length === 0) return null;
  return (
    <section aria-labelledby="news">
      <h2 className="govuk-heading-m" id="news">
        What became of your reports
      </h2>
      <Failed failure={mine.error} />
      <TaskList
        idPrefix="news-item"
        items={news.map((one) => ({
          title: titleOf(one),
          href: `#/visits/${one.id}`,
          hint: saidBy(one),
          status: <Tag colour={stateWords[one.state].colour}>{stateWords[one.state].text}</Tag>,
        }))}
      />
    </section>
  );
}

const titleOf = ({ reference, suite, date }: VisitNews) =>
  [visitName(suite, date), reference].filter(Boolean).join(', ');

/** The words of the last move in quotes, who wrote them and when. */
const saidBy = ({ words, by, at }: VisitNews) =>
  [words && `“${words}”`, `${by}, ${momentOf(at)}`].filter(Boolean).join(' ');
