import type { ReactNode } from 'react';
import { classes } from './classes.ts';

export interface StatusFact {
  text: ReactNode;
  /** Grey is normal, also when offline; attention is for what will not mend itself. */
  tone?: 'done' | 'waiting' | 'attention' | undefined;
}

export interface StatusStripProps {
  /** "Saved on this laptop 14:32" */
  saved: StatusFact;
  /** "Received by the office 18:05", "3 wait to be sent"; nothing where nothing is ever sent. */
  received?: StatusFact | undefined;
  /** What else is always in view. */
  children?: ReactNode;
}

/** Two facts, always in view: what this laptop holds and what the office holds. */
export function StatusStrip({ saved, received, children }: StatusStripProps): ReactNode {
  return (
    <section className="desk-status" aria-label="Saved and sent">
      <Fact {...saved} />
      {received && <Fact {...received} />}
      {children && <div className="desk-status__more">{children}</div>}
    </section>
  );
}

function Fact({ text, tone = 'done' }: StatusFact): ReactNode {
  const mark = { done: '✓', waiting: '…', attention: '!' }[tone];
  return (
    <p className={classes('desk-status__fact', `desk-status__fact--${tone}`)}>
      <span className="desk-status__mark" aria-hidden="true">
        {mark}
      </span>
      {text}
    </p>
  );
}
