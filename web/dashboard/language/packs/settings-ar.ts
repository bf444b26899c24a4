export { SETTINGS_AR as catalogue } from '../catalogues/settings/ar';
