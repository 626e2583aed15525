import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Sources } from '#shared/ids.ts';

/** Who may come in by HTTP: one-time links become sessions, and every tab of a session has a secret of its own. */
export type Door = {
  readonly cookieName: string;
  /** A new one-time token for a link. The oldest unused one is given up when there are too many. */
  token(): string;
  /** What a link's token is worth: the value of a new session's cookie, or why there is none. */
  open(token: string): { session: string } | 'used' | 'tooMany';
  /** The session that a cookie header names, if it is one of ours. */
  session(cookies: string | undefined): string | undefined;
  /** A fresh secret for one tab of this session. */
  tab(session: string): string;
  isTab(session: string, secret: string): boolean;
};

const unusedLinks = 8;
const openSessions = 32;
const badTokens = 20;
const minute = 60_000;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares digests, so that neither the time nor the length tells how much of a guess was right. */
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

const keepNewest = (list: string[], most: number) => list.splice(0, Math.max(0, list.length - most));

const sign = (session: string, nonce: string) =>
  createHmac('sha256', session).update(nonce).digest('base64url');

export const createDoor = (sources: Sources): Door => {
  const secret = () => Buffer.from(sources.random(32)).toString('base64url');
  // Cookies are shared by all ports of an address: a name of our own keeps two running copies apart.
  const cookieName = `icv_${Buffer.from(sources.random(8)).toString('hex')}`;
  const links: string[] = [];
  const sessions: string[] = [];
  let bad: number[] = [];

  return {
    cookieName,
    token() {
      const token = secret();
      links.push(token);
      keepNewest(links, unusedLinks);
      return token;
    },
    open(token) {
      bad = bad.filter((at) => at > sources.now() - minute);
      if (bad.length >= badTokens) return 'tooMany';
      const found = links.findIndex((link) => same(link, token));
      if (found < 0) {
        bad.push(sources.now());
        return 'used';
      }
      links.splice(found, 1);
      const session = secret();
      sessions.push(session);
      keepNewest(sessions, openSessions);
      return { session };
    },
    session(cookies) {
      const value = cookies
        ?.split(';')
        .map((pair) => pair.trim())
        .find((pair) => pair.startsWith(`${cookieName}=`))
        ?.slice(cookieName.length + 1);
      return value === undefined ? undefined : sessions.find((session) => same(session, value));
    },
    // Signed, not stored: a tab that stays open for weeks is never forgotten, and reloading costs no memory.
    tab(session) {
      const nonce = secret();
      return `${nonce}.${sign(session, nonce)}`;
    },
    isTab(session, given) {
      const [nonce = '', signature = ''] = given.split('.');
      return same(signature, sign(session, nonce));
    },
  };
};
