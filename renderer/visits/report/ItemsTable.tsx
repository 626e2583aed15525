import type { ReactNode } from 'react';
import { Table } from '#renderer/kit/index.ts';
import type { Question, Section } from '#shared/forms/definition.ts';
import type { ItemSubject, Scope } from '#shared/forms/scope.ts';
import { Answer } from './Answers.tsx';

/** What the columns of typed fields are called, where a whole question would not fit. */
const shortHeads: Record<string, string> = {
  what: 'What',
  toldTo: 'Told to',
  answer: 'Answer',
  promisedBy: 'Promised by',
  outcome: 'Outcome',
  told: 'Told',
  number: 'Number',
  on: 'Day',
  at: 'Time',
};

type Item = { scope: Scope; sections: readonly Section[] };
type ItemsTableProps = {
  of: Exclude<ItemSubject, 'detainee'>;
  title: string;
  items: readonly Item[];
  /** What an item is about, or which it is: the heading of its row. */
  about: (scope: Scope) => string;
  names: Record<string, string>;
};

const questionsOf = ({ sections }: Item): Question[] => sections.flatMap((s) => s.questions);

/** Matters or calls, one in each row, with a column for every question that shows for one of them. */
export function ItemsTable({ of, title, items, about, names }: ItemsTableProps): ReactNode {
  const columns = [...new Map(items.flatMap(questionsOf).map((q) => [q.id, q])).values()];
  return (
    <Table
      dense
      caption={title}
      captionHidden
      firstCellIsHeader
      head={[of === 'matter' ? 'About' : 'Call', ...columns.map((q) => shortHeads[q.field ?? ''] ?? q.text)]}
      rows={items.map((item) => ({
        key: item.scope.path.join(),
        cells: [
          about(item.scope),
          ...columns.map(
            (q) =>
              questionsOf(item).some(({ id }) => id === q.id) && (
                <Answer key={q.id} q={q} scope={item.scope} names={names} />
              ),
          ),
        ],
      }))}
    />
  );
}
