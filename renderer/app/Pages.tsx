import { Component, type ReactNode, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { ButtonLink, PageHeading } from '#renderer/kit/index.ts';
import { Failed, Waiting } from './Failed.tsx';
import { routes } from './routes.tsx';

/** The page of the place one is at. Each place is a page of its own, so focus goes to its heading. */
export function Pages({ path }: { path: string }): ReactNode {
  return (
    <Mishap key={path}>
      <Suspense fallback={<Waiting what="Opening…" />}>
        <Switch>
          {routes.map(([at, Page]) => (
            <Route key={at} path={at}>
              <Page />
            </Route>
          ))}
          <Route>
            <PageHeading>There is no such page</PageHeading>
            <p className="govuk-body">The address may be from an older version of ICV Desk.</p>
            <ButtonLink href="#/">Go to Home</ButtonLink>
          </Route>
        </Switch>
      </Suspense>
    </Mishap>
  );
}

/** A page that breaks shows that it did, and leaves the frame and every other page working. */
class Mishap extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError = () => ({ broken: true });

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <>
        <PageHeading>This page could not be shown</PageHeading>
        <Failed failure={{ tag: 'unexpected', reference: 'page' }} />
        <ButtonLink href="#/">Go to Home</ButtonLink>
      </>
    );
  }
}
