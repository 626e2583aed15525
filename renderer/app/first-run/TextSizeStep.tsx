import type { ReactNode } from 'react';
import { Button, PageHeading, Radios } from '#renderer/kit/index.ts';
import { showTextSize, textSizes } from '../textSize.ts';
import type { StepProps } from './FirstRun.tsx';

export function TextSizeStep({ answers, caption, change, next }: StepProps): ReactNode {
  const choose = (textSize: string) => {
    change({ textSize });
    showTextSize(textSize);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        next();
      }}
    >
      <PageHeading caption={caption} focusOnMount={false}>
        Welcome to ICV Desk
      </PageHeading>
      <Radios
        name="textSize"
        legend="How large should text be?"
        legendSize="m"
        hint="The page changes at once, so you can see which you like. You can change it later."
        value={answers.textSize}
        onChange={(event) => choose(event.target.value)}
        items={textSizes}
      />
      <Button>Continue</Button>
    </form>
  );
}
