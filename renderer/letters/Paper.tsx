import type { ReactNode } from 'react';
import { classes, Table } from '#renderer/kit/index.ts';
import type { Block, PaperDocument } from '#shared/letters/document.ts';

/** A document as it is printed, and as its file has it. */
export function Paper({ document }: { document: PaperDocument }): ReactNode {
  const { notice, blocks, title, wide } = document;
  return (
    <article className={classes('desk-letter', wide && 'desk-letter--wide')} aria-label={title}>
      {notice && <p className="govuk-body-s">{notice}</p>}
      {blocks.map((block, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text are known by their place
        <Part key={i} block={block} title={title} />
      ))}
    </article>
  );
}

function Part({ block, title }: { block: Block; title: string }): ReactNode {
  if (block.kind === 'heading') return <h2 className="govuk-heading-s">{block.text}</h2>;
  if (block.kind === 'paragraph') return <p className="govuk-body desk-words">{block.text}</p>;
  return (
    <Table
      dense
      caption={title}
      captionHidden
      head={[...block.head]}
      rows={block.rows.map((row, i) => ({
        key: i,
        cells: row.map((content) => ({ content, className: 'desk-words' })),
      }))}
    />
  );
}
