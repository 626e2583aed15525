import type { ReactNode } from 'react';
import { useMay } from '#renderer/editing/useMay.ts';
import { type InWork, isDraft } from './parts.ts';
import { WordsForm } from './WordsForm.tsx';

type WordsProps = InWork & { onUnsaved: (unsaved: boolean) => void };

/** The office's own words and links: written while it is in work, read once it is signed off. */
export function Words({ shown, onUnsaved }: WordsProps): ReactNode {
  const { definition, words } = shown;
  const may = useMay('returns.write');
  const writes = may && isDraft(shown);
  return (
    <section aria-labelledby="return-words">
      <h2 className="govuk-heading-m" id="return-words">
        The office’s own words
      </h2>
      {writes && <WordsForm shown={shown} onUnsaved={onUnsaved} />}
      <div className={writes ? 'desk-print-only' : undefined}>
        {definition.sections.map(({ id, title }) => {
          const text = words.sections[id]?.trim();
          return (
            text && (
              <div key={id}>
                <h3 className="govuk-heading-s">{title}</h3>
                <p className="govuk-body desk-words">{text}</p>
              </div>
            )
          );
        })}
        {words.links.length > 0 && (
          <ul className="govuk-list govuk-list--bullet">
            {words.links.map(({ id, title, address }) => (
              <li key={id}>
                <a className="govuk-link" href={address} target="_blank" rel="noreferrer">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        )}
        {!writes && Object.keys(words.sections).length === 0 && words.links.length === 0 && (
          <p className="govuk-body">None were written.</p>
        )}
      </div>
    </section>
  );
}
