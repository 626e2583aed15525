import { type ReactNode, useState } from 'react';
import type { Host, Output } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { Bare } from '../Bare.tsx';
import { useHost } from '../host.tsx';
import { showTextSize, textSizeKey } from '../textSize.ts';
import { type Answers, blank, joinInput } from './answers.ts';
import { DoneStep } from './DoneStep.tsx';
import { JoinStep } from './JoinStep.tsx';
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

/** How the fourth screen makes the store. */
export type Making = { make: () => Promise<void>; busy: boolean; failure: Failure | null };

/** What was made: always a recovery code; of an office that was joined also who and what it is. */
export type Made = { recoveryCode: string; joined?: Omit<Output<'store.join'>, 'recoveryCode'> };

/** Makes the store: an office of one's own, or a place in one that invites. */
const madeBy = async (host: Host, answers: Answers): Promise<Result<Made, Failure> | undefined> => {
  const { beginning, start, name, person, body, passphrase } = answers;
  if (beginning === 'new')
    return start ? host.call('store.create', { name, person, body, passphrase, start }) : undefined;
  const answer = await host.call('store.join', joinInput(answers));
  if (!answer.ok) return answer;
  const { recoveryCode, ...joined } = answer.value;
  return ok({ recoveryCode, joined });
};

/** The first run in five short screens. Nothing is made before the fourth is answered. */
export function FirstRun(): ReactNode {
  const host = useHost();
  const [answers, setAnswers] = useState<Answers>(blank);
  const [step, setStep] = useState(1);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [made, setMade] = useState<Made>({ recoveryCode: '' });
  const props: StepProps = {
    answers,
    caption: `Setting up, step ${step} of 5`,
    change: (some) => setAnswers((before) => ({ ...before, ...some })),
    next: () => setStep(step + 1),
    // What is being made goes by the answers as they are.
    back: () => {
      if (!busy) setStep(step - 1);
    },
  };

  const make = async () => {
    setBusy(true);
    setFailure(null);
    const answer = await madeBy(host, answers);
    setBusy(false);
    if (!answer) return;
    if (!answer.ok) return setFailure(answer.error);
    setMade(answer.value);
    showTextSize(answers.textSize);
    void host.call('preferences.set', { key: textSizeKey, value: answers.textSize });
    setStep(5);
  };
  const making = { make, busy, failure };

  return (
    <Bare key={step}>
      {step === 1 && <TextSizeStep {...props} />}
      {step === 2 && <WhoStep {...props} />}
      {step === 3 && <UnlockStep {...props} />}
      {step === 4 &&
        (answers.beginning === 'new' ? (
          <StartStep {...props} {...making} />
        ) : (
          <JoinStep {...props} {...making} />
        ))}
      {step === 5 && <DoneStep {...props} made={made} />}
    </Bare>
  );
}
