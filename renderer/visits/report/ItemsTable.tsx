import type { ReactNode } from 'react';
import { Table } from '#renderer/kit/index.ts';
import type { Question, Section } from '#shared/forms/definition.ts';
import { itemTitle } from '#shared/forms/items.ts';
import { type ItemSubject, type Scope, within } from '#shared/forms/scope.ts';
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
  names: Record<string, string>;
};

const questionsOf = ({ sections }: Item): Question[] => sections.flatMap((s) => s.questions);

/** Matters or calls, one in each row, with a column for every question that shows for one of them. */
export function ItemsTable({ of, title, items, names }: ItemsTableProps): ReactNode {
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
          aboutText(of, item.scope),
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

/** Whom a matter is about: a detainee or the suite; a call is known by its place. */
const aboutText = (of: ItemSubject, scope: Scope): string => {
  if (of === 'call') return itemTitle('call', scope.visit, (scope.path[1] ?? '').slice(1));
  const detainee = within(scope, ['detainee']);
  return typeof detainee === 'string' ? itemTitle('detainee', scope.visit, detainee) : 'The suite';
};
