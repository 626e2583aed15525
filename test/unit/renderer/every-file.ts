import './dom.ts';
import { afterAll, afterEach, vi } from 'vitest';
import { useApp } from '#renderer/app/state.ts';
import { useImporting } from '#renderer/imports/importing.ts';
import { useTurned } from '#renderer/listing/pages.ts';
import { useDiscarded } from '#renderer/visits/discarded.ts';
import { closeWindows } from './window.tsx';

/*
 * Read before every file of tests with a window. Many files share one process and the interface that is loaded in it:
 * no window outlives its test, and nothing of what a window remembers outlives its file.
 */
afterEach(closeWindows);
afterAll(() => {
  vi.restoreAllMocks();
  useApp.setState(useApp.getInitialState(), true);
  useDiscarded.setState(useDiscarded.getInitialState(), true);
  useImporting.setState(useImporting.getInitialState(), true);
  useTurned.setState(useTurned.getInitialState(), true);
});
