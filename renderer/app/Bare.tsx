import { type ReactNode, useRef } from 'react';
import { useTitleFromHeading } from './title.ts';

/** The frame of the screens before the office opens: no navigation, nothing of anybody's records. */
export function Bare({ children }: { children: ReactNode }): ReactNode {
  const box = useRef<HTMLElement>(null);
  useTitleFromHeading(box);
  return (
    <>
      <header className="desk-header">
        <span className="desk-header__home">
          <span className="desk-header__product">ICV Desk</span>
        </span>
      </header>
      <div className="desk-body">
        <div className="desk-content">
          <main className="desk-main" id="main" ref={box}>
            {children}
          </main>
        </div>
      </div>
    </>
  );
}
