export { DE as catalogue } from '../catalogues/de';
export { de as dates } from 'date-fns/locale/de';
