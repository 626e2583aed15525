import type { ReactNode } from 'react';
import { SkipLink } from './SkipLink.tsx';

export interface FrameProps {
  product: string;
  /** The office whose scheme this is. */
  office: string;
  homeHref: string;
  /** Who is signed in, lock, help: the right end of the header. */
  tools?: ReactNode;
  /** Practice or invented data, see `FrameBanner`; several may stand together. */
  banner?: ReactNode;
  /** Usually a `NavMenu`. */
  navigation?: ReactNode;
  /** Usually a `StatusStrip`. */
  status?: ReactNode;
  /** A back link, above the page's own content. */
  before?: ReactNode;
  children: ReactNode;
}

/** What stands around every page. It knows no routes and no state: both come in through its slots. */
export function Frame(props: FrameProps): ReactNode {
  const { product, office, homeHref, tools, banner, navigation, status, before, children } = props;
  return (
    <>
      <SkipLink href="#main">Skip to main content</SkipLink>
      <header className="desk-header">
        <a className="desk-header__home" href={homeHref}>
          <span className="desk-header__product">{product}</span>
          <span className="desk-header__office">{office}</span>
        </a>
        {tools && <div className="desk-header__tools">{tools}</div>}
      </header>
      {banner}
      {status}
      <div className="desk-body">
        {navigation}
        <div className="desk-content">
          {before}
          <main className="desk-main" id="main">
            {children}
          </main>
        </div>
      </div>
    </>
  );
}
