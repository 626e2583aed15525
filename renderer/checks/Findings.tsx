import type { ReactNode } from 'react';
import { Table } from '#renderer/kit/index.ts';
import { type FindingKind, findingKinds, findingsIn, findingTitles } from '#shared/checks/timeline.ts';
import { type WaitId, waitsIn, waitTitles } from '#shared/checks/waits.ts';
import { lengthWords, momentWords, stepTitles } from '#shared/checks/words.ts';
import type { RecordCheck } from '#shared/records/record-check.ts';
import type { Setting } from '#shared/records/setting.ts';
import { lookingOf } from './looking.ts';

type FindingsProps = {
  check: RecordCheck;
  settings: Setting;
  /** Where an entry of the time line is to be found. */
  hrefOf: (entry: string) => string;
  /** Where a concern is raised from what was found; nowhere for those who may not. */
  concern?: ((text: string) => string) | undefined;
};

/** What the time line shows by itself, kind by kind in plain sentences, each with the way to its entries. */
export function Findings({ check, settings, hrefOf, concern }: FindingsProps): ReactNode {
  const found = findingsIn(check, lookingOf(settings));
  const entries = new Map(check.entries.map((entry) => [entry.id, entry]));
  const ofKind = (kind: FindingKind) => found.filter((one) => one.kind === kind);
  if (found.length === 0)
    return (
      <p className="govuk-body">
        Nothing was found: no late or grouped entries, no missing steps, no checks too far apart.
      </p>
    );
  return findingKinds
    .filter((kind) => ofKind(kind).length > 0)
    .map((kind) => (
      <section key={kind} aria-labelledby={`found-${kind}`}>
        <h3 className="govuk-heading-s" id={`found-${kind}`}>
          {findingTitles[kind]}
        </h3>
        <ul className="govuk-list govuk-list--bullet">
          {ofKind(kind).map(({ text, entries: own }) => (
            <li key={text + own.join()}>
              {text}{' '}
              <span className="desk-screen-only">
                {own.map((id, i) => {
                  const entry = entries.get(id);
                  return (
                    <span key={id}>
                      {i > 0 && ', '}
                      <a className="govuk-link" href={hrefOf(id)}>
                        {entry?.step ? stepTitles[entry.step] : 'Entry'} {entry?.done?.at}
                      </a>
                    </span>
                  );
                })}
                {concern && (
                  <>
                    {'. '}
                    <a className="govuk-link" href={concern(text)}>
                      Raise a concern<span className="govuk-visually-hidden">: {text}</span>
                    </a>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      </section>
    ));
}

/** A review that was done by when it was due was in time: nobody waited. */
const passedWords = (wait: WaitId, minutes: number, most: number): string => {
  if (wait === 'reviewDone' && most === 0) return 'In time';
  return minutes === most ? lengthWords(minutes) : `${lengthWords(minutes)}, or ${lengthWords(most)}`;
};

/** The waits that the time line tells. */
export function Waits({ check }: { check: RecordCheck }): ReactNode {
  const { waits } = waitsIn(check);
  const entries = new Map(check.entries.map((entry) => [entry.id, entry]));
  if (waits.length === 0) return <p className="govuk-body">The time line tells of no wait.</p>;
  return (
    <Table
      dense
      caption="Waits"
      captionHidden
      firstCellIsHeader
      head={['Wait', 'From', 'To', 'Time that passed']}
      rows={waits.map(({ wait, from, to, minutes, most }) => ({
        key: `${wait} ${from}`,
        cells: [
          waitTitles[wait],
          momentWords(entries.get(from)?.done),
          momentWords(entries.get(to)?.done),
          passedWords(wait, minutes, most),
        ],
      }))}
    />
  );
}
