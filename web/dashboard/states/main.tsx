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
import { hardCodedText } from './hard-coded-text';
import type { Scene } from './scene';
import { SCENES } from './scenes';
import { speakPseudo } from './speak-pseudo';
import { StateList } from './StateList';

let root: Root | null = null;

/**
 * Draws the state the address names, `#state=list-live&language=de`; the page says so when it is whole. With `pseudo` in it,
 * texts of catalogues are bracketed until the page is loaded anew, and the page says which are from none.
 */
async function show(): Promise<void> {
  root?.unmount();
  root = createRoot(document.getElementById('root')!);
  const wanted = new URLSearchParams(window.location.hash.slice(1));
  const state = wanted.get('state') ?? '';
  const language = Object.keys(LANGUAGES).find((id) => id === wanted.get('language')) ?? 'en';
  if (wanted.has('pseudo')) speakPseudo();
  await speak(language as Language);
  const said = await draw(root, SCENES[state]);
  const { dataset } = document.documentElement;
  if (wanted.has('pseudo')) dataset.hardCoded = JSON.stringify(hardCodedText(said));
  dataset.drawn = wanted.toString();
}

/** Resolves with all that is not from a catalogue: what the network and the address say. */
async function draw(place: Root, scene: (() => Scene) | undefined): Promise<unknown> {
  if (scene === undefined) {
    place.render(<StateList names={Object.keys(SCENES)} />);
    return null;
  }

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
  return [network.said, at];
}

// One after the other, or two would draw into one place.
let drawing = show();
window.addEventListener('hashchange', () => {
  drawing = drawing.then(show);
});
