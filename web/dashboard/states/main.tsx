import './stand-still';
import { createRoot, type Root } from 'react-dom/client';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { App } from '../App';
import { DashboardSession } from '../connection/dashboard-session';
import type { Language } from '../language/language';
import { LANGUAGES } from '../language/languages';
import { speak } from '../language/speak';
import '../theme/styles.css';
import type { Scene } from './scene';
import { SCENES } from './scenes';
import { StateList } from './StateList';

let root: Root | null = null;

/** Draws the state the address names, `#state=list-live&language=de`; the page says so when it is whole. */
async function show(): Promise<void> {
  root?.unmount();
  root = createRoot(document.getElementById('root')!);
  const wanted = new URLSearchParams(window.location.hash.slice(1));
  const state = wanted.get('state') ?? '';
  const language = Object.keys(LANGUAGES).find((id) => id === wanted.get('language')) ?? 'en';
  await speak(language as Language);
  await draw(root, SCENES[state]);
  document.documentElement.dataset.drawn = wanted.toString();
}

async function draw(place: Root, scene: (() => Scene) | undefined): Promise<void> {
  if (scene === undefined) return place.render(<StateList names={Object.keys(SCENES)} />);

  const { network, at = '/', isOnline = true, then } = scene();
  const session = new DashboardSession(() => network.links());
  if (isOnline) session.stay.get().connection.monitor.socketOpened();
  const [path = '/', searchPath = ''] = at.split('?');
  const { hook, searchHook } = memoryLocation({ path, searchPath });
  place.render(
    <Router hook={hook} searchHook={searchHook}>
      <App session={session} />
    </Router>,
  );
  await then?.({ network, session });
}

window.addEventListener('hashchange', () => void show());
void show();
