export { AR as catalogue } from '../catalogues/ar';
export { ar as dates } from 'date-fns/locale/ar';
