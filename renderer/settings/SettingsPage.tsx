import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { PlaceList } from '#renderer/app/PlaceList.tsx';
import { clockPlaces, returnPlaces, settingsPlaces } from '#renderer/app/places.ts';
import { Rates } from '#renderer/claims/Rates.tsx';
import { useMay } from '#renderer/editing/useMay.ts';
import { PageHeading } from '#renderer/kit/index.ts';
import { BackUp } from './BackUp.tsx';
import { CheckStore } from './CheckStore.tsx';
import { ConcernSettings } from './ConcernSettings.tsx';
import { MonitoringSettings } from './MonitoringSettings.tsx';
import { OfficeSettings } from './OfficeSettings.tsx';
import { Passphrase } from './Passphrase.tsx';
import { RotaSettings } from './RotaSettings.tsx';
import { TextSize } from './TextSize.tsx';
import { TrainingSettings } from './TrainingSettings.tsx';
import { UrgentContacts } from './UrgentContacts.tsx';

/** What the office has decided, and what a person sets for themselves on this laptop. */
export function SettingsPage(): ReactNode {
  const settings = useRead('settings.get', {});
  const mayPublish = useMay('forms.publish');
  const maySave = useMay('settings.save');
  const mayImport = useMay('imports.begin');
  const mayReturns = useMay('returns.define');
  const mayClocks = useMay('reviews.set');
  return (
    <>
      <PageHeading>Settings</PageHeading>
      <Section title="The office">
        <Failed failure={settings.error} />
        {settings.data ? <OfficeSettings settings={settings.data} /> : !settings.error && <Waiting />}
      </Section>
      {mayPublish && (
        <Section title="Visit form">
          <p className="govuk-body">
            <a className="govuk-link" href="#/forms">
              See the versions of the visit form, print it blank, or change it
            </a>
          </p>
        </Section>
      )}
      {mayImport && (
        <Section title="What comes from elsewhere">
          <PlaceList places={settingsPlaces} />
        </Section>
      )}
      {mayReturns && (
        <Section title="Returns">
          <PlaceList places={returnPlaces} />
        </Section>
      )}
      {mayClocks && (
        <Section title="Complaint reviews and deadlines">
          <PlaceList places={clockPlaces} />
        </Section>
      )}
      <Section title="Telephone numbers for the urgent route">
        {settings.data && <UrgentContacts settings={settings.data} />}
      </Section>
      <Section title="Concerns">{settings.data && <ConcernSettings settings={settings.data} />}</Section>
      <Section title="Rota">{settings.data && <RotaSettings settings={settings.data} />}</Section>
      <Section title="What is paid for miles and meals">
        {settings.data && <Rates settings={settings.data} />}
      </Section>
      {maySave && (
        <>
          <Section title="Training">{settings.data && <TrainingSettings settings={settings.data} />}</Section>
          <Section title="Equality monitoring">
            {settings.data && <MonitoringSettings settings={settings.data} />}
          </Section>
        </>
      )}
      <Section title="Text size">
        <TextSize />
      </Section>
      <Section title="Your passphrase">
        <Passphrase />
      </Section>
      <Section title="Backup">
        <BackUp />
      </Section>
      <Section title="Check the store">
        <CheckStore />
      </Section>
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className="desk-settings-section">
      <h2 className="govuk-heading-m">{title}</h2>
      {children}
    </section>
  );
}
