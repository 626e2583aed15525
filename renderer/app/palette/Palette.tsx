import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { matching, offeredTo } from '../commands.ts';
import { useSession } from '../session.ts';
import { useApp } from '../state.ts';

const close = () => useApp.setState({ palette: false });

/** Every command by a few letters of its name. Arrow keys choose, Enter obeys, Esc goes back to where one was. */
export function Palette({ obey }: { obey: (id: string) => void }): ReactNode {
  const ref = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const roles = useSession().data?.person.roles ?? [];
  const found = matching(text, offeredTo(roles));
  const chosen = found[Math.min(at, found.length - 1)];

  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);

  const run = (id: string) => {
    close();
    // After the dialog is gone and focus is back on the page: some commands move focus themselves.
    setTimeout(() => obey(id));
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) setAt((at + step + found.length) % found.length);
    else if (event.key === 'Enter' && chosen) run(chosen.id);
    else return;
    event.preventDefault();
  };

  return (
    <dialog ref={ref} className="desk-dialog desk-palette" aria-label="Commands" onCancel={close}>
      <label className="govuk-label" htmlFor="command">
        What do you want to do?
      </label>
      <input
        id="command"
        className="govuk-input"
        role="combobox"
        aria-expanded="true"
        aria-controls="command-list"
        aria-activedescendant={chosen ? `command-${chosen.id}` : undefined}
        autoComplete="off"
        value={text}
        onKeyDown={press}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
      />
      <div id="command-list" role="listbox" aria-label="Commands" className="desk-palette__list">
        {found.map((command) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box above, which keeps focus
          <div
            key={command.id}
            id={`command-${command.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={command === chosen}
            className="desk-palette__item"
            onClick={() => run(command.id)}
          >
            {command.text}
            {command.keys && <kbd>{command.keys}</kbd>}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="govuk-body">No command is called that.</p>}
    </dialog>
  );
}
