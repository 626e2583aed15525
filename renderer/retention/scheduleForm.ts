import { z } from 'zod';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { given, maybeName, neededName, typedDate } from '#renderer/editing/typed.ts';
import { type CaseKind, caseKinds } from '#shared/records/case-parts.ts';
import {
  type CaseSettingsOf,
  type RetentionClass,
  retentionActions,
  retentionTriggers,
} from '#shared/records/case-settings.ts';
import { parseDate } from '#shared/times.ts';

export const mostClasses = 100;

/** What a class is of, beside the kinds of cases. */
export const besides = ['complaint reviews', 'people without a case'] as const;
const members = [...caseKinds, ...besides] as const;

const isMonths = (text: string) => /^\d{1,4}$/.test(text);
const datesIn = (text: string) => text.split(/[\s,;]+/).filter((one) => one !== '');

/** The schedule as it stands in its boxes. A kind is of one class, or nobody could say how long a case is kept. */
export const scheduleForm = z.object({
  classes: z
    .array(
      z.object({
        id: z.string(),
        name: neededName('the name of the class'),
        of: z.array(z.enum(members)),
        trigger: z.enum(retentionTriggers),
        months: z.string().trim().refine(isMonths, 'The months must be a whole number, such as 24'),
        action: z.enum(retentionActions),
        authority: maybeName('What it rests on'),
        retired: z.boolean(),
      }),
    )
    .superRefine((classes, context) => {
      const standing = classes.map((one) => (one.retired ? [] : one.of));
      for (const [i, own] of standing.entries())
        for (const member of own)
          if (standing.slice(0, i).some((earlier) => earlier.includes(member)))
            context.addIssue({
              code: 'custom',
              path: [i, 'of'],
              message: `Another class above has “${member}” already`,
            });
    }),
  termEnds: z
    .string()
    .refine(
      (text) => datesIn(text).every((one) => parseDate(one) !== undefined),
      'Enter dates such as 8/5/2028, one on each line',
    )
    .refine((text) => datesIn(text).length <= 20, 'Enter at most 20 dates'),
});
export type ScheduleForm = z.infer<typeof scheduleForm>;

export type Schedule = Required<Pick<CaseSettingsOf, 'retention' | 'termEnds'>>;

export const toScheduleForm = (schedule: Schedule | undefined): ScheduleForm => ({
  classes: (schedule?.retention ?? []).map((one) => ({
    id: one.id,
    name: one.name,
    of: [...one.kinds, ...(one.reviews ? [besides[0]] : []), ...(one.people ? [besides[1]] : [])],
    trigger: one.trigger,
    months: String(one.months),
    action: one.action,
    authority: one.authority ?? '',
    retired: one.retired ?? false,
  })),
  termEnds: (schedule?.termEnds ?? []).map(typedDate).join('\n'),
});

const isKind = (member: string): member is CaseKind => (caseKinds as readonly string[]).includes(member);

const classOf = (typed: ScheduleForm['classes'][number]): RetentionClass => {
  const authority = given(typed.authority);
  return {
    id: typed.id,
    name: typed.name.trim(),
    kinds: typed.of.filter(isKind),
    ...(typed.of.includes(besides[0]) && { reviews: true }),
    ...(typed.of.includes(besides[1]) && { people: true }),
    trigger: typed.trigger,
    months: Number(typed.months.trim()),
    action: typed.action,
    ...(authority && { authority }),
    ...(typed.retired && { retired: true }),
  };
};

export const fromScheduleForm = (typed: ScheduleForm): Schedule => ({
  retention: typed.classes.map(classOf),
  termEnds: datesIn(typed.termEnds)
    .flatMap((one) => parseDate(one) ?? [])
    .sort(),
});

export const newClass = (): ScheduleForm['classes'][number] => ({
  id: newRecordId(),
  name: '',
  of: [],
  trigger: 'closure',
  months: '',
  action: 'destroy',
  authority: '',
  retired: false,
});

export const scheduleMembers = members;
