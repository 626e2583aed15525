import { useEffect, useRef } from 'react';

/** Where letters are typed, or files taken, by the control itself. */
const takesItself = (target: EventTarget | null, files: boolean): boolean =>
  target instanceof Element &&
  target.closest(files ? 'input[type=file]:enabled' : 'input:not([type=file]), textarea, select') !== null;

/** Files that were dropped or pasted; words alone are a file of words, as a mail program copies them. */
const handedIn = (data: DataTransfer | null, target: EventTarget | null): File[] => {
  const files = [...(data?.files ?? [])];
  if (files.length > 0) return takesItself(target, true) ? [] : files;
  const words = data?.getData('text/plain') ?? '';
  if (words.trim() === '' || takesItself(target, false)) return [];
  return [new File([words], 'Pasted words.txt', { type: 'text/plain' })];
};

/** What is dropped anywhere on the page, or pasted outside its boxes, is given to whoever reads it here. */
export const useHandedIn = (read: (files: readonly File[]) => void): void => {
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    const take = (event: Event, data: DataTransfer | null) => {
      const files = handedIn(data, event.target);
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    const pasted = (event: ClipboardEvent) => take(event, event.clipboardData);
    const dropped = (event: DragEvent) => take(event, event.dataTransfer);
    // Without this a page takes no drop, and the window would go to the file instead.
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') && !takesItself(event.target, true))
        event.preventDefault();
    };
    document.addEventListener('paste', pasted);
    document.addEventListener('drop', dropped);
    document.addEventListener('dragover', over);
    return () => {
      document.removeEventListener('paste', pasted);
      document.removeEventListener('drop', dropped);
      document.removeEventListener('dragover', over);
    };
  }, []);
};
