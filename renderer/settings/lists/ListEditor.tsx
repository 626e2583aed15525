import type { ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { MoveButtons } from '#renderer/forms/MoveButtons.tsx';
import {
  Button,
  Checkboxes,
  classes,
  Textarea,
  type TextareaProps,
  TextInput,
  type TextInputProps,
} from '#renderer/kit/index.ts';
import type { CallName } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { applyPatch } from '#shared/sync/patch.ts';
import { fromListForm, inOrder, type Line, listForm, toListForm } from './listForm.ts';

export interface ListEditorProps {
  /** What the list is called, and one line of it: "Themes", "theme". */
  title: string;
  one: string;
  hint: string;
  lines: readonly Line[];
  /** In the order of the list, people are asked or offered them. */
  ordered?: boolean;
  most: number;
  longest?: number;
  call: CallName;
  save: (lines: Line[]) => Promise<Result<unknown, Failure>>;
  reload: () => Promise<Result<readonly Line[], Failure>>;
}

/**
 * A list that an office keeps: lines are added, put in other words, put in order, and offered no more. None is taken
 * away, since records name them.
 */
export function ListEditor({
  title,
  one,
  hint,
  lines,
  ordered = false,
  most,
  longest = 200,
  call,
  save,
  reload,
}: ListEditorProps): ReactNode {
  const edited = useEdited({
    name: `list ${title}`,
    record: { lines },
    schema: listForm(longest),
    toForm: (list: { lines: readonly Line[] } | undefined) => toListForm(list?.lines),
    fromForm: (typed) => ({ lines: fromListForm(typed, ordered) }),
    save: (patch) => save(inOrder(applyPatch({ lines: [...lines] }, patch).document.lines)),
    reload: async () => {
      const now = await reload();
      return now.ok ? ok({ lines: now.value }) : now;
    },
  });
  const { register, control, formState, getValues } = edited.form;
  const { fields, append, move } = useFieldArray({ control, name: 'lines', keyName: 'key' });
  const errors = formState.errors.lines;
  const isLong = longest > 200;
  const Words = isLong ? LongWords : ShortWords;
  return (
    <EditForm edited={edited} call={call} label={title} save="Save the list" fieldNames={{ lines: title }}>
      <p className="govuk-hint">{hint}</p>
      {fields.length === 0 && <p className="govuk-body">There is nothing in it yet.</p>}
      {fields.map(({ key, id }, index) => (
        <fieldset key={key} className={classes('desk-plain-fieldset', !isLong && 'desk-topic')}>
          <legend className="govuk-visually-hidden">
            {title}, number {index + 1}
          </legend>
          <Words
            label={`Number ${index + 1}`}
            error={errors?.[index]?.text?.message}
            {...register(`lines.${index}.text`)}
          />
          <Checkboxes small items={[{ text: 'Offered' }]} {...register(`lines.${index}.offered`)} />
          {ordered && (
            <MoveButtons
              name={getValues(`lines.${index}.text`).trim() || `number ${index + 1}`}
              id={`line-${id}`}
              place={index + 1}
              of={fields.length}
              onMove={(by) => move(index, index + by)}
            />
          )}
        </fieldset>
      ))}
      {fields.length < most && (
        <Button
          type="button"
          kind="secondary"
          onClick={() => append({ id: newRecordId(), text: '', offered: true })}
        >
          Add a {one}
        </Button>
      )}
    </EditForm>
  );
}

function ShortWords(given: TextInputProps): ReactNode {
  return <TextInput autoComplete="off" {...given} />;
}

/** A question is read as a whole. */
function LongWords(given: TextareaProps): ReactNode {
  return <Textarea rows={2} {...given} />;
}
