import { z } from 'zod';
import { given, maybeName, neededName } from '#renderer/editing/typed.ts';
import type { Input } from '#shared/contract.ts';
import { words } from '#shared/records/common.ts';
import { type ReturnRhythm, returnRhythms } from '#shared/records/named-return.ts';
import { type AnyDimension, anyDimensions, type ReturnKind, returnKinds } from '#shared/views.ts';

type Definition = Input<'returns.define'>;

/**
 * What a return consists of, as it is changed here. Its sections have names and no ids, because lists of things with
 * ids are merged one by one, and of these the order counts.
 */
export type Defined = Omit<Definition, 'sections'> & {
  sections: readonly { name: string; title: string; hint?: string | undefined }[];
};

export const toDefined = ({ sections, ...rest }: Definition): Defined => ({
  ...rest,
  sections: sections.map(({ id, title, hint }) => ({ name: id, title, ...(hint && { hint }) })),
});

export const fromDefined = ({ sections, ...rest }: Defined): Definition => ({
  ...rest,
  sections: sections.map(({ name, title, hint }) => ({ id: name, title, ...(hint && { hint }) })),
});

/** Everything there is, or what is chosen, in its order. */
const choice = (what: string) =>
  z
    .object({ way: z.enum(['all', 'chosen']), chosen: z.array(z.string()) })
    .refine(({ way, chosen }) => way === 'all' || chosen.length > 0, `Choose at least one ${what}, or all`);
export type Chosen = z.infer<ReturnType<typeof choice>>;

export const definitionForm = z.object({
  name: neededName('what the return is called'),
  of: z.enum(returnKinds),
  to: maybeName('To whom it is given'),
  every: z.enum(returnRhythms),
  dueAfter: z
    .string()
    .trim()
    .refine(
      (text) => text === '' || (/^\d{1,3}$/.test(text) && Number(text) <= 366),
      'Days must be a whole number up to 366, or blank',
    ),
  prepares: z.string(),
  measures: choice('figure'),
  tables: choice('table'),
  charts: choice('chart'),
  splits: z.array(z.enum(anyDimensions)),
  sections: z
    .array(z.object({ name: z.string(), title: neededName('what the section is called'), hint: words }))
    .max(50, 'A return has at most 50 sections'),
  basis: words,
  fiveYears: z.boolean(),
  months: z.boolean(),
  keepsBack: z.boolean(),
});
export type DefinitionForm = z.infer<typeof definitionForm>;

const chosenOf = (ids: readonly string[] | undefined): Chosen => ({
  way: ids ? 'chosen' : 'all',
  chosen: [...(ids ?? [])],
});

export const toDefinitionForm = (d: Defined | undefined, kind: ReturnKind): DefinitionForm => ({
  name: d?.name ?? '',
  of: d?.of ?? kind,
  to: d?.to ?? '',
  every: d?.every ?? ('quarter' satisfies ReturnRhythm),
  dueAfter: d?.dueAfter === undefined ? '' : String(d.dueAfter),
  prepares: d?.prepares ?? '',
  measures: chosenOf(d?.measures),
  tables: chosenOf(d?.tables),
  charts: chosenOf(d?.charts),
  splits: [...(d?.splits ?? [])],
  sections: (d?.sections ?? []).map(({ name, title, hint = '' }) => ({ name, title, hint })),
  basis: d?.basis ?? '',
  fiveYears: d?.fiveYears ?? false,
  months: d?.months ?? false,
  keepsBack: d?.keepsBack ?? true,
});

const listOf = <K extends string>(key: K, { way, chosen }: Chosen) =>
  (way === 'all' ? {} : { [key]: chosen }) as { [P in K]?: string[] };

/** What was typed as a definition; what is blank is absent, and what is not asked here stays. */
export const fromDefinitionForm = (f: DefinitionForm, base: Defined | undefined, key: string): Defined => {
  const { retired } = base ?? {};
  const [to, basis, prepares] = [given(f.to), given(f.basis), given(f.prepares)];
  return {
    key: base?.key ?? key,
    name: f.name.trim(),
    of: f.of,
    every: f.every,
    splits: f.splits as AnyDimension[],
    fiveYears: f.fiveYears,
    keepsBack: f.keepsBack,
    sections: f.sections.map(({ name, title, hint }) => {
      const said = given(hint);
      return { name, title: title.trim(), ...(said && { hint: said }) };
    }),
    ...(f.months && { months: true }),
    ...listOf('measures', f.measures),
    ...listOf('tables', f.tables),
    ...listOf('charts', f.charts),
    ...(to && { to }),
    ...(basis && { basis }),
    ...(prepares && { prepares }),
    ...(f.dueAfter.trim() !== '' && { dueAfter: Number(f.dueAfter) }),
    ...(retired && { retired }),
  };
};
