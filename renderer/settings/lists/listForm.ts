import { z } from 'zod';

/** A line of a list that records name: it is offered or it is not, and never taken away. */
export type Line = { id: string; text: string; order?: string | undefined; retired?: boolean | undefined };

/** A list as it stands in its boxes. */
export const listForm = (longest: number) =>
  z.object({
    lines: z
      .array(
        z.object({
          id: z.string(),
          text: z
            .string()
            .trim()
            .min(1, 'Enter the words')
            .max(longest, `Enter at most ${longest} characters`),
          offered: z.boolean(),
        }),
      )
      .superRefine((lines, context) => {
        const seen = new Set<string>();
        for (const [i, { text }] of lines.entries()) {
          const key = text.toLowerCase();
          if (key !== '' && seen.has(key))
            context.addIssue({
              code: 'custom',
              path: [i, 'text'],
              message: `“${text}” stands in the list twice`,
            });
          seen.add(key);
        }
      }),
  });
type ListForm = z.infer<ReturnType<typeof listForm>>;

export const toListForm = (lines: readonly Line[] = []): ListForm => ({
  lines: inOrder(lines).map(({ id, text, retired }) => ({ id, text, offered: !retired })),
});

/** The lines as typed. Where their order counts it is a field of each, so that moving one is a change that merges. */
export const fromListForm = ({ lines }: ListForm, ordered: boolean): Line[] =>
  lines.map(({ id, text, offered }, place) => ({
    ...{ id, text: text.trim() },
    ...(ordered && { order: String(place + 1).padStart(3, '0') }),
    ...(!offered && { retired: true }),
  }));

export const inOrder = (lines: readonly Line[]): Line[] =>
  lines.toSorted((a, b) => (a.order ?? '').localeCompare(b.order ?? ''));

/** A list of a record as lines; what its lines say stands under `words` or `name`. */
export const linesOf = <K extends 'name' | 'words'>(
  list: readonly (Omit<Line, 'text'> & Record<K, string>)[],
  key: K,
): Line[] => list.map((one) => ({ id: one.id, text: one[key], order: one.order, retired: one.retired }));

/** The list of the record with its lines as typed; what else is known of a line stays. */
export const withLines = <K extends 'name' | 'words', T extends { id: string } & Record<K, string>>(
  lines: readonly Line[],
  before: readonly T[],
  key: K,
): T[] =>
  lines.map(({ id, text, order, retired }) => {
    const { retired: _, ...known } = (before.find((one) => one.id === id) ?? {}) as { retired?: boolean };
    return {
      ...known,
      id,
      [key]: text,
      ...(order && { order }),
      ...(retired && { retired: true }),
    } as unknown as T;
  });
