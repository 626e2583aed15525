import { pack, packings } from '#db/packing.ts';

/** Bytes of pages kept at most: a page of 500 reports is about 100 kB packed. */
const mostBytes = 32_000_000;

/** A reply that has been written already, and packed in the best way. */
export type Packed = { packed: Buffer };
export const isPacked = (reply: object): reply is Packed => 'packed' in reply;

type Kept = { page: Promise<Packed>; bytes: number };

/**
 * Pages that all who hold the same keys read: written and packed once, also where many ask at the same moment. A
 * page's name says all that it depends on, so that none is ever out of date; what is not asked for any more is dropped.
 */
export const createPageCache = (told: { page(how: 'built' | 'cached'): void }) => {
  const pages = new Map<string, Kept>();
  let bytes = 0;

  const keep = (name: string, kept: Kept) => {
    pages.set(name, kept);
    bytes += kept.bytes;
    for (const [oldest, { bytes: freed }] of pages) {
      if (bytes <= mostBytes) break;
      pages.delete(oldest);
      bytes -= freed;
    }
  };
  const drop = (name: string) => {
    bytes -= pages.get(name)?.bytes ?? 0;
    pages.delete(name);
  };

  return {
    get(name: string): Promise<Packed> | undefined {
      const known = pages.get(name);
      if (!known) return undefined;
      pages.delete(name);
      pages.set(name, known);
      told.page('cached');
      return known.page;
    },
    /**
     * Makes a page that is not kept yet. Whoever asks for `name` meanwhile waits for it; then it is kept under the
     * name that `make` gives with it.
     */
    make(name: string, make: () => Promise<{ name: string; reply: object }>): Promise<Packed> {
      told.page('built');
      const page = make().then(async (made) => {
        const packed = await pack(packings[0], JSON.stringify(made.reply));
        drop(name);
        keep(made.name, { page: Promise.resolve({ packed }), bytes: packed.length + made.name.length });
        return { packed };
      });
      page.catch(() => drop(name));
      pages.set(name, { page, bytes: 0 });
      return page;
    },
  };
};
export type PageCache = ReturnType<typeof createPageCache>;
