import { z } from 'zod';
import { neededName } from '#renderer/editing/typed.ts';
import type { AllegationCategory } from '#shared/reviews/allegations.ts';

export const mostCategories = 100;
const mostWithin = 50;

const linesIn = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

/** The table of allegation categories as it stands in its boxes: subcategories one on each line. */
export const categoriesForm = z.object({
  categories: z
    .array(
      z.object({
        name: neededName('the name of the category'),
        letter: z.string().trim().max(5, 'The letter must have at most 5 characters'),
        subcategories: z
          .string()
          .refine((text) => linesIn(text).length <= mostWithin, `Enter at most ${mostWithin} subcategories`)
          .refine(
            (text) => linesIn(text).every((line) => line.length <= 200),
            'A subcategory must have at most 200 characters',
          ),
        offered: z.boolean(),
      }),
    )
    .superRefine((categories, context) => {
      const names = categories.map(({ name }) => name.toLowerCase());
      for (const [i, name] of names.entries())
        if (name !== '' && names.indexOf(name) < i)
          context.addIssue({
            code: 'custom',
            path: [i, 'name'],
            message: 'This category stands in the table twice',
          });
    }),
});
type CategoriesForm = z.infer<typeof categoriesForm>;

export const toCategoriesForm = (table: readonly AllegationCategory[] = []): CategoriesForm => ({
  categories: table.map(({ name, letter = '', subcategories, retired }) => ({
    ...{ name, letter, offered: !retired },
    subcategories: subcategories.join('\n'),
  })),
});

export const fromCategoriesForm = ({ categories }: CategoriesForm): AllegationCategory[] =>
  categories.map(({ name, letter, subcategories, offered }) => ({
    name: name.trim(),
    ...(letter.trim() && { letter: letter.trim() }),
    subcategories: linesIn(subcategories),
    ...(!offered && { retired: true }),
  }));
