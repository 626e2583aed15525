import type { ReactNode } from 'react';
import { ChartFigure } from '#renderer/charts/index.ts';
import { classes, Table } from '#renderer/kit/index.ts';
import { type Block, headingAbove, type PaperDocument } from '#shared/letters/document.ts';

/** A document as it is printed, and as its file has it. */
export function Paper({ document }: { document: PaperDocument }): ReactNode {
  const { notice, blocks, title, wide } = document;
  return (
    <article className={classes('desk-letter', wide && 'desk-letter--wide')} aria-label={title}>
      {notice && <p className="govuk-body-s">{notice}</p>}
      {blocks.map((block, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text are known by their place
        <Part key={i} block={block} above={headingAbove(blocks, i) ?? title} />
      ))}
    </article>
  );
}

const headings = { 1: 'h2', 2: 'h3', 3: 'h4' } as const;

/** @param above the heading that a table stands under */
function Part({ block, above }: { block: Block; above: string }): ReactNode {
  if (block.kind === 'heading') {
    const Heading = headings[block.level ?? 1];
    return <Heading className="govuk-heading-s">{block.text}</Heading>;
  }
  if (block.kind === 'paragraph') return <p className="govuk-body desk-words">{block.text}</p>;
  if (block.kind === 'link')
    return (
      <p className="govuk-body">
        <a className="govuk-link" href={block.address} target="_blank" rel="noreferrer">
          {block.text}
        </a>
      </p>
    );
  if (block.kind === 'chart') return <ChartFigure chart={block.chart} />;
  return (
    <Table
      dense
      caption={above}
      captionHidden
      head={[...block.head]}
      rows={block.rows.map((row, i) => ({
        key: i,
        cells: row.map((content) => ({ content, className: 'desk-words' })),
      }))}
    />
  );
}
