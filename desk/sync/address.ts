import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';

const thisComputer = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The address of a hub as it is kept: `https://` is put before what has none. Plain `http://` goes no further than this
 * computer, where a proxy or a trial may stand.
 */
export const hubAddress = (typed: string): Result<string, Failure> => {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  const wrong = (said: string) => fail<Failure>({ tag: 'invalid', problems: [{ path: 'hub', text: said }] });
  if (text === '' || !url || url.username || url.password || url.search || url.hash)
    return wrong('Type the address of the hub as the office gave it, such as https://hub.example.org.');
  if (url.protocol === 'http:' && !thisComputer.has(url.hostname))
    return wrong('The address of the hub begins with https://, so that nobody can read along.');
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return wrong('The address of the hub begins with https://.');
  return ok(url.href.replace(/\/+$/, ''));
};
