import { createContext } from 'react';
import { Ticker } from './ticker';

/** A ticker of every second, for texts that count seconds. Outside a signed-in page it runs on the browser's clock. */
export const SecondsContext = createContext(new Ticker(Date.now, 1_000));
