import type { ReactNode } from 'react';

export interface FrameBannerProps {
  /** Practice: nothing leaves this laptop. Invented: the people and visits shown do not exist. */
  kind: 'practice' | 'invented';
  children: ReactNode;
}

const titles = { practice: 'Practice', invented: 'Invented data' };

/** A line under the header of every page, so that nobody takes practice for work. */
export function FrameBanner({ kind, children }: FrameBannerProps): ReactNode {
  return (
    <section className={`desk-banner desk-banner--${kind}`} aria-label={titles[kind]}>
      <strong className="desk-banner__title">{titles[kind]}</strong> <span>{children}</span>
    </section>
  );
}
