import type { ReactNode } from 'react';
import { LedTo } from '#renderer/engagements/LedTo.tsx';
import { RedactionsSection } from '#renderer/requests/RedactionsSection.tsx';
import { RequestSection } from '#renderer/requests/RequestSection.tsx';
import { Messages } from './messages/Messages.tsx';
import { About } from './page/About.tsx';
import { Asks } from './page/Asks.tsx';
import { CaseClocks } from './page/CaseClocks.tsx';
import { CaseHistory } from './page/CaseHistory.tsx';
import { CaseNotes } from './page/CaseNotes.tsx';
import { End } from './page/End.tsx';
import { FollowUps } from './page/FollowUps.tsx';
import { Given } from './page/Given.tsx';
import { Holds } from './page/Holds.tsx';
import { Kept } from './page/Kept.tsx';
import { KindSteps } from './page/KindSteps.tsx';
import { Links } from './page/Links.tsx';
import { People } from './page/People.tsx';
import type { SectionProps } from './parts.ts';

/** One section of a case's page, by what it is about; `only` where not everybody may do something there. */
type Section = { id: string; part: (props: SectionProps) => ReactNode; only?: 'write' };

/** The sections of a case's page below its next step, in the order in which they stand. */
export const sections: readonly Section[] = [
  { id: 'people', part: People, only: 'write' },
  { id: 'about', part: About },
  { id: 'clocks', part: CaseClocks },
  { id: 'messages', part: Messages },
  { id: 'given', part: Given, only: 'write' },
  { id: 'steps', part: KindSteps },
  { id: 'asks', part: Asks },
  { id: 'holds', part: Holds },
  { id: 'followUps', part: FollowUps },
  { id: 'request', part: RequestSection },
  { id: 'redactions', part: RedactionsSection, only: 'write' },
  { id: 'links', part: Links },
  { id: 'ledTo', part: LedTo, only: 'write' },
  { id: 'notes', part: CaseNotes, only: 'write' },
  { id: 'end', part: End, only: 'write' },
  { id: 'kept', part: Kept, only: 'write' },
  { id: 'history', part: CaseHistory },
];
