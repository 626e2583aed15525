import type { ReactNode } from 'react';
import { itemTitle } from '#shared/forms/items.ts';
import { lists } from '#shared/forms/scope.ts';
import { withAnswer } from './draft/draft.ts';
import type { Found } from './draft/problems.ts';
import type { OpenDraft } from './draft/useVisitDraft.ts';

type ProblemsProps = {
  id: string;
  title: string;
  problems: readonly Found[];
  open: OpenDraft;
  base: string;
};

/** Where a problem is put right: its section, or the page of the detainee or matter it lies in. */
const placeOf = ({ section, question, item }: Found, base: string): string => {
  const page = item ? `${lists[item.of]}/${item.id}` : section;
  return `${base}/${page}?question=${question}`;
};

/** Problems of one weight, each with a link to its field. */
export function Problems({ id, title, problems, open, base }: ProblemsProps): ReactNode {
  const { visit } = open.kept.draft;
  return (
    <section aria-labelledby={id} className={`desk-problems desk-problems--${id}`}>
      <h2 className="govuk-heading-m" id={id}>
        {title}
      </h2>
      <ul className="govuk-list govuk-list--spaced">
        {problems.map((problem) => {
          const { question, item, text, name } = problem;
          return (
            <li key={`${item?.id} ${question} ${text}`}>
              <a className="govuk-link" href={`#${placeOf(problem, base)}`}>
                {item ? `${itemTitle(item.of, visit, item.id)}: ${text}` : text}
              </a>
              {name !== undefined && <NotAName open={open} name={name} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Says that words which look like a name are none, and takes it back: one button, so that focus stays where it is. */
function NotAName({ open, name }: { open: OpenDraft; name: string }): ReactNode {
  const said = open.kept.draft.visit.notNames?.[name] === true;
  const toggle = () =>
    open.keeper.change((draft) => withAnswer(draft, ['notNames', name], said ? undefined : true), 'now');
  return (
    <button type="button" className="desk-link-button desk-not-name" aria-pressed={said} onClick={toggle}>
      Not a name<span className="govuk-visually-hidden">: {name}</span>
    </button>
  );
}
