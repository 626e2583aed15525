import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What is wrong with a line. Bytes are counted from the beginning of what the hub sends over a connection. */
export type Fault =
  | { kind: 'none' }
  /** Answers come so many bytes at a time, with so many milliseconds between. */
  | { kind: 'slow'; bytes: number; every: number }
  /** Every so manieth connection is broken off at once. */
  | { kind: 'lossy'; every: number }
  /** The hub has the request; what it answers never comes, and nobody hangs up. */
  | { kind: 'half-open' }
  /** Connections are taken and nothing goes anywhere. */
  | { kind: 'black hole' }
  | { kind: 'refused' }
  /** The connection is broken off after so many bytes of the answer. */
  | { kind: 'cut'; at: number }
  /** One byte of the answer is another one. */
  | { kind: 'corrupt'; at: number }
  /** Something else answers in the hub's place: a Wi-Fi sign-in page, say. */
  | { kind: 'impostor'; answer: string };

export type FaultyProxy = {
  readonly port: number;
  /** From now on, for connections that are opened from now on and for those there are. */
  be(fault: Fault): void;
  /** How many connections there were, and how many bytes went through from the hub. */
  seen(): { connections: number; bytes: number };
  close(): Promise<void>;
};

/** A line to a hub on this machine that can be made bad in every way a line is bad. */
export const faultyProxy = async (target: number, host = '127.0.0.1'): Promise<FaultyProxy> => {
  let fault: Fault = { kind: 'none' };
  let connections = 0;
  let bytes = 0;
  const open = new Set<Socket>();
  const kept = (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
    return socket;
  };

  const server = createServer((near) => {
    connections += 1;
    kept(near);
    if (fault.kind === 'refused' || (fault.kind === 'lossy' && connections % fault.every === 0)) {
      near.resetAndDestroy();
      return;
    }
    if (fault.kind === 'black hole') {
      near.resume();
      return;
    }
    if (fault.kind === 'impostor') {
      const { answer } = fault;
      near.once('data', () => near.end(answer));
      return;
    }
    const far = kept(connect(target, host));
    far.on('close', () => near.destroy());
    near.on('close', () => far.destroy());
    near.on('data', (chunk) => {
      if (fault.kind !== 'black hole') far.write(chunk);
    });
    answers(near, far);
  });

  /** Carries what the hub answers, byte for byte, as the line is at that moment. */
  const answers = (near: Socket, far: Socket) => {
    let carried = 0;
    let queue = Promise.resolve();
    far.on('data', (chunk) => {
      queue = queue.then(() => carry(chunk));
    });
    const carry = async (chunk: Buffer) => {
      const from = carried;
      carried += chunk.length;
      bytes += chunk.length;
      if (fault.kind === 'half-open' || fault.kind === 'black hole') return;
      if (fault.kind === 'cut' && carried > fault.at) {
        near.write(chunk.subarray(0, Math.max(0, fault.at - from)), () => near.destroy());
        return;
      }
      if (fault.kind === 'corrupt' && fault.at >= from && fault.at < carried)
        chunk[fault.at - from] = (chunk[fault.at - from] as number) ^ 0xff;
      const { bytes: piece, every: pause } =
        fault.kind === 'slow' ? fault : { bytes: chunk.length, every: 0 };
      for (let at = 0; at < chunk.length && !near.destroyed; ) {
        near.write(chunk.subarray(at, at + piece));
        at += piece;
        if (pause > 0) await new Promise((later) => setTimeout(later, pause));
      }
    };
  };

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    be: (next) => {
      fault = next;
      if (next.kind === 'refused') for (const socket of open) socket.resetAndDestroy();
    },
    seen: () => ({ connections, bytes }),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        for (const socket of open) socket.destroy();
      }),
  };
};
