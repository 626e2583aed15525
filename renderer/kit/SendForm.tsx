import {
  type ComponentProps,
  createContext,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type SyntheticEvent,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';

/** How a form stands for its boxes and buttons: still to be sent, or on its way, open or held still meanwhile. */
type Way = 'no' | 'open' | 'held';
const OnItsWay = createContext<Way>('no');

/** Whether a box is held still, because what stands in it is on its way. */
export const useHeld = (): boolean => useContext(OnItsWay) === 'held';

/** Whether a button has nothing to do while its form is on its way; in one that is open meanwhile only that which sends it. */
export const useIdle = (type: ComponentProps<'button'>['type']): boolean => {
  const form = useContext(OnItsWay);
  return form === 'held' || (form === 'open' && type === 'submit');
};

/** How long it may take before it is said why nothing can be typed. */
const soon = 1_000;

export type SendFormProps = Omit<ComponentProps<'form'>, 'onSubmit'> & {
  /** Does what the form is for, to the end: until it is over the form is on its way, and is not sent again. */
  send: (event: FormEvent<HTMLFormElement>) => Promise<unknown>;
  /** What is typed on meanwhile is no part of it and stands: for a record that is saved as it now is, again and again. */
  open?: boolean;
  /** Something else that the form is for is under way by another button than its own: it is held still as for that. */
  held?: boolean;
};

/**
 * A form that is sent by its button. While it is on its way it is held still: most forms close, empty themselves or go
 * on to another page once they were sent, and what was typed into them meanwhile would be neither in what was sent nor
 * kept. Nothing of it is disabled as a browser understands it, which would take the focus from whoever is at a box or has
 * pressed its button by keyboard: boxes become read-only, choices and buttons say that they cannot be used, and all go on
 * to be reached. Where it takes long it is said why.
 */
export function SendForm({ send, open = false, held = false, children, ...rest }: SendFormProps): ReactNode {
  const under = useRef(false);
  const [sending, setSending] = useState<Way>('no');
  const way = held ? 'held' : sending;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (under.current || held) return;
    under.current = true;
    setSending(open ? 'open' : 'held');
    try {
      await send(event);
    } finally {
      under.current = false;
      setSending('no');
    }
  };
  return (
    <form noValidate {...rest} {...(way === 'held' && refusals)} onSubmit={(event) => void submit(event)}>
      <OnItsWay value={way}>{children}</OnItsWay>
      <WhyHeld held={way === 'held'} />
    </form>
  );
}

/** The form is not called busy besides: screen readers keep silent about what is said within something that is. */
function WhyHeld({ held }: { held: boolean }): ReactNode {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!held) return;
    const timer = setTimeout(() => setLong(true), soon);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [held]);
  return (
    <div role="status" className="desk-on-its-way">
      {long && (
        <p className="govuk-body">This is on its way. Nothing can be changed here until it is done.</p>
      )}
    </div>
  );
}

const isIn = ({ target }: SyntheticEvent, selector: string) => (target as Element).closest(selector) !== null;

/** What only the browser's own “disabled” or “read-only” would keep from changing; links lead on as ever. */
const refusals = {
  onClickCapture: (event: SyntheticEvent) => {
    if (isIn(event, 'a')) return;
    event.preventDefault();
    event.stopPropagation();
  },
  onMouseDownCapture: (event: SyntheticEvent) => {
    if (isIn(event, 'select')) event.preventDefault();
  },
  onKeyDownCapture: (event: KeyboardEvent) => {
    if (event.key === 'Tab' || event.ctrlKey || event.metaKey) return;
    if (isIn(event, 'select, input[type=radio]')) event.preventDefault();
  },
  // Its file boxes take nothing; a page that takes files wherever they are dropped goes on to do so.
  onDropCapture: (event: SyntheticEvent) => event.preventDefault(),
};
