import type { ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { BackLink, Button, Fieldset, PageHeading, Textarea, TextInput } from '#renderer/kit/index.ts';
import { ok } from '#shared/result.ts';
import { reviewSections } from '#shared/returns/sections.ts';
import { applyPatch } from '#shared/sync/patch.ts';
import {
  fromPublishedForm,
  mostLinks,
  type PublishedWords,
  publishedFieldNames,
  publishedForm,
  toPublishedForm,
} from './wordsForm.ts';

/** The office's own words in what is published of a period. */
export function WordsPage(): ReactNode {
  const { period = '' } = useParams();
  const found = useRead('packs.publication', { period });
  return (
    <>
      <BackLink href={`#/reviews/publication/${encodeURIComponent(period)}`}>Publication</BackLink>
      <PageHeading caption={found.data?.result.period.label}>Words and links</PageHeading>
      <Failed failure={found.error} />
      {!found.data && !found.error && <Waiting />}
      {found.data && <Words key={period} period={period} words={found.data.words} />}
    </>
  );
}

function Words({ period, words }: { period: string; words: PublishedWords }): ReactNode {
  const host = useHost();
  const save = useWrite('packs.write');
  const edited = useEdited({
    name: `published words ${period}`,
    record: words,
    schema: publishedForm,
    toForm: toPublishedForm,
    fromForm: fromPublishedForm,
    save: (patch) => save.run({ period, words: applyPatch(words, patch).document }),
    reload: async () => {
      const now = await host.call('packs.publication', { period });
      return now.ok ? ok(now.value.words) : now;
    },
    onSaved: () => go(`/reviews/publication/${period}`),
  });
  const { register, control, formState } = edited.form;
  const { fields, append, remove } = useFieldArray({ control, name: 'links', keyName: 'key' });
  const errors = formState.errors.links;
  return (
    <EditForm
      edited={edited}
      call="packs.write"
      label="Words and links"
      save="Save the words and links"
      fieldNames={publishedFieldNames}
    >
      <Fieldset legend="Complaints about the police force" legendSize="s">
        <p className="govuk-hint">
          The pages of the IOPC with the latest figures of the force, and its statement on them. Links of the
          period before stand here already.
        </p>
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
      {reviewSections.map(({ id, title, hint }) => (
        <Textarea
          key={id}
          label={title}
          hint={hint}
          rows={6}
          error={formState.errors.sections?.[id]?.message}
          {...register(`sections.${id}`)}
        />
      ))}
    </EditForm>
  );
}
