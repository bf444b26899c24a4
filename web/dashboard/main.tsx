import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { DashboardSession } from './connection/dashboard-session';
import './theme/styles.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root element.');

createRoot(root).render(
  <StrictMode>
    <App session={new DashboardSession()} />
  </StrictMode>,
);
