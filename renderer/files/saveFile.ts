type SavedFile = { readonly name: string; readonly mime: string; readonly parts: readonly BlobPart[] };

/** How long the address of a file stays good after the browser was told to save it. */
const kept = 60_000;

/** Hands a file to the person, where their browser or desktop puts what they save. */
export const saveFile = ({ name, mime, parts }: SavedFile): void => {
  const address = URL.createObjectURL(new Blob([...parts], { type: mime }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), kept);
};
