import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { useApp } from './app/state.ts';
import { pickHost } from './hosts/pick.ts';
import './styles/app.scss';
import './app/app.scss';
import './checks/checks.scss';
import './claims/claims.scss';
import './concerns/concerns.scss';
import './quality/quality.scss';
import './rota/rota.scss';
import './sessions/sessions.scss';
import './visits/reading/reading.scss';
import './visits/visits.scss';

const host = pickHost({
  ended: () => useApp.setState({ ended: true }),
  reached: (reached) => useApp.getState().reached !== reached && useApp.setState({ reached }),
});

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App host={host} />
  </StrictMode>,
);
