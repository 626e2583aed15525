import type { ReactNode } from 'react';
import type { Problem } from '#shared/forms/check.ts';
import { lists } from '#shared/forms/scope.ts';
import { withAnswer } from './draft/draft.ts';
import { problemText } from './draft/problems.ts';
import type { OpenDraft } from './draft/useVisitDraft.ts';

/** What a list of problems means for sending. */
const lead = {
  must: 'Nothing can be sent before these are put right.',
  sure: 'These may well be right as they are, and keep nothing from being sent.',
};

type ProblemsProps = {
  id: keyof typeof lead;
  title: string;
  problems: readonly Problem[];
  open: OpenDraft;
  base: string;
};

/** Where a problem is put right: its section, or the page of the detainee or matter it lies in. */
const placeOf = ({ section, question, item }: Problem, base: string): string => {
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
      <p className="govuk-body">{lead[id]}</p>
      <ul className="govuk-list govuk-list--spaced">
        {problems.map((problem) => {
          const { question, item, text, name } = problem;
          return (
            <li key={`${item?.id} ${question} ${text}`}>
              <a className="govuk-link" href={`#${placeOf(problem, base)}`}>
                {problemText(problem, visit)}
              </a>
              {name !== undefined && <NotAName open={open} name={name} text={text} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What the words in question are said to look like: “a name”, “a date of birth”, “an offence”. */
const likeness = (text: string): string => /looks like (an? [^.]+)/.exec(text)?.[1] ?? 'a name';

type NotANameProps = { open: OpenDraft; name: string; text: string };

/** Says that words which look like a name are none, and takes it back: one button, so that focus stays where it is. */
function NotAName({ open, name, text }: NotANameProps): ReactNode {
  const said = open.kept.draft.visit.notNames?.[name] === true;
  const toggle = () =>
    open.keeper.change((draft) => withAnswer(draft, ['notNames', name], said ? undefined : true), 'now');
  return (
    <button type="button" className="desk-not-name" aria-pressed={said} onClick={toggle}>
      Not {likeness(text)}
      <span className="govuk-visually-hidden">: {name}</span>
    </button>
  );
}
