import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { concernName, StateTag, shortened } from '#renderer/concerns/words.tsx';
import { dayWords } from '#renderer/dates.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { Tag, TaskList } from '#renderer/kit/index.ts';
import type { ConcernNews } from '#shared/concern-views.ts';
import { count } from '#shared/numbers.ts';

/** For the office: what stands open, by what is to be done about it. */
export function OpenConcerns(): ReactNode {
  const may = useMay('concerns.waiting');
  const waiting = useRead('concerns.waiting', {}, { wanted: may });
  if (!may) return null;
  const { data } = waiting;
  const item = (title: string, show: string, number: number, late = false) =>
    number > 0 && {
      title,
      href: `#/concerns?show=${show}`,
      status: late ? <Tag colour="red">{count(number)}</Tag> : count(number),
    };
  const items = data
    ? [
        item('Answers of the police that are overdue', 'late', data.late, true),
        item('New concerns', 'raised', data.raised),
        item('With the coordinator', 'coordinator', data.coordinator),
        item('Answered, not checked by a visit yet', 'answered', data.answered),
        item('Found put right, to be closed', 'checked', data.checked),
        item('With the police', 'escalated', data.escalated),
      ].filter(Boolean)
    : [];
  return (
    <section aria-labelledby="open-concerns">
      <h2 className="govuk-heading-m" id="open-concerns">
        Concerns
      </h2>
      <Failed failure={waiting.error} />
      {data && items.length === 0 && <p className="govuk-body">No concern is open.</p>}
      {items.length > 0 && <TaskList idPrefix="concerns-item" items={items} />}
    </section>
  );
}

/** So many are told of; the list of concerns has them all. */
const shown = 8;

/** What became of the concerns that this person raised. */
export function ConcernsNews(): ReactNode {
  const may = useMay('concerns.mine');
  const mine = useRead('concerns.mine', { limit: shown }, { wanted: may });
  const news = mine.data ?? [];
  if (!may || (!mine.error && news.length === 0)) return null;
  return (
    <section aria-labelledby="concerns-news">
      <h2 className="govuk-heading-m" id="concerns-news">
        What became of what you raised
      </h2>
      <Failed failure={mine.error} />
      <TaskList
        idPrefix="concerns-news-item"
        items={news.map((one) => ({
          title: titleOf(one),
          href: `#/concerns/${one.id}`,
          hint: saidOf(one),
          status: <StateTag state={one.state} />,
        }))}
      />
      {news.length === shown && (
        <p className="govuk-body">
          <a className="govuk-link" href="#/concerns?show=all">
            All concerns that you can see
          </a>
        </p>
      )}
    </section>
  );
}

const titleOf = ({ suite, raisedOn, reference, matter }: ConcernNews) =>
  `${shortened(matter, 80)} (${[concernName(suite, raisedOn), reference].filter(Boolean).join(', ')})`;

const saidOf = ({ words, at }: ConcernNews) =>
  [words && `“${shortened(words, 200)}”`, dayWords(at)].filter(Boolean).join(' ');
