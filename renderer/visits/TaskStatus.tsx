import type { ReactNode } from 'react';
import { Tag } from '#renderer/kit/index.ts';
import type { Section } from '#shared/forms/definition.ts';
import { type SectionStatus, scopeStatus, sectionStatus, shownSections } from '#shared/forms/engine.ts';
import { itemScopes, type Scope, visitScope } from '#shared/forms/scope.ts';
import { detaineesOf, type Visit } from '#shared/records/visit.ts';
import { unreadIn } from './draft/unread.ts';
import type { OpenDraft } from './draft/useVisitDraft.ts';
import { listTasks, type Task } from './tasks.ts';

const statusWords: Record<SectionStatus, ReactNode> = {
  'not started': <Tag colour="grey">Not started</Tag>,
  'in progress': <Tag colour="yellow">In progress</Tag>,
  completed: 'Completed',
};

const putRight = <Tag colour="red">Something to put right</Tag>;

/** How far one detainee or matter is. */
export function ItemStatus({ open, scope }: { open: OpenDraft; scope: Scope }): ReactNode {
  const { report, kept, settings } = open;
  const sections = shownSections(report.form, scope, settings);
  if (unreadIn(sections, scope, kept.draft).length > 0) return putRight;
  return statusWords[scopeStatus(report.form, scope, settings)];
}

/** Whether all that a section asks is counted from the detainees entered: the whole suite is counted by hand only. */
const followsFromDetainees = (section: Section, visit: Visit): boolean =>
  detaineesOf(visit).length > 0 &&
  section.questions.length > 0 &&
  section.questions.every((q) => q.field?.startsWith('counts.splits.'));

/** How far a task is, as it stands beside it: a section by its answers, a list by what is in it. */
export function TaskStatus({ open, task }: { open: OpenDraft; task: Task }): ReactNode {
  const { report, kept, settings } = open;
  const { visit } = kept.draft;
  if (task.section) {
    if (unreadIn([task.section], visitScope(visit), kept.draft).length > 0) return putRight;
    const status = sectionStatus(task.section, visitScope(visit));
    return status === 'not started' && followsFromDetainees(task.section, visit)
      ? 'Follows from the detainees'
      : statusWords[status];
  }
  if (!task.list) return null;
  const items = itemScopes(listTasks[task.list].of, visit);
  const wrong = items.some(
    (scope) => unreadIn(shownSections(report.form, scope, settings), scope, kept.draft).length > 0,
  );
  if (wrong) return putRight;
  if (items.length === 0) return task.list === 'detainees' ? statusWords['not started'] : 'None entered';
  const done = items.filter((scope) => scopeStatus(report.form, scope, settings) === 'completed').length;
  if (done === items.length) return `${items.length} entered, all completed`;
  return <Tag colour="yellow" className="desk-long-tag">{`${items.length} entered, ${done} completed`}</Tag>;
}
