import { zodResolver } from '@hookform/resolvers/zod';
import type { ReactNode } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import {
  Button,
  Checkboxes,
  Details,
  ErrorSummary,
  FileUpload,
  InsetText,
  Radios,
} from '#renderer/kit/index.ts';
import { type ImportKind, importKinds } from '#shared/import-views.ts';
import { ColumnsTable } from './ColumnsTable.tsx';
import { importNames } from './columns.ts';
import type { Chosen } from './importing.ts';

const chosenFile = 'Choose the file to import';
const schema = z.object({
  kind: z.enum(importKinds, 'Choose what the file holds'),
  file: z
    .custom<FileList>((list) => list instanceof FileList && list.length === 1, chosenFile)
    .refine((list) => list[0]?.size !== 0, 'The file is empty. Choose another one'),
  create: z.boolean(),
});

interface ChooseFileProps {
  stopped: boolean;
  onChoose: (chosen: Chosen) => void;
}

/** What kind of file, which file, and what to do with names that are not known. */
export function ChooseFile({ stopped, onChoose }: ChooseFileProps): ReactNode {
  const { register, handleSubmit, formState, control } = useForm({
    resolver: zodResolver(schema),
    shouldFocusError: false,
    defaultValues: { create: false },
  });
  const kind = useWatch({ control, name: 'kind' }) as ImportKind | null | undefined;
  const { errors, submitCount } = formState;
  const wrong = (['kind', 'file'] as const).flatMap((id) => {
    const text = errors[id]?.message;
    return typeof text === 'string' ? [{ id, text }] : [];
  });
  const textOf = (id: 'kind' | 'file') => wrong.find((one) => one.id === id)?.text;
  return (
    <form
      noValidate
      onSubmit={handleSubmit(({ kind: what, file, create }) => {
        const [first] = file;
        if (first) onChoose({ kind: what, file: first, create });
      })}
    >
      {wrong.length > 0 && <ErrorSummary key={submitCount} errors={wrong} />}
      {stopped && <InsetText>Stopped. Nothing was imported.</InsetText>}
      <Radios
        legend="What does the file hold?"
        legendSize="s"
        error={textOf('kind')}
        items={importKinds.map((value) => ({ value, text: importNames[value] }))}
        {...register('kind')}
      />
      {kind && (
        <Details summary={`Columns of a file of ${importNames[kind].toLowerCase()}`}>
          <ColumnsTable kind={kind} />
        </Details>
      )}
      <FileUpload
        label="File"
        labelSize="s"
        hint="A CSV file with the names of its columns in the first row. You see what it would change before anything is imported."
        accept=".csv,text/csv"
        error={textOf('file')}
        {...register('file')}
      />
      <Checkboxes
        items={[
          {
            text: 'Make suites and panels that are not known yet',
            hint: 'Without this, a name that is not known is listed as a problem.',
          },
        ]}
        {...register('create')}
      />
      <Button>Read the file</Button>
    </form>
  );
}
