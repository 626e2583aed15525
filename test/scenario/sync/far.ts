import type { Message, MessageName, Reply } from '#shared/sync/wire.ts';
import type { Answered, FarEnd } from '#test/simulate/network.ts';

type Changed = { [N in MessageName]?: (reply: Reply<N>, input: Message<N>) => Reply<N> };

/** A hub that answers as another version of it would, or a faulty one: some of its replies are not what it meant. */
export const answering = (hub: FarEnd, changed: Changed): FarEnd => ({
  ask: async <N extends MessageName>(...[name, input, caller]: Parameters<typeof hub.ask<N>>) => {
    const answer = await hub.ask(name, input, caller);
    const change = changed[name] as ((reply: Reply<N>, input: Message<N>) => Reply<N>) | undefined;
    return (answer.ok && change ? { ok: true, value: change(answer.value, input) } : answer) as Answered<N>;
  },
});
