import { type ReactNode, useEffect } from 'react';
import { type Control, type FieldErrors, type UseFormRegister, useFieldArray } from 'react-hook-form';
import { useHost, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { Button, Fieldset, Textarea, TextInput } from '#renderer/kit/index.ts';
import { ok } from '#shared/result.ts';
import { mergedWith } from '../merged.ts';
import { type InWork, keptName, ofPeriod } from './parts.ts';
import { fromOwnWordsForm, mostLinks, type OwnWordsForm, ownWordsForm, toOwnWordsForm } from './wordsForm.ts';

const fieldNames = { sections: 'The office’s own words', links: 'Links' };

type WordsFormProps = InWork & {
  /** Whether something is typed that is not saved yet: it is no part of what is looked at. */
  onUnsaved: (unsaved: boolean) => void;
};

/** Writes the words and links of a return: kept as they are typed, saved together. */
export function WordsForm({ shown, onUnsaved }: WordsFormProps): ReactNode {
  const { definition, words } = shown;
  const host = useHost();
  const save = useWrite('returns.write');
  const reload = async () => {
    const now = await host.call('returns.prepare', ofPeriod(shown));
    return now.ok ? ok(now.value.words) : now;
  };
  const edited = useEdited({
    name: keptName('words', shown),
    record: words,
    schema: ownWordsForm,
    toForm: (own) => toOwnWordsForm(own, definition.sections),
    fromForm: fromOwnWordsForm,
    save: (patch) => mergedWith(reload, patch, (merged) => save.run({ ...ofPeriod(shown), words: merged })),
    reload,
  });
  const { register, control, formState } = edited.form;
  const { isDirty } = formState;
  useEffect(() => {
    onUnsaved(isDirty);
    return () => onUnsaved(false);
  }, [isDirty, onUnsaved]);
  return (
    <div className="desk-screen-only">
      <EditForm
        edited={edited}
        call="returns.write"
        label="Words and links"
        save="Save the words and links"
        quiet
        fieldNames={fieldNames}
      >
        {definition.sections.map(({ id, title, hint }, index) => (
          <Textarea
            key={id}
            label={title}
            hint={hint}
            rows={6}
            maxLength={30_000}
            error={formState.errors.sections?.[index]?.text?.message}
            {...register(`sections.${index}.text`)}
          />
        ))}
        <Links
          {...{ control, register }}
          errors={formState.errors.links}
          hint={
            definition.of === 'reviews'
              ? 'The pages of the IOPC with the latest figures of the force, and its statement on them. Links of the period before stand here already.'
              : 'Pages of the web that the return points to.'
          }
        />
      </EditForm>
    </div>
  );
}

type LinksProps = {
  control: Control<OwnWordsForm>;
  register: UseFormRegister<OwnWordsForm>;
  errors: FieldErrors<OwnWordsForm>['links'];
  hint: string;
};

function Links({ control, register, errors, hint }: LinksProps): ReactNode {
  const { fields, append, remove } = useFieldArray({ control, name: 'links', keyName: 'key' });
  return (
    <Fieldset legend="Links" legendSize="s">
      <p className="govuk-hint">{hint}</p>
      {fields.map(({ key }, index) => (
        <fieldset key={key} className="desk-plain-fieldset desk-topic">
          <legend className="govuk-visually-hidden">Link {index + 1}</legend>
          <TextInput
            label="Page"
            autoComplete="off"
            error={errors?.[index]?.title?.message}
            {...register(`links.${index}.title`)}
          />
          <TextInput
            label="Address"
            type="url"
            autoComplete="off"
            error={errors?.[index]?.address?.message}
            {...register(`links.${index}.address`)}
          />
          <Button type="button" kind="secondary" onClick={() => remove(index)}>
            Remove<span className="govuk-visually-hidden"> link {index + 1}</span>
          </Button>
        </fieldset>
      ))}
      {fields.length < mostLinks && (
        <Button
          type="button"
          kind="secondary"
          onClick={() => append({ id: newRecordId(), title: '', address: '' })}
        >
          Add a link
        </Button>
      )}
    </Fieldset>
  );
}
