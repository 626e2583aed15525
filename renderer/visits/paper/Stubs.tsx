import type { ReactNode } from 'react';
import type { Form } from '#shared/forms/definition.ts';
import { contactWords } from '#shared/forms/items.ts';
import type { ContactState } from '#shared/records/detainee.ts';
import { ladderFields } from '#shared/records/ladder.ts';
import { capital } from '#shared/text.ts';
import { rungTitles } from '../words.ts';
import { Lines } from './BlankAnswer.tsx';
import { groupColumns, questionsFor } from './sheet.ts';

/** As many people as fit in lines that can be written in. */
const rows = Array.from({ length: 12 }, (_, i) => i + 1);

/** The letter for how somebody was met. */
const letters: Record<ContactState, string> = {
  accepted: 'S',
  declined: 'D',
  notAvailable: 'N',
  notOffered: 'O',
};

/** Page 1: a line for each detainee, the count of the whole suite, and the times. */
export function Stubs({ form }: { form: Form }): ReactNode {
  const groups = groupColumns(form);
  return (
    <>
      <div className="desk-sheet__head">
        <Entry label="Suite" />
        <Entry label="Date" />
        <Entry label="Arrived" />
        <Entry label="Admitted" />
        <Entry label="Left" />
      </div>
      <table className="desk-sheet__table desk-sheet__stubs">
        <caption className="govuk-visually-hidden">Detainees, one in each line</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="govuk-visually-hidden">Line</span>
            </th>
            <th scope="col">Custody number</th>
            <th scope="col">Met</th>
            <th scope="col">Why not</th>
            <th scope="col">18+ / U18</th>
            <th scope="col">Sex</th>
            <th scope="col">Vul.</th>
            <th scope="col">Rights under­stood</th>
            {groups.map(({ letter, title }) => (
              <th key={letter} scope="col">
                <abbr title={title}>{letter}</abbr>
              </th>
            ))}
            <th scope="col" className="desk-sheet__words">
              A few words
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {Array.from({ length: 8 + groups.length }, (_, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an empty cell is known by its column
                <td key={i} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Key form={form} />
      <div className="desk-sheet__halves">
        <Tallies />
        <div>
          <Entry label="Custody sergeant (rank, number)" />
          <Entry label="Escort (rank, number)" />
          <p>Kept waiting? Why, and which inspector authorised it:</p>
          <Lines count={2} />
          <p>What you were told about risks:</p>
          <Lines count={2} />
        </div>
      </div>
    </>
  );
}

function Entry({ label }: { label: string }): ReactNode {
  return (
    <p className="desk-sheet__entry">
      <span>{label}</span>
      <span className="desk-sheet__rule" aria-hidden="true" />
    </p>
  );
}

/** What the letters and numbers in the lines mean. */
function Key({ form }: { form: Form }): ReactNode {
  const states = Object.entries(letters).map(([state, letter]) => (
    <span key={letter}>
      <strong>{letter}</strong> {contactWords[state as ContactState].toLowerCase()}
    </span>
  ));
  const reasons = [
    ...new Set(questionsFor(form, 'seen.reason').flatMap((q) => (q.options ?? []).map(({ value }) => value))),
  ];
  return (
    <dl className="desk-sheet__key">
      <Meaning term="Met">
        {states}
        <span>
          add <strong>e</strong> if only seen, <strong>r</strong> if only the record was read
        </span>
      </Meaning>
      {reasons.length > 0 && (
        <Meaning term="Why not">
          {reasons.map((reason, i) => (
            <span key={reason}>
              <strong>{i + 1}</strong> {reason}
            </span>
          ))}
        </Meaning>
      )}
      <Meaning term="Groups">
        {groupColumns(form).map(({ letter, title }) => (
          <span key={letter}>
            <strong>{letter}</strong> {title.toLowerCase()}
          </span>
        ))}
        <span>
          <strong>0</strong> nothing to report, <strong>!</strong> something, <strong>–</strong> not asked
        </span>
      </Meaning>
    </dl>
  );
}

function Meaning({ term, children }: { term: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The count of the whole suite, to be tallied while walking round. */
function Tallies(): ReactNode {
  return (
    <table className="desk-sheet__table desk-sheet__tallies">
      <caption className="govuk-visually-hidden">Everyone in custody, counted</caption>
      <thead>
        <tr>
          <th scope="col">Everyone in custody</th>
          <th scope="col">Tally</th>
          <th scope="col">Number</th>
        </tr>
      </thead>
      <tbody>
        {ladderFields.map((rung) => (
          <tr key={rung}>
            <th scope="row">{capital(rungTitles[rung])}</th>
            <td />
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
