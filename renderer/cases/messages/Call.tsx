import { type ReactNode, useEffect, useState } from 'react';
import { useWrite } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { typedDate } from '#renderer/editing/typed.ts';
import { Details } from '#renderer/kit/index.ts';
import { SmallForm } from '../SmallForm.tsx';

/** A call that was taken or made, noted while it is fresh: Alt+C opens the form. */
export function Call({ id }: { id: string }): ReactNode {
  const session = useSession().data;
  const { run, failure } = useWrite('replies.spoke');
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.code !== 'KeyC') return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
  useEffect(() => {
    if (open) document.querySelector<HTMLElement>(`[id="call-${id}-direction"]`)?.focus();
  }, [open, id]);
  if (!session) return null;
  return (
    <Details
      summary="Note a call (Alt+C)"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <SmallForm
        name={`call ${id}`}
        label="A call"
        button="Keep the call"
        done="The call is kept."
        failure={failure}
        boxes={[
          {
            name: 'direction',
            label: 'Who rang',
            kind: 'choice',
            begins: 'in',
            options: [
              { value: 'in', text: 'They rang us' },
              { value: 'out', text: 'We rang them' },
            ],
          },
          { name: 'who', label: 'With whom', kind: 'line' },
          {
            name: 'on',
            label: 'Day',
            kind: 'day',
            needed: 'Enter the day',
            begins: typedDate(session.today),
          },
          { name: 'at', label: 'Time of the call', kind: 'time' },
          { name: 'words', label: 'What was said', kind: 'words', needed: 'Enter what was said' },
        ]}
        send={async ({ direction, who, on = session.today, at, words = '' }, message) => {
          const isOut = direction === 'out';
          const named = who && (isOut ? { to: who } : { from: who });
          const said = { id: message, direction: isOut ? 'out' : 'in', on, words } as const;
          const answer = await run({ id, message: { ...said, ...named, ...(at && { at }) } });
          return answer.ok;
        }}
      />
    </Details>
  );
}
