import { useMemo } from 'react';
import { mayCall } from '#renderer/editing/useMay.ts';
import { triedWords } from '#renderer/sync/words.ts';
import { reportInHand } from '#renderer/visits/notes/place.ts';
import { urgentPlace } from '#renderer/visits/urgent/place.ts';
import type { CallName, Host } from '#shared/contract.ts';
import { sentence } from '#shared/errors.ts';
import { drafts } from './drafts.ts';
import { useHost } from './host.tsx';
import { useLock } from './locking.ts';
import { go, split } from './place.ts';
import { casePlaces, clockPlaces, places, returnPlaces, schemePlaces, settingsPlaces } from './places.ts';
import { useSaved } from './saved.ts';
import { say, useApp } from './state.ts';
import { textSizes, useTextSize } from './textSize.ts';

/** A command by name, as menus, shortcuts and the palette know it: `lock`, `print`, `go:/visits`. */
export type Command = { id: string; text: string; keys?: string; needs?: CallName };

/** Every command, in the order of the palette. Each also stands in the menu or at the head of the page. */
export const commands: readonly Command[] = [
  { id: 'start', text: 'Start a visit report' },
  { id: 'practise', text: 'Practise with a report that goes nowhere' },
  { id: 'notes', text: 'Copy from a paper sheet' },
  ...[...places, ...schemePlaces, ...settingsPlaces, ...returnPlaces, ...clockPlaces, ...casePlaces].map(
    ({ path, text, needs }) => ({
      id: `go:${path}`,
      text: `Go to ${text}`,
      ...(needs && { needs }),
    }),
  ),
  { id: 'go:/people/standing', text: 'What runs out: vetting, accreditation, training and reviews' },
  { id: 'go:/people/enquiry', text: 'Add somebody who asks to join' },
  { id: 'go:/people/monitoring', text: 'Equality monitoring: answer the form' },
  { id: 'go:/people/monitoring/totals', text: 'Who we are, in totals' },
  { id: 'go:/sessions/actions', text: 'Open actions of meetings' },
  { id: 'go:/claims/mine', text: 'My hours and claims' },
  { id: 'go:/claims/pay', text: 'Payment of claims' },
  { id: 'go:/quality/pack', text: 'Evidence pack' },
  { id: 'go:/rota/waiting', text: 'What the rota waits for: empty places and exchanges' },
  { id: 'go:/rota/without', text: 'Weeks that passed without a report' },
  { id: 'go:/rota/mine', text: 'My part of the rota: my places, and when I am free' },
  { id: 'go:/concerns/new', text: 'Raise a concern' },
  { id: 'go:/concerns/immediate', text: 'Immediate and serious matters: who was told' },
  { id: 'go:/concerns/said', text: 'You said, they did, we checked: a suite and quarter' },
  {
    id: 'go:/reviews/new',
    text: 'Write down an application for a complaint review',
    needs: 'reviews.start',
  },
  {
    id: 'go:/reviews/pack',
    text: 'Complaint reviews of a quarter for Professional Standards',
    needs: 'packs.force',
  },
  {
    id: 'go:/returns/of/reviews',
    text: 'Publication about complaint reviews: how we performed',
    needs: 'packs.force',
  },
  { id: 'go:/cases/new', text: 'Write down what came in: a new case', needs: 'cases.create' },
  { id: 'go:/cases/risk', text: 'Cases where life or safety may be at stake', needs: 'cases.create' },
  { id: 'go:/cases/openings', text: 'Who opened whose cases', needs: 'cases.openings' },
  { id: 'go:/contacts/duplicates', text: 'People who may be the same', needs: 'contacts.list' },
  { id: 'urgent', text: 'Someone is at risk: whom to ring' },
  { id: 'find', text: 'Find something', keys: '/' },
  { id: 'save', text: 'Save', keys: 'Ctrl+S' },
  { id: 'sync', text: 'Send and receive now' },
  { id: 'go:/sync', text: 'See what waits to be sent' },
  { id: 'go:/sync/conflicts', text: 'Settle different answers to one question' },
  { id: 'go:/sync/connection', text: 'Test the connection to the office' },
  { id: 'go:/sync/rescue', text: 'Rescue file: take everything unsent out, or bring one in' },
  { id: 'go:/visits/out', text: 'See the drafts that visitors still write' },
  { id: 'go:/people/devices', text: 'People and devices: invite, unlock, revoke' },
  { id: 'backUp', text: 'Back up this laptop’s store' },
  ...textSizes.map(({ value, text }) => ({ id: `text:${value}`, text: `Text size: ${text.toLowerCase()}` })),
  { id: 'print', text: 'Print this page', keys: 'Ctrl+P' },
  { id: 'go:/forms/newest/sheet', text: 'Print a paper sheet for the suite' },
  { id: 'go:/forms/newest/blank', text: 'Print the whole form as a blank' },
  { id: 'go:/accessibility', text: 'Read the accessibility statement' },
  { id: 'go:/about', text: 'About ICV Desk' },
  { id: 'lock', text: 'Lock ICV Desk', keys: 'Ctrl+L' },
];

/** The commands that somebody with these roles is offered, as the menu offers its places. */
export const offeredTo = (roles: readonly string[]): Command[] =>
  commands.filter(({ needs }) => !needs || mayCall(roles, needs));

/** The commands that have every word of what was typed, those that begin with it first. */
export const matching = (text: string, all: readonly Command[] = commands): Command[] => {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const found = all.filter((c) => words.every((word) => c.text.toLowerCase().includes(word)));
  const begins = (c: Command) => words.length > 0 && c.text.toLowerCase().startsWith(words[0] as string);
  return [...found.filter(begins), ...found.filter((c) => !begins(c))];
};

/** Nothing needs saving by hand; whoever presses the keys all the same is told so, or what stands in the way. */
const answerSave = async (): Promise<void> => {
  await drafts.flush();
  const waiting = Object.keys(useSaved.getState().unsaved).length > 0;
  say(waiting ? 'Not saved yet. ICV Desk keeps trying.' : 'Everything is already saved on this laptop.');
};

const backUp = async (host: Host): Promise<void> => {
  say('Backing up…');
  const answer = await host.call('store.backUp', {});
  say(answer.ok ? `Backed up to ${answer.value.path}` : sentence(answer.error));
};

const syncNow = async (host: Host): Promise<void> => {
  say('Reaching the office…');
  const answer = await host.call('sync.now', {});
  say(answer.ok ? triedWords(answer.value) : sentence(answer.error));
};

/** Copies a sheet into the report one is filling in; elsewhere a report is begun for it. */
const copySheet = async (start: () => Promise<void>): Promise<void> => {
  const here = () => reportInHand(split(location.hash).path);
  if (!here()) await start();
  const report = here();
  if (report) go(`${report}/notes`);
};

/** Obeys a command, whether it comes from a key, the palette or the menu of the desktop window. */
export function useCommands(start: (practice?: boolean) => Promise<void>): (id: string) => void {
  const host = useHost();
  const lock = useLock();
  const [, setTextSize] = useTextSize();
  return useMemo(
    () => (id) => {
      if (id.startsWith('go:/')) go(id.slice(3));
      else if (id === 'start') void start();
      else if (id === 'practise') void start(true);
      else if (id === 'notes') void copySheet(start);
      else if (id === 'urgent') go(urgentPlace(split(location.hash).path));
      else if (id === 'find') document.getElementById('find')?.focus();
      else if (id === 'save') void answerSave();
      else if (id === 'print') window.print();
      else if (id === 'lock') void lock();
      else if (id === 'backUp') void backUp(host);
      else if (id === 'sync') void syncNow(host);
      else if (textSizes.some(({ value }) => id === `text:${value}`)) setTextSize(id.slice('text:'.length));
      else if (id === 'palette') useApp.setState({ palette: true });
    },
    [host, lock, setTextSize, start],
  );
}
