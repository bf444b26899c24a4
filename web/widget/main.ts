import { guard } from './guard';
import { runWidget } from './run-widget';

guard(runWidget)(document.currentScript as HTMLScriptElement);
