import type { Form, Section } from '#shared/forms/definition.ts';
import { shownSections } from '#shared/forms/engine.ts';
import { type FormSettings, itemScope, itemScopes, visitScope } from '#shared/forms/scope.ts';
import type { Visit } from '#shared/records/visit.ts';

/** The lists of a report that are tasks of their own, by the last part of their address. */
export const listTasks = {
  detainees: { of: 'detainee', title: 'Detainees' },
  matters: { of: 'matter', title: 'Raised on the day' },
} as const;
export type ListTask = keyof typeof listTasks;

/** One thing of the list of sections: a section about the visit as a whole, or one of its lists. */
export type Task = { id: string; title: string; section?: Section; list?: ListTask };

/** Whether a list is asked for: its sections show for an item of it, or there are items already. */
const isAsked = (list: ListTask, form: Form, visit: Visit, settings: FormSettings): boolean => {
  const { of } = listTasks[list];
  return (
    itemScopes(of, visit).length > 0 || shownSections(form, itemScope(of, visit, ''), settings).length > 0
  );
};

/** What there is to do for a report, in the order of its form: a list stands where its first section does. */
export const tasksOf = (form: Form, visit: Visit, settings: FormSettings): Task[] => {
  const shown = shownSections(form, visitScope(visit), settings);
  const tasks = form.sections.flatMap((s): Task[] => {
    const list = (Object.keys(listTasks) as ListTask[]).find((key) => listTasks[key].of === s.of);
    if (list) return isAsked(list, form, visit, settings) ? [{ id: list, ...listTasks[list], list }] : [];
    const section = shown.find(({ id }) => id === s.id);
    return section ? [{ id: s.id, title: s.title, section }] : [];
  });
  return tasks.filter((task, i) => tasks.findIndex(({ id }) => id === task.id) === i);
};

/** The address of what follows a task; after the last one, of the list of tasks itself. */
export const taskAfter = (tasks: readonly Task[], id: string, base: string): string => {
  const following = tasks[tasks.findIndex((task) => task.id === id) + 1];
  return following ? `${base}/${following.id}` : base;
};
