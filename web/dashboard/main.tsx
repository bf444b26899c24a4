import './history-gate';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { DashboardSession } from './connection/dashboard-session';
import { keptLanguage } from './language/kept-language';
import { preferredLanguage } from './language/preferred-language';
import { speak } from './language/speak';
import './theme/styles.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root element.');

const draw = (): void =>
  createRoot(root).render(
    <StrictMode>
      <App session={new DashboardSession()} />
    </StrictMode>,
  );

// Texts that do not come are no reason to show nothing: the page then speaks English.
speak(preferredLanguage(keptLanguage.read(), navigator.languages)).then(draw, draw);
