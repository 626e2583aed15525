import { type ReactNode, useRef } from 'react';
import { say } from '#renderer/app/state.ts';
import { Button, Checkboxes, Fieldset, Select, TextInput } from '#renderer/kit/index.ts';
import { comesTwice } from '#shared/checks/moments.ts';
import type { Finding } from '#shared/checks/timeline.ts';
import { stepTitles } from '#shared/checks/words.ts';
import { observationLevels, type TimelineEntry, timelineSteps } from '#shared/records/record-check.ts';
import { withDay, withEntry, withMoment, withRemoved } from './draft.ts';
import { TypedBox } from './TypedBox.tsx';
import type { OpenCheck } from './useCheck.tsx';

export const entryId = (id: string): string => `entry-${id}`;

const steps = [
  { value: '', text: 'Choose what was done' },
  ...timelineSteps.map((value) => ({ value, text: stepTitles[value] })),
];
const levels = [
  { value: '', text: 'Not said' },
  { value: '1', text: '1, general: at least every hour' },
  { value: '2', text: '2, intermittent: at least every 30 minutes' },
  { value: '3', text: '3, constant' },
  { value: '4', text: '4, close proximity' },
];

type EntryFieldsProps = {
  open: OpenCheck;
  entry: TimelineEntry;
  place: number;
  /** What the time line shows, beside the entry it begins with. */
  findings: readonly Finding[];
  onRemoved: () => void;
};

/** One line of the time line. */
export function EntryFields({ open, entry, place, findings, onRemoved }: EntryFieldsProps): ReactNode {
  const { keeper } = open;
  const { id, step } = entry;
  const at = entryId(id);
  const name = step ? stepTitles[step] : `Entry ${place}`;
  const heading = useRef<HTMLFieldSetElement>(null);
  const set = (some: Parameters<typeof withEntry>[2], when: 'now' | 'soon' = 'now') =>
    keeper.change((was) => withEntry(was, id, some), when);
  const remove = () => {
    keeper.change((was) => withRemoved(was, id, new Date().toISOString()), 'now');
    say(`“${name}” is removed.`);
    onRemoved();
  };
  return (
    <Fieldset
      ref={heading}
      className="desk-check-entry"
      legend={
        <>
          {place}. {name}
        </>
      }
      legendSize="s"
    >
      <div className="desk-check-entry__row">
        <Select
          id={`${at}-step`}
          label="What was done"
          value={step ?? ''}
          onChange={({ target }) => set({ step: (target.value || undefined) as TimelineEntry['step'] })}
          options={steps}
        />
        {step === 'observation level' && (
          <Select
            id={`${at}-level`}
            label="Level"
            value={entry.level ?? ''}
            onChange={({ target }) => set({ level: observationLevels.find((one) => one === target.value) })}
            options={levels}
          />
        )}
      </div>
      <div className="desk-check-entry__row">
        <MomentFields {...{ open, entry }} which="done" title="Done" />
        <MomentFields {...{ open, entry }} which="entered" title="Entered" />
      </div>
      <TextInput
        id={`${at}-words`}
        label="What the record says, where it matters"
        maxLength={2_000}
        value={entry.words ?? ''}
        onChange={({ target }) => set({ words: target.value || undefined }, 'soon')}
        onBlur={() => keeper.hurry()}
      />
      <div className="desk-check-entry__row">
        <Checkboxes
          small
          id={`${at}-unrecorded`}
          name={`${at}-unrecorded`}
          legend={<span className="govuk-visually-hidden">Not recorded: {name}</span>}
          values={entry.notRecorded ? ['yes'] : []}
          onValues={(values) => set({ notRecorded: values.length > 0 ? true : undefined })}
          items={[{ value: 'yes', text: 'The record does not say it was done, or when' }]}
        />
        <Button type="button" kind="secondary" onClick={remove}>
          Remove
          <span className="govuk-visually-hidden">
            {' '}
            entry {place}, {name}
          </span>
        </Button>
      </div>
      {findings.length > 0 && (
        <ul className="govuk-list govuk-list--bullet desk-check-findings">
          {findings.map(({ kind, text }) => (
            <li key={kind + text}>{text}</li>
          ))}
        </ul>
      )}
    </Fieldset>
  );
}

type MomentFieldsProps = { open: OpenCheck; entry: TimelineEntry; which: 'done' | 'entered'; title: string };

/** Time and day of one moment, the time first: the day mostly follows from the entry before. */
function MomentFields({ open, entry, which, title }: MomentFieldsProps): ReactNode {
  const { id } = entry;
  const moment = entry[which];
  const at = `${entryId(id)}-${which}`;
  return (
    <>
      <TypedBox
        open={open}
        kind="time"
        id={`${at}-at`}
        label={`${title} at`}
        value={moment?.at}
        onValue={(was, value) => withMoment(was, id, which, { at: value })}
        onFirst={(was) => withDay(was, id, which)}
      />
      <TypedBox
        open={open}
        kind="day"
        id={`${at}-on`}
        label={`${title} on`}
        value={moment?.on}
        onValue={(was, value) => withMoment(was, id, which, { on: value })}
      />
      {comesTwice(moment) && (
        <Select
          id={`${at}-again`}
          label="The clocks went back that night: which of the two?"
          value={moment?.again === undefined ? '' : moment.again ? 'after' : 'before'}
          onChange={({ target }) =>
            open.keeper.change(
              (was) =>
                withMoment(was, id, which, {
                  again: target.value === '' ? undefined : target.value === 'after',
                }),
              'now',
            )
          }
          options={[
            { value: '', text: 'The record does not say' },
            { value: 'before', text: 'Before they went back' },
            { value: 'after', text: 'After they went back' },
          ]}
        />
      )}
    </>
  );
}
