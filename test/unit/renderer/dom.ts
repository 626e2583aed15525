import { Window } from 'happy-dom';
import { populateGlobal } from 'vitest/runtime';

/**
 * A document without a browser, in the very process of the application: imported before anything that looks for one.
 * Addresses, requests and the like stay Node's own, which the application behind the window needs.
 */
const window = new Window({ url: 'http://127.0.0.1/' });
populateGlobal(globalThis, window, { bindFunctions: true });
