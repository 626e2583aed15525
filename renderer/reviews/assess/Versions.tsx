import { type ReactNode, useId, useState } from 'react';
import { momentOf } from '#renderer/dates.ts';
import { Select, SummaryList } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import { comparison, type Piece } from '#shared/reviews/compare.ts';
import type { ReviewShown } from '../parts.ts';
import { findingWords } from './words.ts';

type Draft = ReviewShown['review']['drafts'][number];
type VersionsProps = { drafts: readonly Draft[]; names: Readonly<Record<string, string>> };

/** Every version of the draft, one to be read, or two side by side in one text. */
export function Versions({ drafts, names }: VersionsProps): ReactNode {
  const id = useId();
  const [chosen, setChosen] = useState<number>();
  const [against, setAgainst] = useState(-1);
  if (drafts.length === 0) return <p className="govuk-body">No version has been kept yet.</p>;
  const index = chosen ?? drafts.length - 1;
  const [draft, other] = [drafts[index], drafts[against]];
  if (!draft) return null;
  const titles = drafts.map((one, i) => `Version ${i + 1}, ${momentOf(one.at)}`);
  return (
    <>
      <h2 className="govuk-heading-m">Versions</h2>
      <div className="desk-filter desk-screen-only">
        <Select
          label="Read"
          id={`${id}read`}
          value={index}
          onChange={({ target }) => setChosen(Number(target.value))}
          options={titles.map((text, i) => ({ value: i, text }))}
        />
        {drafts.length > 1 && (
          <Select
            label="Compare it with"
            id={`${id}against`}
            value={against}
            onChange={({ target }) => setAgainst(Number(target.value))}
            options={[
              { value: -1, text: 'No other version' },
              ...titles.flatMap((text, i) => (i === index ? [] : [{ value: i, text }])),
            ]}
          />
        )}
      </div>
      <SummaryList
        rows={[
          { key: 'Written by', value: `${isolated(names[draft.by] ?? 'Somebody')}, ${momentOf(draft.at)}` },
          { key: 'Recommends', value: draft.recommends ? findingWords[draft.recommends] : 'Nothing yet' },
        ]}
      />
      {other && other !== draft ? (
        <Compared
          earlier={index < against ? draft : other}
          later={index < against ? other : draft}
          between={[index, against].toSorted((a, b) => a - b).map((i) => i + 1)}
        />
      ) : (
        <section className="desk-quote desk-words" aria-label={`Version ${index + 1}`}>
          {draft.words}
        </section>
      )}
    </>
  );
}

type ComparedProps = { earlier: Draft; later: Draft; between: readonly number[] };

/** One text with what the later version took out and put in, told by words as well as by their look. */
function Compared({ earlier, later, between }: ComparedProps): ReactNode {
  const pieces = comparison(earlier.words, later.words);
  const isSame = pieces.every(({ kind }) => kind === 'same');
  const name = `What version ${between[1]} changed of version ${between[0]}`;
  return (
    <section aria-label={name}>
      <h3 className="govuk-heading-s">{name}</h3>
      {isSame && <p className="govuk-body">Both have the same words.</p>}
      <div className="desk-quote desk-words">
        {pieces.map((piece, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place in the text
          <Shown key={i} piece={piece} />
        ))}
      </div>
    </section>
  );
}

function Shown({ piece: { kind, words } }: { piece: Piece }): ReactNode {
  if (kind === 'same') return words;
  const Element = kind === 'gone' ? 'del' : 'ins';
  return (
    <Element>
      <span className="govuk-visually-hidden">{kind === 'gone' ? '[taken out: ' : '[put in: '}</span>
      {words}
      <span className="govuk-visually-hidden">] </span>
    </Element>
  );
}
