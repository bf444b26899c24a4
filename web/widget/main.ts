import { runWidget } from './presence-session';

// The build puts this whole script into a try block: whatever goes wrong in here must not reach the page.
const { src, dataset } = document.currentScript as HTMLScriptElement;

runWidget(src, dataset, (name, ...given) =>
  import(/* @vite-ignore */ src.replace(/js(\?.*)?$/, `${name}.js`)).then(
    (part: { default: (...given: unknown[]) => unknown }) => part.default(...given),
    () => {},
  ),
);
