import { useEffect } from 'react';
import { useHost } from './host.tsx';

const byKey: Record<string, string> = { k: 'palette', s: 'save', l: 'lock' };

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** The keys that work on every page, and the commands of the desktop window's own menu. */
export function useKeys(obey: (id: string) => void): void {
  const host = useHost();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const control = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      const command = control ? byKey[event.key.toLowerCase()] : undefined;
      const find = event.key === '/' && !control && !isTyping(event.target);
      if (!command && !find) return;
      event.preventDefault();
      obey(command ?? 'find');
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [obey]);
  useEffect(() => host.listen((event) => event.kind === 'command' && obey(event.command)), [host, obey]);
}
