import { type ReactNode, useState } from 'react';
import type { Failure } from '#shared/errors.ts';
import { Bare } from '../Bare.tsx';
import { useHost } from '../host.tsx';
import { showTextSize, textSizeKey } from '../textSize.ts';
import { type Answers, blank } from './answers.ts';
import { DoneStep } from './DoneStep.tsx';
import { StartStep } from './StartStep.tsx';
import { TextSizeStep } from './TextSizeStep.tsx';
import { UnlockStep } from './UnlockStep.tsx';
import { WhoStep } from './WhoStep.tsx';

/** What each of the five screens is given: the answers so far, and how to go on and back. */
export type StepProps = {
  answers: Answers;
  caption: string;
  change: (some: Partial<Answers>) => void;
  next: () => void;
  back: () => void;
};

/** The first run in five short screens. Nothing is made before the fourth is answered. */
export function FirstRun(): ReactNode {
  const host = useHost();
  const [answers, setAnswers] = useState<Answers>(blank);
  const [step, setStep] = useState(1);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [recoveryCode, setRecoveryCode] = useState('');
  const props: StepProps = {
    answers,
    caption: `Setting up, step ${step} of 5`,
    change: (some) => setAnswers((before) => ({ ...before, ...some })),
    next: () => setStep(step + 1),
    back: () => setStep(step - 1),
  };

  const create = async () => {
    const { textSize, again: _, start, ...who } = answers;
    if (!start) return;
    setBusy(true);
    setFailure(null);
    const answer = await host.call('store.create', { ...who, start });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.error);
    setRecoveryCode(answer.value.recoveryCode);
    showTextSize(textSize);
    void host.call('preferences.set', { key: textSizeKey, value: textSize });
    setStep(5);
  };

  return (
    <Bare key={step}>
      {step === 1 && <TextSizeStep {...props} />}
      {step === 2 && <WhoStep {...props} />}
      {step === 3 && <UnlockStep {...props} />}
      {step === 4 && <StartStep {...props} create={create} busy={busy} failure={failure} />}
      {step === 5 && <DoneStep {...props} recoveryCode={recoveryCode} />}
    </Bare>
  );
}
