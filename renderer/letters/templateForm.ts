import { z } from 'zod';
import { neededName } from '#renderer/editing/typed.ts';
import { type LetterKind, letterKinds, type Template } from '#shared/records/letter.ts';

/** A template as it stands in its boxes. */
export const templateForm = z.object({
  of: z.enum(letterKinds),
  name: neededName('the name of the template'),
  subject: neededName('the subject'),
  body: z
    .string()
    .max(30_000, 'The words must have at most 30,000 characters')
    .refine((text) => text.trim() !== '', 'Enter the words of the letter'),
  retired: z.boolean(),
});
type TemplateForm = z.infer<typeof templateForm>;

export const toTemplateForm = (
  template: Template | undefined,
  first: LetterKind = 'concern',
): TemplateForm => ({
  of: template?.of ?? first,
  name: template?.name ?? '',
  subject: template?.subject ?? '',
  body: template?.body ?? '',
  retired: template?.retired ?? false,
});

export const fromTemplateForm = (
  { of, name, subject, body, retired }: TemplateForm,
  base: Template | undefined,
  id: string,
): Template => {
  const { retired: _, ...kept } = base ?? {};
  return {
    ...kept,
    id,
    of: base?.of ?? of,
    name: name.trim(),
    subject: subject.trim(),
    body: body.replaceAll('\r\n', '\n'),
    ...(retired && { retired }),
  };
};
