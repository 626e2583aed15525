import type { ComponentProps, KeyboardEvent, ReactNode } from 'react';
import { classes } from './classes.ts';
import { useIdle } from './SendForm.tsx';

/** Without a kind it is the one main button of the page. */
export type ButtonKind = 'secondary' | 'warning' | 'inverse';

export interface ButtonProps extends ComponentProps<'button'> {
  kind?: ButtonKind | undefined;
}

const classOf = (kind: ButtonKind | undefined, className: string | undefined) =>
  classes('govuk-button', kind && `govuk-button--${kind}`, className);

export function Button({ kind, className, type = 'submit', disabled, ...rest }: ButtonProps): ReactNode {
  const idle = useIdle(type);
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled}
      aria-disabled={disabled || idle || undefined}
      className={classOf(kind, className)}
    />
  );
}

export interface ButtonLinkProps extends ComponentProps<'a'> {
  href: string;
  kind?: ButtonKind | undefined;
}

/** A link that looks like a button, for going somewhere that begins a task. The space bar works as on a button. */
export function ButtonLink({ kind, className, children, ...rest }: ButtonLinkProps): ReactNode {
  const onKeyDown = (event: KeyboardEvent<HTMLAnchorElement>) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    event.currentTarget.click();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: it goes somewhere, so it is a link that only looks like a button
    <a {...rest} role="button" draggable={false} className={classOf(kind, className)} onKeyDown={onKeyDown}>
      {children}
    </a>
  );
}

/** Buttons and links that belong together, in one row that wraps. */
export function ButtonGroup({ children }: { children: ReactNode }): ReactNode {
  return <div className="govuk-button-group">{children}</div>;
}
