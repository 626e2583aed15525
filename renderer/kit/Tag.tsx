import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';

export type TagColour = 'grey' | 'green' | 'teal' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow';

export interface TagProps extends ComponentProps<'strong'> {
  colour?: TagColour | undefined;
}

/** A status in a word or two. Its colour never says anything its words do not. */
export function Tag({ colour, className, ...rest }: TagProps): ReactNode {
  return <strong {...rest} className={classes('govuk-tag', colour && `govuk-tag--${colour}`, className)} />;
}
