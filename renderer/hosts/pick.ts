import type { Host } from '#shared/contract.ts';
import { browserHost } from './browser.ts';
import { electronHost } from './electron.ts';
import type { HostSignals } from './signals.ts';

/** The host of the window this page was opened in: the desktop application's, else the page's own server. */
export function pickHost(signals: HostSignals): Host {
  if (window.icvHost) return electronHost(window.icvHost);
  const secret = document.querySelector<HTMLMetaElement>('meta[name="icv-tab"]')?.content ?? '';
  return browserHost(secret, signals);
}
