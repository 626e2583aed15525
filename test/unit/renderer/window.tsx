import './dom.ts';
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect } from 'vitest';
import { App } from '#renderer/app/App.tsx';
import { drafts } from '#renderer/app/drafts.ts';
import { go } from '#renderer/app/place.ts';
import { useSaved } from '#renderer/app/saved.ts';
import type { CallName, Host } from '#shared/contract.ts';
import { slowly } from '#test/slow-answers.ts';

// Passed on from here, where there is a document to look in already.
export { screen, waitFor, within };

// A page is loaded when it is first opened, on a machine that may do much else.
configure({ asyncUtilTimeout: 15_000 });

/** A host that can be cut off: what is asked of it then, or was not made yet, never comes to an answer. */
const mortal = (host: Host) => {
  let alive = true;
  const call = slowly(((name, input) =>
    alive ? host.call(name, input) : new Promise(() => {})) as Host['call']);
  const die = () => {
    alive = false;
  };
  return { host: { ...host, call }, die };
};

/** A laptop with much to do: some calls are made only once they are let go. */
export const heldUp = (host: Host, which: (name: CallName, input: unknown) => boolean) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const call = (async (name, input) => {
    if (which(name, input)) await promise;
    return host.call(name, input);
  }) as Host['call'];
  return { host: { ...host, call }, release: resolve };
};

/** No window outlives its test. */
const opened: { kill(): void }[] = [];
export const closeWindows = (): void => {
  for (const window of opened.splice(0)) window.kill();
};

/** Whether a button, box or choice cannot be used as it now is. */
export const isIdle = (control: Element): boolean =>
  control.closest(':disabled, [aria-disabled=true], [readonly]') !== null;

/** A window on an office, without a browser: the whole interface over the host, at a place. */
export const openWindow = (given: Host, place: string) => {
  const { host, die } = mortal(given);
  go(place, { replace: true });
  const user = userEvent.setup();
  render(<App host={host} />);
  const group = async (name: string | RegExp) => within(await screen.findByRole('group', { name }));
  const field = (name: string | RegExp) => screen.findByLabelText<HTMLInputElement>(name);
  const window = {
    user,
    group,
    field,
    heading: (name: string | RegExp) => screen.findByRole('heading', { level: 1, name }),
    press: async (name: string | RegExp) => {
      const button = await screen.findByRole('button', { name });
      // What it did the last time may still be under way.
      await waitFor(() => expect(isIdle(button)).toBe(false));
      await user.click(button);
    },
    follow: async (name: string | RegExp) => user.click(await screen.findByRole('link', { name })),
    choose: async (question: string | RegExp, answer: string | RegExp) => {
      const choice = (await group(question)).getByLabelText(answer);
      await waitFor(() => expect(isIdle(choice)).toBe(false));
      await user.click(choice);
    },
    type: async (name: string | RegExp, text: string) => {
      const box = await field(name);
      // A form may be closed for a moment while the settings it shows are being read again, or while it is on its way.
      await waitFor(() => expect(isIdle(box)).toBe(false));
      await user.clear(box);
      await user.type(box, text);
    },
    go: (to: string) => go(to),
    /** Waits until everything typed is called saved. */
    saved: () => waitFor(() => expect(document.querySelector('[data-saved=yes]')).not.toBeNull()),
    /** The window is killed: nothing of it says good-bye. */
    kill: () => {
      die();
      drafts.clear();
      cleanup();
      useSaved.setState({ at: null, unsaved: {} });
    },
  };
  opened.push(window);
  return window;
};
