export { SETTINGS_DE as catalogue } from '../catalogues/settings/de';
