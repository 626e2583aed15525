import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import type { Act } from './LinkOrButton.tsx';
import { LinkOrButton } from './LinkOrButton.tsx';

export interface Task extends Act {
  title: ReactNode;
  hint?: ReactNode;
  /** Plain words when there is nothing left to do, a Tag when there is. */
  status: ReactNode;
  cannotStart?: boolean | undefined;
  className?: string | undefined;
}

export interface TaskListProps extends ComponentProps<'ul'> {
  items: readonly (Task | false | null | undefined)[];
  /** Needed only where two task lists stand on one page. */
  idPrefix?: string | undefined;
}

export function TaskList({ items, idPrefix = 'task-list', className, ...rest }: TaskListProps): ReactNode {
  return (
    <ul {...rest} className={classes('govuk-task-list', className)}>
      {items.map((task, index) => {
        const id = `${idPrefix}-${index + 1}`;
        return task && <TaskItem key={id} task={task} id={id} />;
      })}
    </ul>
  );
}

function TaskItem({ task, id }: { task: Task; id: string }): ReactNode {
  const { title, hint, status, cannotStart, className, href, onClick } = task;
  const opens = href !== undefined || onClick !== undefined;
  return (
    <li className={classes('govuk-task-list__item', opens && 'govuk-task-list__item--with-link', className)}>
      <div className="govuk-task-list__name-and-hint">
        {opens ? (
          <LinkOrButton
            className="govuk-link govuk-task-list__link"
            href={href}
            onClick={onClick}
            aria-describedby={hint ? `${id}-hint ${id}-status` : `${id}-status`}
          >
            {title}
          </LinkOrButton>
        ) : (
          <div>{title}</div>
        )}
        {hint && (
          <div id={`${id}-hint`} className="govuk-task-list__hint">
            {hint}
          </div>
        )}
      </div>
      <div
        className={classes(
          'govuk-task-list__status',
          cannotStart && 'govuk-task-list__status--cannot-start-yet',
        )}
        id={`${id}-status`}
      >
        {status}
      </div>
    </li>
  );
}
