export { SETTINGS_EN as catalogue } from '../catalogues/settings/en';
