import JSZip from 'jszip';

/** The text of a part of a packed file. */
export const partsOf = async (bytes: Uint8Array): Promise<Map<string, string>> => {
  const { files } = await JSZip.loadAsync(bytes, { checkCRC32: true });
  const parts = Object.values(files).filter(({ name, dir }) => !dir && /\.(?:xml|rels)$/.test(name));
  return new Map(
    await Promise.all(parts.map(async (part) => [part.name, await part.async('string')] as const)),
  );
};
