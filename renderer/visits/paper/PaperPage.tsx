import type { ReactNode } from 'react';
import { BackLink, Button, ButtonGroup } from '#renderer/kit/index.ts';

type PaperPageProps = { back: { href: string; text: string }; actions?: ReactNode; children: ReactNode };

/** A page that is there to be printed: the way back and what can be done with it stand above, on the screen only. */
export function PaperPage({ back, actions, children }: PaperPageProps): ReactNode {
  return (
    <>
      <BackLink href={back.href}>{back.text}</BackLink>
      <ButtonGroup>
        <Button type="button" onClick={() => window.print()}>
          Print
        </Button>
        {actions}
      </ButtonGroup>
      {children}
    </>
  );
}
