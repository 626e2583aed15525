import './dom.ts';
import { cleanup, configure, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { App } from '#renderer/app/App.tsx';
import { drafts } from '#renderer/app/drafts.ts';
import { go } from '#renderer/app/place.ts';
import type { Host } from '#shared/contract.ts';

// A page is loaded when it is first opened, on a machine that may do much else.
configure({ asyncUtilTimeout: 15_000 });

/** A window on an office, without a browser: the whole interface over the host, at a place. */
export const openWindow = async (host: Host, place: string) => {
  go(place, { replace: true });
  const user = userEvent.setup();
  render(<App host={host} />);
  const group = (name: string | RegExp) => within(screen.getByRole('group', { name }));
  return {
    user,
    group,
    heading: (name: string | RegExp) => screen.findByRole('heading', { level: 1, name }),
    field: (name: string | RegExp) => screen.getByLabelText<HTMLInputElement>(name),
    press: async (name: string | RegExp) => user.click(await screen.findByRole('button', { name })),
    follow: async (name: string | RegExp) => user.click(await screen.findByRole('link', { name })),
    choose: async (question: string | RegExp, answer: string | RegExp) =>
      user.click(group(question).getByLabelText(answer)),
    /** The window is killed: nothing of it says good-bye. */
    kill: () => {
      drafts.clear();
      cleanup();
    },
  };
};
