import { createContext } from 'react';
import { Ticker } from './ticker';

/** The page's ticker. Outside a signed-in page it runs on the browser's own clock. */
export const TickerContext = createContext(new Ticker(Date.now));
