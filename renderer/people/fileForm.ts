import { z } from 'zod';
import { given, maybeName } from '#renderer/editing/typed.ts';
import type { PersonFile } from '#shared/records/person-file.ts';

/** What of somebody's file is written again and again, as it stands in its boxes. */
export const fileForm = z.object({ heard: maybeName('How they heard'), notes: z.string() });
type FileForm = z.infer<typeof fileForm>;

export const fileFieldNames = { heard: 'How they heard of the scheme', notes: 'Notes' };

export const toFileForm = (file: PersonFile | undefined): FileForm => ({
  heard: file?.heard ?? '',
  notes: file?.notes ?? '',
});

export const fromFileForm = ({ heard, notes }: FileForm, base: PersonFile): PersonFile => ({
  ...base,
  heard: given(heard),
  notes: given(notes),
});
