import { createRequire } from 'node:module';
import { answering } from '../sync/processes.ts';

const require = createRequire(import.meta.url);

/** Of a few that were tried the fastest for documents of this length. */
const replicating = { batch_size: 1_000, batches_limit: 10 };

type Replication = { ok: boolean; docs_written: number };
type Pouch = {
  bulkDocs(documents: unknown[]): Promise<unknown>;
  replicate: {
    to(url: string, options: object): Promise<Replication>;
    from(url: string, options: object): Promise<Replication>;
  };
  info(): Promise<{ doc_count: number }>;
  close(): Promise<void>;
};
let pouch: Pouch;

const timed = async (work: () => Promise<Replication>): Promise<number> => {
  const began = performance.now();
  const { ok, docs_written } = await work();
  if (!ok || docs_written === 0) throw new Error('PouchDB replicated nothing');
  return (performance.now() - began) / 1000;
};

/** A laptop with PouchDB. */
answering({
  open: (folder: string) => {
    const PouchDB = require('pouchdb');
    pouch = new PouchDB(folder);
  },
  fill: async (documents: { id: string }[]) => {
    await pouch.bulkDocs(documents.map(({ id, ...rest }) => ({ _id: id, ...rest })));
  },
  push: (url: string) => timed(() => pouch.replicate.to(url, replicating)),
  pull: (url: string) => timed(() => pouch.replicate.from(url, replicating)),
  count: async () => (await pouch.info()).doc_count,
});
