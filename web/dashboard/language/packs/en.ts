export { EN as catalogue } from '../catalogues/en';
export { enGB as dates } from 'date-fns/locale/en-GB';
