import type { ReactNode } from 'react';
import { isolated } from '#shared/bidi.ts';
import type { Form } from '#shared/forms/definition.ts';
import type { StandingConcern } from '#shared/forms/found.ts';
import { subjectOf } from '#shared/forms/terms.ts';
import type { UrgentContact } from '#shared/records/setting.ts';
import { ConcernsOnPaper, linesTaken } from '../found/OnPaper.tsx';
import { Lines, Tick } from './BlankAnswer.tsx';
import { matterLines, prompts } from './sheet.ts';

/** Of the numbers to ring, kept in the order of ringing, those that a corner of the page has room for. */
const numbersOnPaper = 6;

type PromptsProps = {
  form: Form;
  contacts: readonly UrgentContact[];
  concerns: readonly StandingConcern[];
};

/** Page 2: what stands open at the suite; what to ask, by group; what was raised; whom to ring; and what becomes of the paper. */
export function Prompts({ form, contacts, concerns }: PromptsProps): ReactNode {
  return (
    <>
      <ConcernsOnPaper concerns={concerns} />
      <h2 className="govuk-heading-s">What to ask</h2>
      <div className="desk-sheet__prompts">
        {prompts(form).map((section) => (
          <div key={section.id} className="desk-sheet__prompt">
            <h3>{section.title}</h3>
            {section.closable && section.guidance && <p>{section.guidance}</p>}
            <ul>
              {section.questions.map((q) => (
                <li key={q.id}>{q.text}</li>
              ))}
            </ul>
            {subjectOf(section) === 'visit' && <Lines count={2} />}
          </div>
        ))}
      </div>
      <h2 className="govuk-heading-s">Asked for or raised</h2>
      <table className="desk-sheet__table desk-sheet__matters">
        <caption className="govuk-visually-hidden">Asked for or raised, one in each line</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="govuk-visually-hidden">Matter</span>
            </th>
            <th scope="col">Line or suite</th>
            <th scope="col" className="desk-sheet__words">
              What
            </th>
            <th scope="col">Told to</th>
            <th scope="col">Answer, and by when it was promised</th>
            <th scope="col">Already done / resolved / outstanding</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: Math.max(2, matterLines(form) - linesTaken(concerns)) }, (_, i) => i + 1).map(
            (matter) => (
              <tr key={matter}>
                <th scope="row">{matter}</th>
                <td />
                <td />
                <td />
                <td />
                <td />
              </tr>
            ),
          )}
        </tbody>
      </table>
      <h2 className="govuk-heading-s">Before you leave: praise, comments, what to look at next time</h2>
      <Lines count={3} />
      <div className="desk-sheet__harm">
        <p>
          <strong>Somebody is in danger now?</strong> Tell staff at once, whatever the person wishes. Then
          ring, and note whom you told and when. Note words; do not investigate.
        </p>
        {contacts.length > 0 && (
          <ul>
            {contacts.slice(0, numbersOnPaper).map(({ id, name, telephone }) => (
              <li key={id}>
                {isolated(name)}: <strong>{telephone}</strong>
              </li>
            ))}
          </ul>
        )}
      </div>
      <p className="desk-sheet__reminder">
        <strong>No names, dates of birth or offences on this paper.</strong> Copy it into ICV Desk, then
        destroy it or hand it over, and say which.
        <br />
        <Tick>Destroyed</Tick>
        <Tick>Handed over</Tick>
      </p>
    </>
  );
}
