import { type ReactNode, useEffect, useState } from 'react';
import { textSizes, useTextSize } from '#renderer/app/textSize.ts';
import { Radios } from '#renderer/kit/index.ts';

/** How large text is for this person on this laptop. The choice shows before it is kept. */
export function TextSize(): ReactNode {
  const [size, setSize] = useTextSize();
  const [chosen, setChosen] = useState(size);
  useEffect(() => setChosen(size), [size]);
  return (
    <Radios
      name="textSize"
      legend="How large text is on this laptop, for you"
      legendSize="s"
      inline
      value={chosen}
      onChange={(event) => {
        setChosen(event.target.value);
        setSize(event.target.value);
      }}
      items={textSizes}
    />
  );
}
