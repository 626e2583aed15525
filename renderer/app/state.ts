import { create } from 'zustand';
import type { Session } from './session.ts';

/** What the frame knows beside records: how it reaches the application, and what it just said. */
type AppState = {
  /** The application answered the last time it was asked. */
  reached: boolean;
  /** This page's link is used up: only a new one helps. */
  ended: boolean;
  /** The five screens of the first run are open, also after the store they make is. */
  settingUp: boolean;
  /** The person whose pages are kept behind the lock. */
  who: Session | null;
  /** Counts the people at work here one after the other: with a new one, nothing of the last is kept. */
  turn: number;
  /** A short answer to something the person did, such as "Already saved". */
  said: string;
  palette: boolean;
};

export const useApp = create<AppState>(() => ({
  reached: true,
  ended: false,
  settingUp: false,
  who: null,
  turn: 0,
  said: '',
  palette: false,
}));

let forgetting: ReturnType<typeof setTimeout> | undefined;

/** Says something short to eye and ear; it goes away by itself, ten seconds after it was last said. */
export const say = (said: string): void => {
  clearTimeout(forgetting);
  useApp.setState({ said });
  forgetting = setTimeout(() => useApp.setState({ said: '' }), 10_000);
};
