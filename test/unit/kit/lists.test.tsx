import { BackLink } from '#renderer/kit/BackLink.tsx';
import { Card } from '#renderer/kit/Card.tsx';
import { Pagination } from '#renderer/kit/Pagination.tsx';
import { SkipLink } from '#renderer/kit/SkipLink.tsx';
import { SummaryList } from '#renderer/kit/SummaryList.tsx';
import { Table } from '#renderer/kit/Table.tsx';
import type { TagColour } from '#renderer/kit/Tag.tsx';
import { Tag } from '#renderer/kit/Tag.tsx';
import { TaskList } from '#renderer/kit/TaskList.tsx';
import { attributes, pick } from './attributes.ts';
import type { Options } from './fixtures.tsx';
import { compare, content, onlyKnown } from './fixtures.tsx';
import { sizeOnly } from './parts.tsx';

const actionProps = 'an action has words, a place to go and nothing else';
const partClasses = 'keys and values are plain content; a class goes on the row';
const byKey = 'lists are paged by key, so there are no page numbers';
const titled = 'a card always has a title';

function cell(options: Options) {
  return {
    content: content(options),
    numeric: options.format === 'numeric',
    ...pick(options, ['colspan', 'rowspan']),
    ...attributes(options.attributes),
    className: options.classes,
  };
}

compare('table', (options) => (
  <Table
    caption={options.caption}
    captionSize={sizeOnly(options.captionClasses, 'govuk-table__caption--') as 'm' | undefined}
    head={options.head?.map(cell)}
    firstCellIsHeader={options.firstCellIsHeader}
    className={options.classes}
    {...attributes(options.attributes)}
    rows={options.rows.filter(Boolean).map((row: Options[], key: number) => ({ key, cells: row.map(cell) }))}
  />
));

function actions(part: Options | undefined) {
  onlyKnown('actions', part, ['items']);
  return part?.items?.map((action: Options) => {
    onlyKnown('action', action, ['text', 'html', 'href', 'visuallyHiddenText']);
    return { text: content(action), href: action.href, hiddenText: action.visuallyHiddenText };
  });
}

compare(
  'summary-list',
  (options) => {
    const list = (
      <SummaryList
        className={options.classes}
        {...attributes(options.attributes)}
        rows={options.rows.map((row: Options | null) => {
          if (!row) return row;
          onlyKnown('key', row.key, ['text', 'html']);
          onlyKnown('value', row.value, ['text', 'html']);
          return {
            key: content(row.key),
            value: content(row.value),
            actions: actions(row.actions),
            className: row.classes,
          };
        })}
      />
    );
    if (!options.card) return list;
    const { title, ...card } = options.card;
    onlyKnown('title', title, ['text', 'html', 'headingLevel']);
    return (
      <Card
        title={content(title)}
        headingLevel={title?.headingLevel}
        actions={actions(card.actions)}
        className={card.classes}
        {...attributes(card.attributes)}
      >
        {list}
      </Card>
    );
  },
  {
    'key with classes': partClasses,
    'overridden-widths': partClasses,
    'summary card with custom classes': titled,
    'summary card with custom attributes': titled,
    'classes on items': actionProps,
    'actions with classes': actionProps,
    'actions with attributes': actionProps,
  },
);

compare(
  'pagination',
  (options) => {
    onlyKnown('pagination', options, ['previous', 'next', 'landmarkLabel', 'classes', 'attributes']);
    const step = (part: Options | undefined) =>
      part && { text: content(part), label: part.labelText, href: part.href };
    return (
      <Pagination
        previous={step(options.previous)}
        next={step(options.next)}
        {...(options.landmarkLabel && { 'aria-label': options.landmarkLabel })}
        className={options.classes}
        {...attributes(options.attributes)}
      />
    );
  },
  Object.fromEntries(
    [
      ...['default', 'with custom link and item text', 'with many pages', 'first page', 'last page'],
      ...['with custom classes', 'with custom attributes', 'with custom navigation landmark'],
      ...['with custom accessible labels on item links', 'with empty items'],
    ].map((name) => [name, byKey]),
  ),
);

function status(part: Options) {
  if (!part.tag) return content(part);
  const colour = /^govuk-tag--(\w+)$/.exec(part.tag.classes ?? '')?.[1] as TagColour | undefined;
  return (
    <Tag colour={colour} {...attributes(part.tag.attributes)}>
      {content(part.tag)}
    </Tag>
  );
}

compare(
  'task-list',
  (options) => (
    <TaskList
      idPrefix={options.idPrefix}
      className={options.classes}
      {...attributes(options.attributes)}
      items={options.items.map((item: Options | null) => {
        if (!item) return item;
        onlyKnown('title', item.title, ['text', 'html']);
        onlyKnown('status classes', item.status, ['tag', 'text', 'html', 'classes']);
        return {
          title: content(item.title),
          hint: content(item.hint),
          status: status(item.status),
          cannotStart: item.status.classes === 'govuk-task-list__status--cannot-start-yet',
          href: item.href,
          className: item.classes,
        };
      })}
    />
  ),
  { 'custom classes': 'titles are plain content; a class goes on the task' },
);

compare('skip-link', (options) => (
  <SkipLink href={options.href} className={options.classes} {...attributes(options.attributes)}>
    {content(options)}
  </SkipLink>
));

compare('back-link', (options) => (
  <BackLink href={options.href} className={options.classes} {...attributes(options.attributes)}>
    {content(options)}
  </BackLink>
));
