import type { MouseEventHandler, ReactNode } from 'react';
import { classes } from './classes.ts';

/** Either goes somewhere (`href`) or does something (`onClick`). */
export interface Act {
  href?: string | undefined;
  onClick?: MouseEventHandler<HTMLElement> | undefined;
}

interface LinkOrButtonProps extends Act {
  className?: string | undefined;
  rel?: string | undefined;
  'aria-describedby'?: string | undefined;
  children: ReactNode;
}

/** A link where there is somewhere to go, otherwise a button that looks like one: what it is called is what it does. */
export function LinkOrButton({ href, className, rel, ...rest }: LinkOrButtonProps): ReactNode {
  if (href !== undefined) {
    return <a {...rest} href={href} rel={rel} className={className} />;
  }
  return <button {...rest} type="button" className={classes('desk-link-button', className)} />;
}

/** One thing to do with a row or a card. `hiddenText` says with which, for those who hear the links one by one. */
export interface Action extends Act {
  text: ReactNode;
  hiddenText?: string | undefined;
}

interface ActionLinkProps {
  action: Action;
  cardTitle: ReactNode;
}

export function ActionLink({ action, cardTitle }: ActionLinkProps): ReactNode {
  const { text, hiddenText, href, onClick } = action;
  return (
    <LinkOrButton className="govuk-link" href={href} onClick={onClick}>
      {text}
      {(hiddenText || cardTitle) && (
        <span className="govuk-visually-hidden">
          {hiddenText && ` ${hiddenText}`}
          {cardTitle && <> ({cardTitle})</>}
        </span>
      )}
    </LinkOrButton>
  );
}

/** A key for an action among its neighbours, which differ in where they go or in what they say. */
export function actionKey(action: Action, index: number): string {
  return `${index} ${action.href ?? ''}`;
}
