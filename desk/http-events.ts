import type { FastifyReply } from 'fastify';
import type { Desk } from './desk.ts';
import { securityHeaders } from './http-answers.ts';

/**
 * A browser opens six connections to one address for all its tabs together. Streams stay open, so a session may
 * hold no more than leave room for calls; a tab beyond that does without, and sees changes when it next asks.
 */
const streamsPerSession = 4;
const keepAlive = 15_000;

export type Events = { stream(session: string, reply: FastifyReply): boolean };

/** Tells open interfaces what changes: one JSON event on each line, an empty line now and then. */
export const createEvents = (desk: Desk): Events => {
  const open = new Map<string, number>();
  const count = (session: string, by: number) => open.set(session, (open.get(session) ?? 0) + by);

  return {
    stream(session, reply) {
      if ((open.get(session) ?? 0) >= streamsPerSession) return false;
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, { ...securityHeaders, 'content-type': 'application/x-ndjson; charset=utf-8' });
      raw.write('\n');
      const stop = desk.listen((event) => raw.write(`${JSON.stringify(event)}\n`));
      const beat = setInterval(() => raw.write('\n'), keepAlive);
      count(session, 1);
      raw.once('close', () => {
        stop();
        clearInterval(beat);
        count(session, -1);
      });
      return true;
    },
  };
};
